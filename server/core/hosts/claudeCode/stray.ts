/** Keys that people write into Claude Code agents although there is no such field. */
import type { StrayField } from '../field';

const restrictsNothing = {
  kind: 'misspelled',
  meant: 'tools',
  effect: 'restricts nothing: the agent gets every tool',
  severity: 'error',
} as const satisfies StrayField;

const deniesNothing = {
  kind: 'misspelled',
  meant: 'disallowedTools',
  effect: 'denies nothing: the agent keeps every tool',
  severity: 'error',
} as const satisfies StrayField;

const anotherDescription = {
  kind: 'misspelled',
  meant: 'description',
  effect: 'is not read',
  severity: 'warning',
} as const satisfies StrayField;

const noPaths = {
  kind: 'stray',
  effect: 'restricts nothing: Claude Code only limits paths by permission rules in its settings',
  severity: 'error',
} as const satisfies StrayField;

const guardOutside = {
  kind: 'stray',
  needsValue: true,
  effect: 'stops the whole agent from loading: guard hooks belong under `hooks`',
  severity: 'error',
} as const satisfies StrayField;

/** A field of other products, with a name that is never used for a private note. */
const of = (product: string, effect: string): StrayField => ({
  kind: 'foreign',
  product,
  effect,
  severity: 'warning',
});

/** A field of other products whose name is a common word, so that it may also be a private note. */
const perhapsOf = (product: string): StrayField => ({
  kind: 'foreign',
  product,
  effect: 'has no effect here',
  severity: 'hint',
});

const note = {
  kind: 'note',
  effect: 'is your own note: Claude Code ignores it',
} as const satisfies StrayField;

export const claudeCodeStray = {
  'allowed-tools': restrictsNothing,
  allowedTools: restrictsNothing,
  allowed_tools: restrictsNothing,
  'disallowed-tools': deniesNothing,
  disallowed_tools: deniesNothing,
  PreToolUse: guardOutside,
  PermissionRequest: guardOutside,
  PreSkillShellCommand: guardOutside,
  max_turns: {
    kind: 'misspelled',
    meant: 'maxTurns',
    effect: 'sets no limit: Claude Code ignores it',
    severity: 'warning',
  },
  modes: note,
  desc: anotherDescription,
  descr: anotherDescription,
  when_to_use: {
    kind: 'misspelled',
    meant: 'description',
    effect:
      'is not read in an agent file: only the description tells when to delegate (an agent of a plugin falls back on it)',
    severity: 'warning',
  },
  excludedTools: deniesNothing,
  restricted_tools: deniesNothing,
  restrictedTools: deniesNothing,
  forbidden_tools: deniesNothing,
  forbiddenTools: deniesNothing,
  denied_tools: deniesNothing,
  deniedTools: deniesNothing,
  blocked_tools: deniesNothing,
  blockedTools: deniesNothing,
  allowed_paths: noPaths,
  allowedPaths: noPaths,
  restricted_paths: noPaths,
  restrictedPaths: noPaths,
  forbidden_paths: noPaths,
  forbiddenPaths: noPaths,
  denied_paths: noPaths,
  deniedPaths: noPaths,
  blocked_paths: noPaths,
  blockedPaths: noPaths,
  reasoningEffort: {
    kind: 'misspelled',
    meant: 'effort',
    effect: 'is a field of other products and has no effect',
    severity: 'warning',
  },
  'reasoning-effort': {
    kind: 'misspelled',
    meant: 'effort',
    effect: 'is a field of Copilot agents and has no effect',
    severity: 'warning',
  },
  is_background: {
    kind: 'misspelled',
    meant: 'background',
    effect: 'is a field of Cursor and has no effect',
    severity: 'warning',
  },
  mode: of('OpenCode', 'has no effect: every agent can run both as a subagent and as the main session with `--agent`'),
  temperature: of('OpenCode and Gemini CLI', 'has no effect: agents have no such setting'),
  top_p: of('OpenCode', 'has no effect: agents have no such setting'),
  permission: of('OpenCode', 'restricts nothing: use `tools` and `disallowedTools`'),
  maxSteps: of('OpenCode', 'sets no limit: use `maxTurns`'),
  hidden_from_cycle: of('OpenCode', 'hides nothing'),
  readonly: of('Cursor', 'restricts nothing: for a read-only agent, list only tools that read in `tools`'),
  globs: of('Cursor rules', 'has no effect: the description says when the agent is used'),
  alwaysApply: of('Cursor rules', 'has no effect: the description says when the agent is used'),
  applyTo: of('VS Code instructions', 'has no effect: the description says when the agent is used'),
  excludeAgent: of('VS Code instructions', 'has no effect'),
  'argument-hint': of('skills, commands and Copilot agents', 'has no effect'),
  'disable-model-invocation': of(
    'skills, commands and Copilot agents',
    'has no effect: the model may start every loaded agent',
  ),
  'user-invocable': of('skills, commands and Copilot agents', 'has no effect'),
  handoffs: of('Copilot agents', 'has no effect'),
  infer: of('Copilot agents', 'has no effect: the model may start every loaded agent'),
  advancedOptions: of('Copilot agents', 'has no effect'),
  timeout_mins: of('Gemini CLI', 'sets no time limit'),
  display_name: of('Gemini CLI', 'has no effect: `name` is displayed'),
  approvalMode: of('Qwen Code', 'has no effect: use `permissionMode`, which has other values'),
  runConfig: of('Qwen Code', 'sets no limits: use `maxTurns`'),
  includeMcpJson: of('Kiro', 'has no effect: use `mcpServers`'),
  includePowers: of('Kiro', 'has no effect'),
  welcomeMessage: of('Kiro', 'has no effect'),
  'keep-coding-instructions': of('output styles', 'has no effect'),
  'force-for-plugin': of('output styles', 'has no effect'),
  agents: perhapsOf('Copilot agents'),
  target: perhapsOf('Copilot agents'),
  variant: perhapsOf('OpenCode'),
  steps: perhapsOf('OpenCode'),
  disable: perhapsOf('OpenCode'),
  hidden: perhapsOf('OpenCode'),
  disabled: { kind: 'stray', effect: 'disables nothing: the agent stays available', severity: 'warning' },
  version: note,
  tags: note,
  category: note,
  priority: note,
  author: note,
} as const satisfies Readonly<Record<string, StrayField>>;

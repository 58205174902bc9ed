/** The header fields of a Claude Code agent: what each does, which values the program takes, and what it does with others. */

import { colours, efforts, isolations, memories, permissionModes } from './claudeCodeChoices';
import { enforced, observed, undocumented } from './claudeCodeEvidence';
import { hooksShape, mcpServersShape } from './claudeCodeNested';
import type { ClaudeCodeTool } from './claudeCodeTools';
import type { Field } from './dialect';

const notLoaded = 'Claude Code does not load the agent';
const likeColon = `a colon separates plugin and agent, and this character counts as one: ${notLoaded}`;

export const claudeCodeFields = {
  name: {
    summary: 'What the agent is called: by the Agent tool, by `--agent` and in @-mentions.',
    details:
      'The file name does not matter. Lower-case letters, digits and single hyphens are the custom, 3 to 50 of them. ' +
      'Of two files with one name in the same folder tree only one loads, the one whose path sorts last. ' +
      'A name such as `Explore` or `Plan` replaces the built-in agent.',
    role: 'identity',
    shape: {
      kind: 'text',
      minLength: 1,
      maxLength: 256,
      forbidden: [
        { at: 'start', text: '-', effect: `a name that begins with a hyphen looks like an option: ${notLoaded}` },
        { at: 'anywhere', text: ':', effect: `a colon separates plugin and agent: ${notLoaded}` },
        { at: 'anywhere', text: '\u{ff1a}', effect: likeColon },
        { at: 'anywhere', text: '\u{fe55}', effect: likeColon },
        { at: 'anywhere', text: '\u{fe13}', effect: likeColon },
        { at: 'anywhere', text: '\u{2a74}', effect: likeColon },
      ],
    },
    required: true,
    onInvalid: 'does not load the agent, and without a name takes the file for a note kept beside the agents',
    invalidSeverity: 'error',
    example: 'code-reviewer',
    evidence: enforced,
  },
  description: {
    summary: 'Tells the main model when to hand work to this agent.',
    details:
      'Say when to use the agent and when not; "Use proactively" encourages delegation without being asked. ' +
      'The two characters `\\n` become a line break. Text with `: ` or `#` in it is safest in quotes or in a block (`|`).',
    role: 'purpose',
    shape: { kind: 'text', minLength: 1 },
    required: true,
    onInvalid: 'skips the file and says so only in its debug log',
    invalidSeverity: 'error',
    example: 'Reviews changes for errors. Use proactively after code was written.',
    evidence: enforced,
  },
  tools: {
    summary: 'The only tools that the agent gets.',
    details:
      'Names are separated by commas or blanks, or are the items of a list, and their case counts. `*` means every tool; ' +
      'present but empty means none. Unknown names are dropped without a word; when none is left the agent does not start (2.1.208). ' +
      'A pattern such as `Bash(git:*)` grants the whole tool. MCP tools: `mcp__server__tool`, or `mcp__server` for all of a server.',
    role: 'allow',
    shape: { kind: 'tools' },
    default: 'every tool that a subagent may have',
    onInvalid: 'gives the agent no tool for a value that is neither text nor a list',
    invalidSeverity: 'warning',
    example: 'Read, Grep, Glob',
    evidence: observed,
  },
  disallowedTools: {
    summary: 'Tools that are taken away before `tools` is looked at.',
    details:
      'A name in both fields is taken away. A pattern such as `Bash(rm *)` takes the whole tool; `mcp__server` takes all tools of a server, ' +
      '`mcp__*` those of every server (2.1.178). `*` takes nothing. Denying `Write` and `Edit` leaves files open to `Bash`.',
    role: 'deny',
    shape: { kind: 'tools' },
    default: 'nothing is taken away',
    since: '2.0.30',
    onInvalid: 'drops unknown names without a message',
    invalidSeverity: 'warning',
    example: 'Write, Edit',
    evidence: observed,
  },
  model: {
    summary: 'The model that the agent runs on.',
    details:
      'An alias in any case, or a full model id (since 2.1.74). Nothing is checked when the file loads: a wrong id fails when the agent starts. ' +
      'CLAUDE_CODE_SUBAGENT_MODEL and a model named in the call win over this field.',
    role: 'model',
    shape: { kind: 'model' },
    default: 'inherit',
    since: '1.0.64 (approx.)',
    onInvalid: 'uses the model of the conversation for a value that is no text',
    invalidSeverity: 'warning',
    example: 'sonnet',
    evidence: observed,
  },
  permissionMode: {
    summary: 'How the agent deals with actions that need permission.',
    details:
      'Exact case. It cannot loosen a conversation that is itself in auto, acceptEdits or bypassPermissions mode, and is ignored in agents of a plugin.',
    shape: { kind: 'choice', choices: permissionModes },
    situation: { value: 'plan', effect: 'plan' },
    default: 'the mode of the conversation that starts the agent',
    since: '2.0.43',
    onInvalid: 'ignores the mode and says so only in its debug log',
    invalidSeverity: 'warning',
    example: 'plan',
    evidence: observed,
  },
  maxTurns: {
    summary: 'After how many turns the agent has to stop.',
    shape: { kind: 'integer', min: 1 },
    default: 'no limit',
    since: 'by 2.1.78',
    onInvalid: 'ignores the limit and says so only in its debug log',
    invalidSeverity: 'warning',
    example: '20',
    evidence: observed,
  },
  skills: {
    summary: 'Skills whose full text is put into the prompt when the agent starts.',
    details:
      'A skill that is missing, disabled or closed to the model (`disable-model-invocation`) is left out without a message.',
    shape: { kind: 'names' },
    default: 'none is preloaded',
    since: '2.0.43',
    onInvalid: 'preloads no skill',
    invalidSeverity: 'warning',
    example: 'api-conventions, error-handling',
    evidence: observed,
  },
  mcpServers: {
    summary: 'MCP servers for this agent: names of configured ones, or definitions written here.',
    details:
      'Must be a list. A definition is a map with one key, the name of the server; its type is stdio, http, sse or ws. ' +
      'Ignored in agents of a plugin; in a project the folder has to be trusted (2.1.238).',
    shape: { kind: 'list' },
    nested: mcpServersShape,
    default: 'the servers of the session',
    onInvalid: 'ignores the servers without a message when they are a map or a single word',
    invalidSeverity: 'warning',
    example: '[github]',
    evidence: observed,
  },
  hooks: {
    summary: 'Commands, prompts or requests that run at events while the agent works.',
    details:
      'A map from event to a list of `{matcher, hooks: [{type, …}]}`; matchers are bare tool names or regular expressions, and Stop acts as SubagentStop. ' +
      'Unknown events are ignored. The agent does not load at all when `hooks` is text or a list, or when a PreToolUse or PermissionRequest entry cannot be read. ' +
      'Ignored in agents of a plugin; the folder has to be trusted (2.1.218).',
    role: 'events',
    shape: { kind: 'map' },
    nested: hooksShape,
    default: 'no hooks of its own',
    since: '2.1.0',
    onInvalid: 'ignores a hook it cannot read, but does not load the agent when that may be a guard',
    invalidSeverity: 'warning',
    example: '{ PostToolUse: [{ matcher: Edit, hooks: [{ type: command, command: npm run lint }] }] }',
    evidence: observed,
  },
  memory: {
    summary: 'Gives the agent a folder in which it keeps notes from one session to the next.',
    details:
      'Adds Read, Write and Edit to an explicit `tools` list, so that a read-only agent can write; `disallowedTools` still takes them away.',
    shape: { kind: 'choice', choices: memories },
    default: 'no memory',
    since: '2.1.33',
    onInvalid: 'ignores the memory and says so only in its debug log',
    invalidSeverity: 'warning',
    example: 'project',
    grants: ['Read', 'Write', 'Edit'] satisfies readonly ClaudeCodeTool[],
    evidence: observed,
  },
  background: {
    summary: 'Whether the agent always runs in the background.',
    details: 'Only `true` and `false` count, not `yes` or `on`. In the background an agent keeps fewer tools.',
    shape: { kind: 'flag' },
    situation: { value: 'true', effect: 'background' },
    default: 'false',
    since: '2.1.49',
    onInvalid: 'ignores the switch and says so only in its debug log',
    invalidSeverity: 'warning',
    example: 'true',
    evidence: observed,
  },
  effort: {
    summary: 'How much the model thinks before it acts.',
    details: 'A level in any case, or a whole number.',
    shape: { kind: 'choice', choices: efforts, anyCase: true, orInteger: true },
    default: 'the effort of the session',
    since: '2.1.78 (agents of plugins)',
    onInvalid: 'ignores the effort and says so only in its debug log',
    invalidSeverity: 'warning',
    example: 'high',
    evidence: observed,
  },
  isolation: {
    summary: 'Where the agent works, apart from your working copy.',
    shape: { kind: 'choice', choices: isolations },
    default: 'your working copy',
    since: '2.1.50',
    onInvalid: 'ignores the isolation, says so only in its debug log, and lets the agent work in your working copy',
    invalidSeverity: 'warning',
    example: 'worktree',
    evidence: observed,
  },
  color: {
    summary: 'The colour in which the agent is shown.',
    details: 'Exact lower case, one of eight names; no hex values.',
    shape: {
      kind: 'choice',
      choices: colours,
      near: {
        magenta: 'pink',
        fuchsia: 'pink',
        rose: 'pink',
        violet: 'purple',
        indigo: 'purple',
        lavender: 'purple',
        teal: 'cyan',
        turquoise: 'cyan',
        aqua: 'cyan',
        navy: 'blue',
        azure: 'blue',
        lime: 'green',
        emerald: 'green',
        olive: 'green',
        gold: 'yellow',
        amber: 'yellow',
        brown: 'orange',
        coral: 'orange',
        crimson: 'red',
        maroon: 'red',
      },
    },
    default: 'no colour',
    onInvalid: 'drops the colour without a message',
    invalidSeverity: 'warning',
    example: 'blue',
    evidence: observed,
  },
  initialPrompt: {
    summary: 'The first message of the user when the agent is the main session (`--agent`).',
    details: 'Without effect in a subagent, and ignored in agents of a plugin.',
    shape: { kind: 'text' },
    default: 'none',
    since: '2.1.83',
    onInvalid: 'ignores a value that is no text',
    invalidSeverity: 'warning',
    example: 'Read the open pull requests and sum them up.',
    evidence: observed,
  },

  // In the program, in no document
  omitClaudeMd: {
    summary: 'Runs the subagent without the CLAUDE.md of the user, the project and the local folder.',
    shape: { kind: 'flag' },
    default: 'false',
    undocumented: true,
    onInvalid: 'ignores the switch',
    invalidSeverity: 'warning',
    example: 'true',
    evidence: undocumented,
  },
  autoCompactWindow: {
    summary: 'At how many tokens the conversation of this agent is compacted.',
    shape: { kind: 'integer', min: 100_000 },
    default: 'the size of the session',
    undocumented: true,
    onInvalid: 'ignores the size and says so only in its debug log',
    invalidSeverity: 'warning',
    example: '200000',
    evidence: undocumented,
  },
  observer: {
    summary: 'Up to four agents that are started in the background to observe this one.',
    details: 'Ignored in agents of a plugin.',
    shape: { kind: 'names' },
    default: 'nobody observes',
    undocumented: true,
    onInvalid: 'starts no observer',
    invalidSeverity: 'warning',
    example: 'safety-observer',
    evidence: undocumented,
  },
  observerMessage: {
    summary: 'Text that is added to each digest sent to the observers.',
    details: 'Ignored in agents of a plugin.',
    shape: { kind: 'text' },
    default: 'none',
    undocumented: true,
    onInvalid: 'adds nothing',
    invalidSeverity: 'warning',
    example: 'Watch for edits outside the src folder.',
    evidence: undocumented,
  },
  observeSubagents: {
    summary: 'Whether the subagents that this agent starts are observed too.',
    details: 'Ignored in agents of a plugin.',
    shape: { kind: 'flag' },
    default: 'true',
    undocumented: true,
    onInvalid: 'ignores the switch',
    invalidSeverity: 'warning',
    example: 'false',
    evidence: undocumented,
  },
  observeToolResults: {
    summary: 'For an observer: whether its digests hold the results of tools.',
    shape: { kind: 'flag' },
    default: 'true',
    since: 'after 2.1.240',
    undocumented: true,
    onInvalid: 'ignores the switch',
    invalidSeverity: 'warning',
    example: 'false',
    evidence: undocumented,
  },
  experimental: {
    summary: 'Options on trial; known is `cacheTtl`, which is `5m` or `1h`.',
    shape: { kind: 'map' },
    default: 'none',
    undocumented: true,
    onInvalid: 'ignores what it does not know',
    invalidSeverity: 'warning',
    example: '{ cacheTtl: 1h }',
    evidence: undocumented,
  },
} as const satisfies Readonly<Record<string, Field>>;

/** Every header field of a Claude Code agent. */
export type ClaudeCodeField = keyof typeof claudeCodeFields;

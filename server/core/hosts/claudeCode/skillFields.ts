/** The frontmatter fields of Claude Code's skills and commands, which the same part of the program reads. */
import type { Evidence, Field, Shape } from '../field';
import { efforts } from './choices';
import { observed } from './evidence';
import { hooksShape } from './nested';

const standard = {
  source: 'Agent Skills specification (agentskills.io)',
  checked: '2026-11-23',
  says: 'should',
} as const satisfies Evidence;

const accepted = { source: 'Documentation of Claude Code', checked: '2026-11-23', says: 'may' } as const;

/** The program takes numbers and lists for a text. */
const anyText = { kind: 'string', scalars: true, orList: true } as const satisfies Shape;

/** What a field with tools says about the tools themselves. */
const names =
  'Names separated by commas or spaces, or a list. The host ignores unknown names, and names in another case.';

export const skillFields = {
  name: {
    summary: 'Another name of the skill. The name of its folder stays the first one.',
    details:
      'Claude Code ignores a name with a space, an angle bracket or a hidden character, and one over 256 characters. ' +
      'The Agent Skills standard requires the name of the folder here: 1 to 64 lower-case letters, digits and single hyphens. ' +
      'Codex does not load a skill with a name over 64 characters.',
    shape: {
      ...anyText,
      maxLength: 256,
      pattern: { matches: (text) => !/[\s<>]/.test(text), wanted: 'a name without spaces and angle brackets' },
    },
    default: 'the name of the folder',
    onInvalid: 'uses the name of the folder only',
    invalidSeverity: 'information',
    example: 'release-notes',
    evidence: observed,
  },
  description: {
    summary: 'Tells the model what the skill does and when to use it.',
    details:
      'The model sees it in every conversation, cut at 1,536 characters together with `when_to_use`. ' +
      'Without one, the first line of the text stands in. ' +
      'The Agent Skills standard requires it, with at most 1,024 characters, and Codex loads no skill without it. ' +
      'Codex also loads no skill whose frontmatter is not valid YAML or has a key twice; Claude Code then loads the skill without its fields, or uses the last key.',
    role: 'purpose',
    templates: ['[What it does]. Use when [the situation].'],
    shape: { kind: 'string', scalars: true },
    default: 'the first line of the text',
    missing: {
      says: 'describes the skill by the first line of its text, which may not say when to use it',
      unless: ['when_to_use', 'disable-model-invocation'],
      severity: 'information',
    },
    onInvalid: 'describes the skill by the first line of its text',
    invalidSeverity: 'warning',
    example: 'Writes release notes from merged changes. Use before a release.',
    evidence: observed,
  },
  when_to_use: {
    summary: 'Says when to use the skill; it is shown after the description.',
    shape: anyText,
    onInvalid: 'ignores it',
    invalidSeverity: 'warning',
    example: 'Before a release.',
    evidence: observed,
  },
  'argument-hint': {
    summary: 'Shows what to write after the name of the command.',
    shape: anyText,
    onInvalid: 'shows no hint',
    invalidSeverity: 'information',
    example: '"[issue] [branch]"',
    evidence: observed,
  },
  arguments: {
    summary: 'Names for the arguments, which the text then uses as `$name`.',
    details:
      'Separated by spaces, or a list. The text can also use `$ARGUMENTS` for all of them and `$0`, `$1` … or `$ARGUMENTS[0]` for single ones, the first with number 0. ' +
      'Without any of these the arguments come after the text.',
    shape: { ...anyText, pattern: { matches: (text) => !text.includes(','), wanted: 'names separated by spaces' } },
    default: 'no names',
    onInvalid: 'reads a comma as part of the name',
    invalidSeverity: 'warning',
    example: 'issue branch',
    evidence: observed,
  },
  'disable-model-invocation': {
    summary: 'Whether only the user can start it. The model then neither sees nor runs it.',
    details:
      'On: `true`, `yes`, `on` or `1`, in upper or lower case and also as text. An agent cannot preload such a skill.',
    shape: { kind: 'flag', words: true },
    decides: true,
    default: 'false',
    onInvalid: 'lets the model start the skill',
    invalidSeverity: 'error',
    example: 'true',
    evidence: observed,
  },
  'user-invocable': {
    summary: 'Whether the user can start it as a command. With `false` only the model can.',
    details: 'Off: `false`, `no`, `off` or `0`. It does not hide the skill from the model.',
    shape: { kind: 'flag', words: true },
    decides: true,
    default: 'true',
    onInvalid: 'lets the user start the skill',
    invalidSeverity: 'warning',
    example: 'false',
    evidence: observed,
  },
  'allowed-tools': {
    summary: 'Tools that need no permission while it runs. It restricts nothing: all other tools stay available.',
    details:
      `${names} A pattern approves only matching calls: \`Bash(git add:*)\`, \`Bash(npm test)\`, \`Edit(/src/**)\`. ` +
      '`*` approves nothing, nor does `Write` with a path. ' +
      'Nothing is approved when a guard hook of the same file cannot be read. In a fork (`context: fork`) it does not narrow the tools either.',
    role: 'approve',
    shape: { kind: 'tools' },
    default: 'every tool asks for permission as usual',
    since: '1.0.54 (approx.)',
    onInvalid: 'approves nothing',
    invalidSeverity: 'warning',
    example: 'Bash(git status), Bash(git diff:*)',
    evidence: observed,
  },
  'disallowed-tools': {
    summary: 'Tools that are refused while it runs.',
    details: `${names} \`*\` refuses every tool. A name with a pattern, such as \`Bash(rm *)\`, refuses nothing.`,
    role: 'deny',
    shape: { kind: 'tools' },
    default: 'no tool is refused',
    since: '2.1.152',
    onInvalid: 'refuses no tool',
    invalidSeverity: 'error',
    example: 'Bash, WebFetch',
    evidence: observed,
  },
  model: {
    summary: 'The model for the turn in which the user starts it as a command, or for its fork.',
    details:
      'It has no effect when the model itself starts the skill in the conversation (without `context: fork`). ' +
      'An alias in upper or lower case, or a full model id. Nothing is checked when the file loads.',
    role: 'model',
    shape: { kind: 'model', text: true },
    default: 'the model of the conversation',
    onInvalid: 'uses the model of the conversation',
    invalidSeverity: 'warning',
    example: 'haiku',
    evidence: observed,
  },
  effort: {
    summary: 'How much the model reasons while it runs.',
    shape: { kind: 'choice', choices: efforts, anyCase: true, orInteger: true },
    default: 'the effort of the session',
    since: '2.1.80',
    onInvalid: 'ignores the effort and says so only in its debug log',
    invalidSeverity: 'warning',
    example: 'low',
    evidence: observed,
  },
  context: {
    summary: 'Where it runs: in the conversation, or in a subagent of its own.',
    shape: {
      kind: 'choice',
      choices: [
        { value: 'inline', summary: 'In the conversation, which is the default.' },
        { value: 'fork', summary: 'In a subagent, which sees only this text and returns its result.' },
      ],
      near: { subagent: 'fork', agent: 'fork', forked: 'fork', isolated: 'fork' },
    },
    decides: true,
    default: 'inline',
    since: '2.1.0',
    onInvalid: 'runs it in the conversation',
    invalidSeverity: 'warning',
    example: 'fork',
    evidence: observed,
  },
  agent: {
    summary: 'The agent that runs it with `context: fork`.',
    details:
      'The exact name of an agent. For an unknown name, also one in another case, Claude Code silently takes the default agent.',
    shape: anyText,
    onlyWith: { key: 'context', value: 'fork' },
    decides: true,
    default: 'general-purpose',
    onInvalid: 'runs the default agent',
    invalidSeverity: 'warning',
    example: 'Explore',
    evidence: observed,
  },
  background: {
    summary: 'Whether the conversation goes on while a fork runs.',
    shape: { kind: 'flag', words: true },
    onlyWith: { key: 'context', value: 'fork' },
    default: 'true',
    since: '2.1.218',
    onInvalid: 'ignores it',
    invalidSeverity: 'warning',
    example: 'false',
    evidence: accepted,
  },
  hooks: {
    summary: 'Commands, prompts or requests that run on events while it is active.',
    details:
      'A mapping from event to a list of `{matcher, hooks: [{type, …}]}`. Claude Code ignores hooks that it cannot read. ' +
      'When such a hook may be a guard (PreToolUse, PermissionRequest), `allowed-tools` approves nothing.',
    role: 'events',
    shape: { kind: 'mapping' },
    nested: hooksShape,
    default: 'no hooks of its own',
    since: '2.1.0',
    onInvalid: 'ignores the hooks',
    invalidSeverity: 'warning',
    example: '{ PostToolUse: [{ matcher: Edit, hooks: [{ type: command, command: npm run lint }] }] }',
    evidence: observed,
  },
  paths: {
    summary: 'Globs of files. The skill is unknown until a file that matches one is in use.',
    details: 'A text with commas, or a list. Only `**` means that the skill is always known; `**/*` does not.',
    shape: { kind: 'names' },
    decides: true,
    default: 'the skill is always known',
    onInvalid: 'always knows the skill',
    invalidSeverity: 'warning',
    example: '"src/**/*.ts"',
    evidence: observed,
  },
  shell: {
    summary: 'The shell for commands in the text, which are written as !`command`.',
    shape: {
      kind: 'choice',
      choices: [
        { value: 'bash', summary: 'Bash, which is the default.' },
        { value: 'powershell', summary: 'PowerShell.' },
      ],
      near: { pwsh: 'powershell', ps: 'powershell', sh: 'bash', zsh: 'bash' },
    },
    default: 'bash',
    onInvalid: 'uses bash',
    invalidSeverity: 'warning',
    example: 'bash',
    evidence: observed,
  },
  metadata: {
    summary: 'Your own data; it has no effect.',
    details: 'A mapping. Claude Code drops any other value, and Codex does not load a skill with one.',
    shape: { kind: 'mapping' },
    onInvalid: 'drops it, which changes nothing',
    invalidSeverity: 'information',
    example: '{ author: me }',
    evidence: standard,
  },
  license: {
    summary: 'The license of the skill; it has no effect.',
    shape: anyText,
    onInvalid: 'ignores it',
    invalidSeverity: 'information',
    example: 'MIT',
    evidence: standard,
  },
  compatibility: {
    summary: 'What the skill needs around it; it has no effect.',
    details: 'At most 500 characters in the Agent Skills standard.',
    shape: anyText,
    onInvalid: 'ignores it',
    invalidSeverity: 'information',
    example: 'Requires git',
    evidence: standard,
  },
  version: {
    summary: 'A version for your own bookkeeping; it has no effect.',
    shape: anyText,
    undocumented: true,
    onInvalid: 'ignores it',
    invalidSeverity: 'information',
    example: '1.0.0',
    evidence: observed,
  },
  disallowedTools: {
    summary: 'Another spelling of `disallowed-tools`.',
    shape: { kind: 'tools' },
    undocumented: true,
    onInvalid: 'refuses no tool',
    invalidSeverity: 'error',
    example: 'Bash',
    evidence: observed,
  },
} as const satisfies Readonly<Record<string, Field>>;

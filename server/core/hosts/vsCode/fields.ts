/** The fields of VS Code's own agents. */

import type { Choice } from '../choice';
import type { Field, StrayField } from '../field';
import { misspelledWith } from '../strayTable';
import { accepted, observed } from './evidence';
import { githubShape, handoffShape, hooksShape } from './nested';

const loose = { invalidSeverity: 'warning', evidence: observed } as const;

/** Every value that is neither a list nor a map is text for this reader of YAML. */
const text = { kind: 'string' } as const;

const efforts: readonly Choice[] = ['low', 'medium', 'high', 'xhigh', 'max'].map((value) => ({
  value,
  summary: `Effort \`${value}\`.`,
}));

const flag = (summary: string, instead: string, more: Partial<Field> = {}): Field => ({
  ...loose,
  summary,
  shape: { kind: 'flag' },
  default: `\`${instead}\``,
  onInvalid: `uses \`${instead}\``,
  example: instead === 'true' ? 'false' : 'true',
  ...more,
});

export const nameField: Field = {
  ...loose,
  summary: 'What the agent is called.',
  details: 'Any text is a name. Two agents with one name are both listed.',
  role: 'identity',
  shape: text,
  ofNull: 'refused',
  default: 'the name of the file',
  onInvalid: 'uses the name of the file, or no name at all where the value is empty',
  example: 'code-reviewer',
};

export const descriptionField: Field = {
  ...loose,
  summary: 'What the agent is for. It is shown in the chat and tells other agents when to start this one.',
  role: 'purpose',
  templates: ['[What it does]. Use when [the situation]; not for [what others do].'],
  shape: text,
  ofNull: 'refused',
  onInvalid: 'loads the agent without a description',
  example: 'Reviews changes for errors. Use it after code was written.',
};

export const userInvocable = flag('Whether the user can choose the agent in the chat.', 'true');

export const vsCodeFields = {
  name: nameField,
  description: descriptionField,
  tools: {
    ...loose,
    summary: 'The only tools that the agent gets.',
    details:
      'A list, or text with commas. `read`, `edit`, `search` and others are sets of tools; `read/readFile` is one tool of a set, and ' +
      '`server/*` all tools of an MCP server. Unknown names are ignored, and `*` is unknown too. With `[]` the agent gets no tool.',
    role: 'allow',
    shape: { kind: 'tools' },
    default: 'all tools',
    onInvalid: 'takes the list as missing, so that the agent gets every tool',
    example: '[read, search]',
  },
  model: {
    ...loose,
    summary: 'The model that runs the agent.',
    details:
      'A name as the menu of the chat shows it, with the vendor in parentheses, or a list of names. VS Code uses the first one that it ' +
      'has. Which names it has depends on the account.',
    role: 'model',
    shape: { kind: 'model', orList: 'any' },
    default: 'the model of the chat',
    onInvalid: 'uses the model of the chat',
    example: 'Claude Sonnet 4.5 (copilot)',
  },
  agents: {
    ...loose,
    summary: 'The agents that this one may start.',
    details: 'With `["*"]` all agents, with `[]` none. Where `tools` is set, it must contain `agent`.',
    shape: { kind: 'names', only: 'list' },
    default: 'all agents',
    onInvalid: 'ignores the field',
    example: '["*"]',
  },
  handoffs: {
    ...loose,
    summary: 'Buttons that hand the work over to another agent.',
    shape: { kind: 'sequence' },
    nested: handoffShape,
    onInvalid: 'shows no buttons',
    example: '[{ label: Implement, agent: agent, prompt: Implement the plan. }]',
  },
  'argument-hint': {
    ...loose,
    summary: 'A hint for what to write, shown in the input of the chat.',
    shape: text,
    onInvalid: 'shows no hint',
    example: '"[file to review]"',
  },
  'reasoning-effort': {
    ...loose,
    summary: 'How much the model reasons.',
    role: 'effort',
    details: `Completion offers ${efforts.map(({ value }) => `\`${value}\``).join(', ')}; the value is not checked.`,
    shape: text,
    onInvalid: 'ignores the field',
    example: 'high',
    evidence: accepted,
  },
  target: {
    ...loose,
    summary: 'Where the agent is meant to run.',
    details:
      'With `github-copilot` VS Code checks the file as one for GitHub Copilot, with that product’s tools and fields.',
    shape: {
      kind: 'choice',
      choices: [
        { value: 'vscode', summary: 'In VS Code.' },
        { value: 'github-copilot', summary: 'In GitHub Copilot.' },
      ],
    },
    default: 'both',
    onInvalid: 'ignores the field',
    decides: true,
    example: 'vscode',
  },
  'user-invocable': userInvocable,
  'disable-model-invocation': flag('Whether other agents cannot start this one.', 'false'),
  hooks: {
    ...loose,
    summary: 'Commands that VS Code runs at certain moments of a session.',
    role: 'events',
    shape: { kind: 'mapping' },
    nested: hooksShape,
    onInvalid: 'runs no hooks',
    example: '{ Stop: [{ type: command, command: npm test }] }',
    evidence: accepted,
  },
  github: {
    ...loose,
    summary: 'Settings for GitHub Copilot.',
    shape: { kind: 'mapping' },
    nested: githubShape,
    onInvalid: 'reports an error for it',
    example: '{ permissions: { contents: read } }',
    evidence: accepted,
  },
  advancedOptions: {
    ...loose,
    summary: 'Accepted, with no known effect.',
    shape: { kind: 'mapping' },
    undocumented: true,
    onInvalid: 'ignores the field',
    example: '{}',
    evidence: accepted,
  },
} as const satisfies Readonly<Record<string, Field>>;

const ignored = 'has no effect here';

const misspelled = misspelledWith(ignored, 'warning');

/** Without its list of tools the agent gets every tool. */
const unlimited = (meant: string): StrayField => ({
  kind: 'misspelled',
  meant,
  effect: 'limits nothing here, so the agent gets every tool',
  severity: 'error',
});

const foreign = (product: string, severity: 'warning' | 'hint' = 'hint', effect = 'is ignored'): StrayField => ({
  kind: 'foreign',
  product,
  effect,
  severity,
});

const infer: Field = {
  ...loose,
  summary: 'Whether other agents can start this one.',
  shape: { kind: 'flag' },
  default: '`true`',
  onInvalid: 'ignores the field',
  example: 'false',
};

const mcpServers: Field = {
  ...loose,
  summary: 'MCP servers that GitHub Copilot starts for the agent. VS Code ignores them.',
  shape: { kind: 'mapping' },
  onInvalid: 'ignores the field',
  example: '{ docs: { command: docs-server } }',
};

const { description, github, model, name, target, tools, 'reasoning-effort': effort } = vsCodeFields;

/** The fields of an agent that is meant for GitHub Copilot (`target`), whose tools are not checked. */
export const vsCodeForCopilotFields: Readonly<Record<string, Field>> = {
  name,
  description,
  tools,
  model,
  'reasoning-effort': effort,
  target,
  infer,
  github,
  'mcp-servers': mcpServers,
};

/** Keys that people write into such files although VS Code does not read them. */
export const vsCodeStray: Readonly<Record<string, StrayField>> = {
  Name: misspelled('name'),
  Description: misspelled('description'),
  Tools: unlimited('tools'),
  'allowed-tools': unlimited('tools'),
  allowedTools: unlimited('tools'),
  argumentHint: misspelled('argument-hint'),
  handOffs: misspelled('handoffs'),
  reasoningEffort: misspelled('reasoning-effort'),
  userInvocable: misspelled('user-invocable'),
  'user-invokable': misspelled('user-invocable'),
  disableModelInvocation: misspelled('disable-model-invocation'),
  infer: {
    kind: 'stray',
    effect: 'is outdated: `user-invocable` and `disable-model-invocation` take its place',
    severity: 'warning',
  },
  disallowedTools: foreign('Claude Code', 'warning', 'denies nothing; list the allowed tools in `tools` instead'),
  'excluded-tools': foreign('Copilot', 'warning', 'denies nothing; list the allowed tools in `tools` instead'),
  'mcp-servers': foreign('GitHub Copilot', 'hint', 'is ignored in agents that run locally'),
  permissionMode: foreign('Claude Code', 'warning'),
  maxTurns: foreign('Claude Code', 'warning'),
  isolation: foreign('Claude Code', 'warning'),
  effort: foreign('Claude Code', 'hint', 'is ignored; `reasoning-effort` is the field for it'),
  memory: foreign('Claude Code'),
  background: foreign('Claude Code'),
  color: foreign('Claude Code'),
  mcpServers: foreign('Claude Code', 'warning', 'starts no servers'),
  permission: foreign('OpenCode', 'warning', 'limits nothing; list the allowed tools in `tools` instead'),
  mode: foreign('OpenCode'),
  temperature: foreign('OpenCode'),
  'strict-tools-list': foreign('Copilot CLI'),
  'deferred-tool-loading': foreign('Copilot CLI'),
  'include-custom-instructions': foreign('Copilot CLI'),
  metadata: foreign('Copilot'),
  displayName: foreign('Copilot'),
  skills: foreign('Copilot CLI'),
  agent: foreign('prompt files of VS Code'),
  applyTo: foreign('instruction files of VS Code'),
  excludeAgent: foreign('instruction files of VS Code'),
};

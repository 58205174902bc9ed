/** How VS Code reads the agents of Claude Code: it translates some tools and models, and silently drops the rest. */
import type { Choice } from '../choice';
import type { Field, StrayField } from '../field';
import type { Format } from '../host';
import { shellPrograms } from '../shellPrograms';
import type { McpNames } from '../tool';
import { vsCodeBehavior, vsCodeCommon } from './agent';
import { vsCodeClaudeForeign, vsCodeClaudeTools } from './claudeTools';
import { accepted, observed } from './evidence';
import { descriptionField, nameField, userInvocable, vsCodeFields } from './fields';
import { vsCodeClaudeModels } from './models';
import { verdict } from './read';

const loose = { invalidSeverity: 'warning', evidence: observed } as const;

const modes: readonly Choice[] = ['default', 'acceptEdits', 'plan', 'delegate', 'dontAsk', 'bypassPermissions'].map(
  (value) => ({ value, summary: `The mode \`${value}\`.` }),
);

const places: readonly Choice[] = ['user', 'project', 'local'].map((value) => ({
  value,
  summary: `Notes of the ${value}.`,
}));

/** A field of Claude Code that VS Code ignores. */
const unused = (summary: string, example: string): Field => ({
  ...loose,
  summary: `${summary} VS Code does not use it.`,
  shape: { kind: 'string' },
  undocumented: true,
  onInvalid: 'ignores the field',
  example,
});

const fields: Readonly<Record<string, Field>> = {
  name: nameField,
  description: descriptionField,
  tools: {
    ...vsCodeFields.tools,
    details:
      'A list, or text with commas; spaces alone separate nothing here. VS Code translates the names that it knows and silently drops ' +
      'all others, `Agent`, `Skill`, tools of MCP servers and names with a pattern among them. Without a value the agent gets no tool.',
    shape: { kind: 'tools' },
    example: 'Read, Grep, Glob',
  },
  model: {
    ...loose,
    summary: 'The model that runs the agent.',
    details: 'Exactly one of these words; with a full id or another case the agent runs with the model of the chat.',
    role: 'model',
    shape: { kind: 'choice', choices: vsCodeClaudeModels.aliases },
    default: 'the model of the chat',
    onInvalid: 'runs the agent with the model of the chat',
    example: 'sonnet',
  },
  permissionMode: {
    ...loose,
    summary: 'The mode of permission. What it changes in VS Code was not seen.',
    shape: { kind: 'choice', choices: modes },
    onInvalid: 'does not know this mode',
    invalidSeverity: 'information',
    example: 'plan',
    evidence: accepted,
  },
  memory: {
    ...loose,
    summary: 'Where the agent keeps notes. What it changes in VS Code was not seen.',
    shape: { kind: 'choice', choices: places },
    onInvalid: 'does not know this place',
    invalidSeverity: 'information',
    example: 'project',
    evidence: accepted,
  },
  hooks: {
    ...loose,
    summary: 'Commands that run at certain moments.',
    details:
      'VS Code knows the events `SessionStart`, `UserPromptSubmit`, `PreToolUse`, `PostToolUse`, `PreCompact`, `SubagentStart`, ' +
      '`SubagentStop` and `Stop`.',
    role: 'events',
    shape: { kind: 'mapping' },
    onInvalid: 'runs no hooks',
    example: '{ Stop: [{ hooks: [{ type: command, command: npm test }] }] }',
    evidence: accepted,
  },
  'user-invocable': userInvocable,
  color: unused('The color of the agent.', 'blue'),
  effort: unused('How much the model reasons.', 'high'),
  background: unused('Whether the agent runs in the background.', 'true'),
  initialPrompt: unused('The first prompt of the agent.', 'Begin.'),
  maxTurns: unused('How many turns the agent may take.', '30'),
  isolation: unused('Where the agent works.', 'worktree'),
};

const strayFields: Readonly<Record<string, StrayField>> = {
  disallowedTools: {
    kind: 'foreign',
    product: 'Claude Code',
    effect: 'denies nothing',
    severity: 'warning',
  },
  'allowed-tools': {
    kind: 'misspelled',
    meant: 'tools',
    effect: 'limits nothing here, so the agent gets every tool',
    severity: 'error',
  },
  mcpServers: { kind: 'foreign', product: 'Claude Code', effect: 'starts no servers', severity: 'hint' },
  skills: { kind: 'foreign', product: 'Claude Code', effect: 'loads no skills', severity: 'hint' },
};

const unavailable = 'VS Code gives agents in this folder no tools of MCP servers.';

const mcp: McpNames = {
  prefix: 'mcp__',
  spelled: 'mcp__<server>__<tool>',
  spell: (server, tool) => `mcp__${server}${tool === undefined ? '' : `__${tool}`}`,
  unavailable,
  fault: () => 'agents in this folder get no tools of MCP servers',
  covers: (name, wanted) => name === wanted,
  knownServers: [],
};

export const vsCodeClaudeAgent: Format = {
  ...vsCodeCommon,
  id: 'vscode-claude',
  title: 'Claude Code agent in VS Code',
  files: ['**/.claude/agents/*.md'],
  on: {
    ...vsCodeBehavior,
    unknownField: { says: 'silently ignores it', severity: 'hint' },
    unknownTool: { says: 'silently drops it', severity: 'warning' },
  },
  fields,
  strayFields,
  tools: vsCodeClaudeTools,
  toolSets: [
    ['Read', 'Write', 'Edit', 'Bash'],
    ['Read', 'Write', 'Edit', 'Grep', 'Glob'],
    ['Read', 'Grep', 'Glob'],
  ] satisfies readonly (readonly (keyof typeof vsCodeClaudeTools)[])[],
  retired: {},
  foreign: vsCodeClaudeForeign,
  shell: { tool: 'Bash', programs: shellPrograms },
  mcp,
  models: vsCodeClaudeModels,
  judge: (file, reading, path) => verdict(file, reading, path, vsCodeClaudeAgent),
};

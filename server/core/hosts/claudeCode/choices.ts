/** The fixed values that fields of a Claude Code agent take, and the models it knows. */
import type { Choice } from '../choice';
import type { Models } from '../models';
import { version } from './evidence';
import type { ClaudeCodeTool } from './tools';

export const colors = [
  { value: 'red', summary: 'Red.', rgb: '#dc2626' },
  { value: 'orange', summary: 'Orange.', rgb: '#ff8c00' },
  { value: 'yellow', summary: 'Yellow.', rgb: '#eab308' },
  { value: 'green', summary: 'Green.', rgb: '#16a34a' },
  { value: 'cyan', summary: 'Cyan, a blue-green.', rgb: '#06b6d4' },
  { value: 'blue', summary: 'Blue.', rgb: '#2563eb' },
  { value: 'purple', summary: 'Purple.', rgb: '#9333ea' },
  { value: 'pink', summary: 'Pink.', rgb: '#ec4899' },
] as const satisfies readonly Choice[];

export const permissionModes = [
  { value: 'default', summary: 'Asks before each action that needs permission.' },
  { value: 'manual', summary: 'Another name of default, since 2.1.200.', aliasOf: 'default' },
  {
    value: 'acceptEdits',
    summary: 'Changes files without asking; still asks before other actions.',
    unasked: ['Write', 'Edit', 'NotebookEdit'] satisfies readonly ClaudeCodeTool[],
  },
  { value: 'auto', summary: 'Lets a check in the background allow or refuse actions instead of asking you.' },
  { value: 'plan', summary: 'Only reads and plans; nothing is changed until the plan is approved.' },
  { value: 'dontAsk', summary: 'Never asks: refuses everything that no permission rule allows.' },
  {
    value: 'bypassPermissions',
    summary: 'Never asks and allows everything; for isolated machines only.',
    unasked: ['Write', 'Edit', 'NotebookEdit', 'Bash', 'Monitor', 'PowerShell'] satisfies readonly ClaudeCodeTool[],
  },
] as const satisfies readonly Choice[];

export const efforts = [
  { value: 'low', summary: 'Little reasoning: fast and cheap, for simple tasks.' },
  { value: 'medium', summary: 'A balance of speed and care.' },
  { value: 'med', summary: 'Another name of medium.', aliasOf: 'medium' },
  { value: 'high', summary: 'Much reasoning, for difficult tasks.' },
  { value: 'xhigh', summary: 'More than high; slower and more expensive.' },
  { value: 'max', summary: 'As much reasoning as the model supports.' },
] as const satisfies readonly Choice[];

export const memories = [
  { value: 'user', summary: 'Notes in your home folder, for all projects.' },
  { value: 'project', summary: 'Notes in the project, to be shared through version control.' },
  { value: 'local', summary: 'Notes in the project that stay out of version control.' },
] as const satisfies readonly Choice[];

export const isolations = [
  { value: 'worktree', summary: 'A temporary git worktree, so that your working copy stays as it is.' },
  {
    value: 'remote',
    summary: 'A remote machine. Undocumented, accepted by newer versions, and ignored in plugin agents.',
  },
] as const satisfies readonly Choice[];

export const models = {
  aliases: [
    { value: 'inherit', summary: 'The model of the conversation that starts the agent.' },
    { value: 'sonnet', summary: `The current Sonnet; claude-sonnet-5-5 in version ${version}.` },
    { value: 'opus', summary: `The current Opus; claude-opus-5-5 in version ${version}.` },
    { value: 'haiku', summary: `The current Haiku, the small and quick one; claude-haiku-5-5 in version ${version}.` },
    { value: 'fable', summary: `The current Fable; claude-fable-5-2 in version ${version}, unknown to older ones.` },
  ],
  otherAliases: ['best', 'opusplan'],
  // The recorded program sends these as they are, and no model has such a name.
  spoken: { default: 'inherit', auto: 'inherit', main: 'inherit', fast: 'haiku', small: 'haiku' },
  suffixes: ['[1m]'],
  ids: [
    'claude-fable-5',
    'claude-fable-5-1',
    'claude-fable-5-2',
    'claude-haiku-4-5',
    'claude-haiku-5-5',
    'claude-mythos-5',
    'claude-mythos-5-1',
    'claude-mythos-5-2',
    'claude-opus-4-5',
    'claude-opus-4-6',
    'claude-opus-4-7',
    'claude-opus-4-8',
    'claude-opus-5',
    'claude-opus-5-5',
    'claude-sonnet-4-5',
    'claude-sonnet-4-6',
    'claude-sonnet-5',
    'claude-sonnet-5-5',
  ],
  // The dated Sonnet 4 is named by public agent files more often than any other id.
  retired: [
    'claude-3-haiku',
    'claude-3-sonnet',
    'claude-3-opus',
    'claude-3-5-haiku',
    'claude-3-5-sonnet',
    'claude-3-7-sonnet',
    'claude-sonnet-4-0',
    'claude-sonnet-4-20250514',
    'claude-opus-4-0',
    'claude-opus-4-20250514',
    'claude-opus-4-1',
  ],
  // The program moves these to the current model of the family; other retired ids are sent as they are.
  replaced: ['claude-opus-4-0', 'claude-opus-4-20250514', 'claude-opus-4-1'],
  // As the page on model deprecations of the Claude API gave them in 2026; Bedrock and Vertex have ids and dates of their own.
  retiredOn: {
    'claude-3-haiku': '2026-04-20',
    'claude-3-sonnet': '2025-07-21',
    'claude-3-opus': '2026-01-05',
    'claude-3-5-haiku': '2026-02-19',
    'claude-3-5-sonnet': '2025-10-28',
    'claude-3-7-sonnet': '2026-02-19',
    'claude-sonnet-4-0': '2026-06-15',
    'claude-sonnet-4-20250514': '2026-06-15',
    'claude-opus-4-0': '2026-06-15',
    'claude-opus-4-20250514': '2026-06-15',
    'claude-opus-4-1': '2026-08-05',
  },
  foreignPrefixes: [
    'gpt-',
    'gpt4',
    'gpt5',
    'chatgpt',
    'o1',
    'o3',
    'o4-',
    'codex',
    'gemini',
    'grok',
    'deepseek',
    'qwen',
    'llama',
    'mistral',
    'kimi',
    'glm-',
    'composer-',
    'github-copilot/',
    'openai/',
    'google/',
    'openrouter/',
    'claude sonnet ',
    'claude opus ',
    'claude haiku ',
    'claude 3',
    'claude 4',
  ],
} as const satisfies Models;

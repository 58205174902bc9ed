/** Which tools of Claude Code VS Code translates into its own, and which it drops. */
import type { Ability, Foreign, Tool, ToolEffect } from '../tool';
import { observed } from './evidence';
import type { VsCodeTool } from './tools';

/** The tools that an agent gets in VS Code for a name of Claude Code. */
export const vsCodeTranslations = {
  Read: ['read/readFile', 'read/getNotebookSummary'],
  Write: ['edit/createDirectory', 'edit/createFile', 'edit/createJupyterNotebook'],
  Edit: ['edit/editFiles', 'edit/editNotebook'],
  Bash: ['execute'],
  Grep: ['search/textSearch'],
  Glob: ['search/fileSearch'],
  WebFetch: ['web'],
  WebSearch: ['web'],
  Task: ['agent'],
  NotebookEdit: ['edit/editNotebook'],
  AskUserQuestion: ['vscode/askQuestions'],
} as const satisfies Readonly<Record<string, readonly VsCodeTool[]>>;

const tool = (
  name: keyof typeof vsCodeTranslations,
  summary: string,
  effect: ToolEffect,
  gives: readonly Ability[],
): Tool => ({
  summary,
  effect,
  gives,
  subagents: 'always',
  note: `In VS Code the agent gets ${vsCodeTranslations[name].map((one) => `\`${one}\``).join(', ')} for it.`,
  evidence: observed,
});

export const vsCodeClaudeTools: Readonly<Record<keyof typeof vsCodeTranslations, Tool>> = {
  Read: tool('Read', 'Reads files.', 'reads', ['read']),
  Write: tool('Write', 'Creates files and folders.', 'writes', ['write']),
  Edit: tool('Edit', 'Changes files and notebooks.', 'writes', ['edit', 'notebook']),
  Bash: tool('Bash', 'Runs commands.', 'runs', ['run']),
  Grep: tool('Grep', 'Searches the contents of files.', 'reads', ['search-text']),
  Glob: tool('Glob', 'Finds files by a pattern of their path.', 'reads', ['find-files']),
  WebFetch: tool('WebFetch', 'Reads web pages and repositories.', 'network', ['fetch', 'search-web']),
  WebSearch: tool('WebSearch', 'Reads web pages and repositories.', 'network', ['fetch', 'search-web']),
  Task: tool('Task', 'Starts other agents.', 'delegates', ['delegate']),
  NotebookEdit: tool('NotebookEdit', 'Changes notebooks.', 'writes', ['notebook']),
  AskUserQuestion: tool('AskUserQuestion', 'Asks the user questions.', 'asks', ['ask']),
};

/** Tools of Claude Code that are dropped. The file is for that product too, so they have to stay. */
const dropped = [
  'BashOutput',
  'EnterPlanMode',
  'ExitPlanMode',
  'KillShell',
  'LS',
  'LSP',
  'NotebookRead',
  'PowerShell',
  'SendMessage',
  'Skill',
  'SlashCommand',
  'TaskOutput',
  'TaskStop',
  'TodoWrite',
  'ToolSearch',
] as const;

export const vsCodeClaudeForeign: Readonly<Record<string, Foreign>> = {
  ...Object.fromEntries(dropped.map((name) => [name, { product: 'Claude Code', isForBoth: true }] as const)),
  Agent: { product: 'Claude Code', replacement: 'Task', isForBoth: true },
  MultiEdit: { product: 'an older Claude Code', replacement: 'Edit' },
};

/** Old names of VS Code's tools, and names of other products with what replaces them here. */

import type { Foreign, Retired } from '../tool';
import { foreignTools } from '../toolTable';
import { observed } from './evidence';
import type { VsCodeTool } from './tools';

const renamed = (names: Readonly<Record<string, VsCodeTool>>): Readonly<Record<string, Retired>> =>
  Object.fromEntries(
    Object.entries(names).map(([name, replacement]) => [
      name,
      { replacement, state: 'alias works', when: `renamed to \`${replacement}\``, evidence: observed },
    ]),
  );

export const vsCodeRetired: Readonly<Record<string, Retired>> = renamed({
  shell: 'execute',
  'custom-agent': 'agent',
  runSubagent: 'agent',
  todos: 'todo',
  codebase: 'search/codebase',
  editFiles: 'edit/editFiles',
  extensions: 'vscode/extensions',
  githubRepo: 'web/githubRepo',
  'search/readFile': 'read/readFile',
  terminalLastCommand: 'read/terminalLastCommand',
  terminalSelection: 'read/terminalSelection',
  vscodeAPI: 'vscode/vscodeAPI',
  // The run knew neither the old nor the new name, because its build has not these tools.
  changes: 'search/changes',
  fetch: 'web/fetch',
});

const of = foreignTools<VsCodeTool>;

/**
 * Names that differ from ours in case or separators only are known without this table. Names that several products share are with
 * the one in whose files they are most frequent, which comes last.
 */
export const vsCodeForeign: Readonly<Record<string, Foreign>> = {
  ...of('an older version of VS Code', {
    findTestFiles: null,
    openSimpleBrowser: null,
    think: null,
    search_codebase: 'search/codebase',
  }),
  ...of('Cline', {
    read_files: 'read/readFile',
    run_commands: 'execute',
    fetch_web_content: 'web',
    editor: 'edit',
    ask_question: 'vscode/askQuestions',
    skills: null,
  }),
  ...of('Factory', { ApplyPatch: 'edit', Create: 'edit/createFile', FetchUrl: 'web' }),
  ...of('Gemini CLI', {
    read_file: 'read/readFile',
    read_many_files: 'read/readFile',
    write_file: 'edit/createFile',
    replace: 'edit/editFiles',
    grep_search: 'search/textSearch',
    search_file_content: 'search/textSearch',
    list_directory: 'search/listDirectory',
    run_shell_command: 'execute',
    web_fetch: 'web',
    google_web_search: 'web',
    write_todos: 'todo',
    activate_skill: null,
  }),
  ...of('OpenCode', {
    bash: 'execute',
    glob: 'search/fileSearch',
    grep: 'search/textSearch',
    list: 'search/listDirectory',
    patch: 'edit',
    question: 'vscode/askQuestions',
    skill: null,
    task: 'agent',
    todowrite: 'todo',
    webfetch: 'web',
    websearch: 'web',
    write: 'edit/createFile',
  }),
  ...of('Copilot CLI', { ask_user: 'vscode/askQuestions', create: 'edit/createFile', view: 'read/readFile' }),
  ...of('an API for models', { str_replace_editor: 'edit' }),
  ...of('Claude Code', {
    AskUserQuestion: 'vscode/askQuestions',
    Bash: 'execute',
    BashOutput: 'execute/getTerminalOutput',
    Glob: 'search/fileSearch',
    Grep: 'search/textSearch',
    KillShell: 'execute/killTerminal',
    LS: 'search/listDirectory',
    LSP: 'search/usages',
    MultiEdit: 'edit/editFiles',
    NotebookEdit: 'edit/editNotebook',
    NotebookRead: 'read/getNotebookSummary',
    Skill: null,
    Task: 'agent',
    TodoWrite: 'todo',
    WebFetch: 'web',
    WebSearch: 'web',
    Write: 'edit/createFile',
  }),
};

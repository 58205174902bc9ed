/** Names of tools of other products, with the tools of OpenCode and Kilo that replace them. */

import type { Foreign } from '../tool';
import { foreignTools } from '../toolTable';
import type { openCodeTools } from './tools';

const of = foreignTools<keyof typeof openCodeTools>;

/**
 * Names that differ from ours in case or separators only are known without this table. Names that several products share are with
 * the one in whose files they are most frequent, which comes last.
 */
export const foreign: Readonly<Record<string, Foreign>> = {
  ...of('Cline', {
    read_files: 'read',
    search_codebase: 'grep',
    run_commands: 'bash',
    fetch_web_content: 'webfetch',
    editor: 'edit',
    ask_question: 'question',
    skills: 'skill',
  }),
  ...of('Factory', { Create: 'write', ApplyPatch: 'edit', Execute: 'bash', FetchUrl: 'webfetch', AskUser: 'question' }),
  ...of('Gemini CLI', {
    read_file: 'read',
    read_many_files: 'read',
    list_directory: 'read',
    write_file: 'write',
    replace: 'edit',
    run_shell_command: 'bash',
    grep_search: 'grep',
    search_file_content: 'grep',
    web_fetch: 'webfetch',
    google_web_search: 'websearch',
    write_todos: 'todowrite',
    activate_skill: 'skill',
    ask_user: 'question',
  }),
  ...of('GitHub Copilot', {
    view: 'read',
    create: 'write',
    execute: 'bash',
    search: 'grep',
    todo: 'todowrite',
    web: 'webfetch',
    agent: 'task',
    'read/readFile': 'read',
    'edit/createFile': 'write',
    'edit/editFiles': 'edit',
    'execute/runInTerminal': 'bash',
    'search/textSearch': 'grep',
    'search/fileSearch': 'glob',
    'search/listDirectory': 'read',
    'vscode/askQuestions': 'question',
    'web/fetch': 'webfetch',
    codebase: 'grep',
    editFiles: 'edit',
    runCommands: 'bash',
    runInTerminal: 'bash',
    fetch: 'webfetch',
  }),
  ...of('Claude Code', {
    MultiEdit: 'edit',
    BashOutput: null,
    KillShell: null,
    LS: 'read',
    ls: 'read',
    Agent: 'task',
    NotebookEdit: 'edit',
    NotebookRead: 'read',
    AskUserQuestion: 'question',
    ExitPlanMode: null,
  }),
};

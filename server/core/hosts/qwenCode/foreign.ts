/** Names of other products' tools in Qwen Code agents, with the tools that replace them here. */

import type { Foreign } from '../tool';
import { foreignTools } from '../toolTable';
import type { QwenCodeTool } from './tools';

const of = foreignTools<QwenCodeTool>;

/** Names that several products share are with the one in whose files they are most frequent, which comes last. */
export const qwenCodeForeign: Readonly<Record<string, Foreign>> = {
  ...of('Cline', {
    read_files: 'read_file',
    search_codebase: 'grep_search',
    run_commands: 'run_shell_command',
    fetch_web_content: 'web_fetch',
    editor: 'edit',
    ask_question: 'ask_user_question',
    skills: 'skill',
  }),
  ...of('Factory', {
    Create: 'write_file',
    ApplyPatch: 'edit',
    Execute: 'run_shell_command',
    FetchUrl: 'web_fetch',
    AskUser: 'ask_user_question',
  }),
  ...of('Gemini CLI', {
    activate_skill: 'skill',
    ask_user: 'ask_user_question',
    google_web_search: 'web_search',
    invoke_agent: 'agent',
    read_many_files: 'read_file',
    write_todos: null,
    complete_task: null,
  }),
  ...of('OpenCode', {
    bash: 'run_shell_command',
    grep: 'grep_search',
    list: 'list_directory',
    patch: 'edit',
    question: 'ask_user_question',
    todowrite: null,
    webfetch: 'web_fetch',
    websearch: 'web_search',
    write: 'write_file',
  }),
  ...of('GitHub Copilot', {
    read: 'read_file',
    view: 'read_file',
    create: 'write_file',
    execute: 'run_shell_command',
    shell: 'run_shell_command',
    search: 'grep_search',
    todo: null,
    web: 'web_fetch',
    'read/readFile': 'read_file',
    'edit/createFile': 'write_file',
    'edit/editFiles': 'edit',
    'edit/editNotebook': 'notebook_edit',
    'execute/runInTerminal': 'run_shell_command',
    'search/textSearch': 'grep_search',
    'search/fileSearch': 'glob',
    'search/listDirectory': 'list_directory',
    'vscode/askQuestions': 'ask_user_question',
    'web/fetch': 'web_fetch',
    codebase: 'grep_search',
    editFiles: 'edit',
    runCommands: 'run_shell_command',
    runInTerminal: 'run_shell_command',
    fetch: 'web_fetch',
  }),
  ...of('Claude Code', {
    Read: 'read_file',
    Write: 'write_file',
    MultiEdit: 'edit',
    Bash: 'run_shell_command',
    BashOutput: null,
    KillShell: null,
    LS: 'list_directory',
    NotebookRead: 'read_file',
  }),
};

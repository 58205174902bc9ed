/** The tools that Cline gives to agents, and names of other products with the tools that replace them here. */

import { shellPrograms } from '../shellPrograms';
import type { Foreign, McpNames, Retired, Tool } from '../tool';
import { foreignTools, toolWith } from '../toolTable';
import { observed, readInProgram } from './evidence';

const tool = toolWith(observed);

export const clineTools = {
  // In the order in which completion offers them.
  read_files: tool('Reads files, or ranges of their lines.', 'reads', ['read']),
  search_codebase: tool('Searches the contents of files with a regular expression.', 'reads', ['search-text']),
  editor: tool('Creates files, and changes them by replacing or inserting text.', 'writes', ['write', 'edit'], {
    note: 'With some models, such as GPT, the program gives `apply_patch` instead.',
  }),
  run_commands: tool('Runs shell commands, and with them anything the shell can do, writing files included.', 'runs', [
    'run',
  ]),
  fetch_web_content: tool('Reads web pages.', 'network', ['fetch']),
  ask_question: tool('Asks the user a question.', 'asks', ['ask']),
  skills: tool('Loads the instructions of a skill.', 'reads', ['skill'], {
    status: 'undocumented',
    note: 'An agent gets it when it has the field `skills`, and only then.',
    evidence: readInProgram,
  }),
  apply_patch: tool('Changes files with a patch.', 'writes', [], {
    status: 'undocumented',
    note: 'Only with some models, in place of `editor`.',
    evidence: readInProgram,
  }),
  submit_and_exit: tool('Ends the work.', 'output', [], {
    status: 'internal',
    note: 'Only when the program runs without asking.',
    evidence: readInProgram,
  }),
} as const satisfies Readonly<Record<string, Tool>>;

type ClineTool = keyof typeof clineTools;

export const clineToolSets: readonly (readonly ClineTool[])[] = [
  ['read_files', 'search_codebase', 'editor', 'run_commands'],
  ['read_files', 'search_codebase', 'editor'],
  ['read_files', 'search_codebase'],
  ['read_files', 'search_codebase', 'fetch_web_content'],
];

const alias = (replacement: ClineTool, evidence = readInProgram): Retired => ({
  replacement,
  state: 'alias works',
  when: `now \`${replacement}\``,
  evidence,
});

/** Names that the program replaces, most of them from its time as an extension of an editor. */
export const clineRetired: Readonly<Record<string, Retired>> = {
  bash: { ...alias('run_commands'), evidence: observed },
  execute_command: alias('run_commands'),
  list_files: alias('run_commands'),
  read_file: alias('read_files'),
  search_files: alias('search_codebase'),
  list_code_definition_names: alias('search_codebase'),
  apply_diff: alias('editor'),
  replace_in_file: alias('editor'),
  write_to_file: alias('editor'),
  use_skill: alias('skills'),
  attempt_completion: alias('submit_and_exit'),
};

const of = foreignTools<ClineTool>;

/** Names that several products share are with the one in whose files they are most frequent, which comes last. */
export const clineForeign: Readonly<Record<string, Foreign>> = {
  ...of('Factory', { Create: 'editor', ApplyPatch: 'editor', Execute: 'run_commands', FetchUrl: 'fetch_web_content' }),
  ...of('Gemini CLI', {
    read_many_files: 'read_files',
    write_file: 'editor',
    replace: 'editor',
    run_shell_command: 'run_commands',
    grep_search: 'search_codebase',
    list_directory: 'run_commands',
    web_fetch: 'fetch_web_content',
    google_web_search: null,
    activate_skill: 'skills',
    write_todos: null,
    ask_user: 'ask_question',
  }),
  ...of('OpenCode', {
    list: 'run_commands',
    patch: 'editor',
    question: 'ask_question',
    todowrite: null,
    webfetch: 'fetch_web_content',
    websearch: null,
  }),
  ...of('GitHub Copilot', {
    view: 'read_files',
    create: 'editor',
    execute: 'run_commands',
    shell: 'run_commands',
    search: 'search_codebase',
    todo: null,
    web: 'fetch_web_content',
    'read/readFile': 'read_files',
    'edit/createFile': 'editor',
    'edit/editFiles': 'editor',
    'execute/runInTerminal': 'run_commands',
    'search/textSearch': 'search_codebase',
    'search/fileSearch': 'search_codebase',
    'search/listDirectory': 'run_commands',
    'web/fetch': 'fetch_web_content',
    codebase: 'search_codebase',
    editFiles: 'editor',
    runCommands: 'run_commands',
    runInTerminal: 'run_commands',
    fetch: 'fetch_web_content',
  }),
  ...of('Claude Code', {
    Read: 'read_files',
    read: 'read_files',
    Write: 'editor',
    write: 'editor',
    Edit: 'editor',
    edit: 'editor',
    MultiEdit: 'editor',
    BashOutput: null,
    KillShell: null,
    Grep: 'search_codebase',
    grep: 'search_codebase',
    Glob: 'search_codebase',
    glob: 'search_codebase',
    LS: 'run_commands',
    ls: 'run_commands',
    WebFetch: 'fetch_web_content',
    WebSearch: null,
    Agent: null,
    agent: null,
    Task: null,
    task: null,
    TodoWrite: null,
    Skill: 'skills',
    skill: 'skills',
    NotebookEdit: null,
    NotebookRead: null,
    AskUserQuestion: 'ask_question',
  }),
};

/** Shell programs that are no names of other tools. */
export const clineShell: readonly string[] = shellPrograms.filter((name) => name !== 'ls');

/** Agents get no tools of MCP servers, so every name of one is ignored. */
export const clineMcp: McpNames = {
  prefix: 'mcp__',
  spelled: 'mcp__<server>__<tool>',
  spell: (server, name) => `mcp__${server}__${name ?? '*'}`,
  fault: () => 'agents of this program get no tools of MCP servers',
  covers: (name, wanted) => name === wanted,
  knownServers: [],
};

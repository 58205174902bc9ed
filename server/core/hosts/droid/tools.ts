/** The tools of Factory droid, its categories of them, and names of other products with the tools that replace them here. */

import type { Foreign, McpNames, Retired, Tool } from '../tool';
import { foreignTools, toolWith } from '../toolTable';
import { readInProgram } from './evidence';

const tool = toolWith(readInProgram);

// Without abilities: no list can keep them from a droid, so that they are nothing that a list grants.
const always = { note: 'Every droid gets it, whatever the list says.' } as const;

const patches = 'Where the program changes files with patches, it gives `ApplyPatch` instead.';

export const droidTools = {
  // In the order in which completion offers them.
  Read: tool('Reads a file.', 'reads', ['read']),
  Grep: tool('Searches the contents of files with a regular expression.', 'reads', ['search-text']),
  Glob: tool('Finds files by a pattern of their path.', 'reads', ['find-files']),
  LS: tool('Lists the files of a folder.', 'reads', ['list-folder']),
  Edit: tool('Changes a file by replacing a piece of its text.', 'writes', ['edit'], { note: patches }),
  Create: tool('Creates a file, or overwrites the whole of one.', 'writes', ['write'], { note: patches }),
  ApplyPatch: tool('Changes files with a patch.', 'writes', ['write', 'edit'], {
    note: 'Where the model does not take patches, the program gives `Create` and `Edit` instead.',
  }),
  Execute: tool('Runs shell commands, and with them anything the shell can do, writing files included.', 'runs', [
    'run',
  ]),
  FetchUrl: tool('Reads web pages.', 'network', ['fetch']),
  WebSearch: tool('Searches the web.', 'network', ['search-web']),
  Task: tool('Starts another droid.', 'delegates', ['delegate']),
  TodoWrite: tool('Keeps a list of tasks.', 'state', [], always),
  Skill: tool('Loads the instructions of a skill.', 'reads', [], always),
  AskUser: tool('Asks the user a question.', 'asks', ['ask'], {
    subagents: 'never',
    note: 'The program takes it away from every droid.',
  }),
} as const satisfies Readonly<Record<string, Tool>>;

type DroidTool = keyof typeof droidTools;

/** The tools that each category stands for. A category counts only as the whole value of the field. */
export const droidCategories: Readonly<Record<string, readonly DroidTool[]>> = {
  'read-only': ['Read', 'Grep', 'Glob', 'LS', 'Execute', 'FetchUrl', 'WebSearch', 'TodoWrite', 'Skill'],
  edit: ['Edit', 'Create', 'ApplyPatch'],
  execute: ['Execute'],
  execution: ['Execute'],
  web: ['WebSearch', 'FetchUrl'],
  mcp: [],
};

export const droidToolSets: readonly (readonly DroidTool[])[] = [
  ['Read', 'Grep', 'Glob', 'LS', 'Edit', 'Create', 'Execute'],
  ['Read', 'Grep', 'Glob', 'LS', 'Edit', 'Create'],
  ['Read', 'Grep', 'Glob', 'LS'],
  ['Read', 'Grep', 'Glob', 'FetchUrl', 'WebSearch'],
];

export const droidRetired: Readonly<Record<string, Retired>> = {
  all: {
    state: 'removed',
    when: 'no longer supported; without the field a droid gets every tool',
    evidence: readInProgram,
  },
  MultiEdit: {
    replacement: 'Edit',
    state: 'alias works',
    when: 'replaced by `Edit`',
    evidence: readInProgram,
  },
};

const of = foreignTools<DroidTool>;

/** Names that several products share are with the one in whose files they are most frequent, which comes last. */
export const droidForeign: Readonly<Record<string, Foreign>> = {
  ...of('Cline', {
    read_files: 'Read',
    search_codebase: 'Grep',
    run_commands: 'Execute',
    fetch_web_content: 'FetchUrl',
    editor: 'Edit',
    ask_question: null,
  }),
  ...of('Gemini CLI', {
    read_file: 'Read',
    write_file: 'Create',
    replace: 'Edit',
    run_shell_command: 'Execute',
    grep_search: 'Grep',
    list_directory: 'LS',
    google_web_search: 'WebSearch',
    activate_skill: 'Skill',
    write_todos: 'TodoWrite',
  }),
  ...of('OpenCode', { bash: 'Execute', list: 'LS', patch: 'ApplyPatch', question: null, write: 'Create' }),
  ...of('GitHub Copilot', {
    view: 'Read',
    shell: 'Execute',
    search: 'Grep',
    todo: 'TodoWrite',
    'read/readFile': 'Read',
    'edit/createFile': 'Create',
    'edit/editFiles': 'Edit',
    'execute/runInTerminal': 'Execute',
    'search/textSearch': 'Grep',
    'search/fileSearch': 'Glob',
    'search/listDirectory': 'LS',
    'web/fetch': 'FetchUrl',
    codebase: 'Grep',
    editFiles: 'Edit',
    runCommands: 'Execute',
    runInTerminal: 'Execute',
    fetch: 'FetchUrl',
  }),
  ...of('Claude Code', {
    Write: 'Create',
    Bash: 'Execute',
    BashOutput: null,
    KillShell: null,
    WebFetch: 'FetchUrl',
    Agent: 'Task',
    NotebookEdit: null,
    NotebookRead: null,
    AskUserQuestion: null,
    SlashCommand: null,
  }),
};

const BETWEEN = '___';

/** A server and a tool in a name. */
function partsOf(name: string): { readonly server: string; readonly tool: string } | undefined {
  const at = name.indexOf(BETWEEN);
  return at < 1 || at + BETWEEN.length >= name.length
    ? undefined
    : { server: name.slice(0, at), tool: name.slice(at + BETWEEN.length) };
}

/** The name of a server comes first, so all that the beginning of a name tells is that it is not one of these. */
export const droidMcp: McpNames = {
  prefix: BETWEEN,
  isName: (name) => partsOf(name) !== undefined,
  spelled: `<server>${BETWEEN}<tool>`,
  spell: (server, name) => `${server}${BETWEEN}${name ?? '*'}`,
  partsOf: (name) => partsOf(name) ?? { server: name, tool: undefined },
  fault: (name) => (name.includes('*') ? 'no name means several tools of a server' : undefined),
  respell: (name) => {
    const [, server, rest] = /^mcp__([^_*]+)__([^*]+)$/.exec(name) ?? [];
    return server === undefined ? undefined : `${server}${BETWEEN}${rest}`;
  },
  covers: (name, wanted) => name === wanted,
  knownServers: [],
};

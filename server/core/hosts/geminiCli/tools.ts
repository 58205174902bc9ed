/** The names that Gemini CLI accepts in a list of tools, and names of other products with the tools that replace them here. */

import { knownServers } from '../knownServers';
import type { Foreign, McpNames, Retired, Tool } from '../tool';
import { foreignTools, toolWith } from '../toolTable';
import { observed } from './evidence';

const tool = toolWith(observed);

/** The name is accepted, but the tool is there only where the program has registered it, which most sessions do not do. */
const rare = {
  status: 'undocumented',
  note: 'Accepted in the list, but without effect where this session has no such tool.',
} as const;

const tracker = (summary: string): Tool => tool(summary, 'state', [], rare);

export const geminiCliTools = {
  // In the order in which completion offers them: the most frequently listed first.
  read_file: tool('Reads a file.', 'reads', ['read']),
  grep_search: tool('Searches the contents of files with a regular expression.', 'reads', ['search-text']),
  glob: tool('Finds files by a pattern of their path.', 'reads', ['find-files']),
  list_directory: tool('Lists the files of a folder.', 'reads', ['list-folder']),
  replace: tool('Changes a file by replacing an exact piece of its text.', 'writes', ['edit']),
  write_file: tool('Creates a file, or overwrites the whole of one.', 'writes', ['write']),
  run_shell_command: tool(
    'Runs shell commands, and with them anything the shell can do, writing files included.',
    'runs',
    ['run'],
    { note: 'A pattern such as `run_shell_command(git)` is not accepted here.' },
  ),
  web_fetch: tool('Reads web pages.', 'network', ['fetch']),
  google_web_search: tool('Searches the web.', 'network', ['search-web']),
  write_todos: tool('Keeps a list of tasks.', 'state', ['todo']),
  activate_skill: tool('Loads the instructions of a skill.', 'reads', ['skill']),
  enter_plan_mode: tool('Switches to plan mode.', 'state'),
  exit_plan_mode: tool('Leaves plan mode.', 'state', [], rare),
  ask_user: tool('Asks the user a question.', 'asks', ['ask'], {
    status: 'undocumented',
    note: 'Accepted in the list, but unavailable without a user, for example with `-p`.',
  }),
  read_many_files: tool('Reads several files at once.', 'reads', ['read'], rare),
  read_mcp_resource: tool('Reads a resource of an MCP server.', 'reads', [], rare),
  list_mcp_resources: tool('Lists the resources of MCP servers.', 'reads', [], rare),
  get_internal_docs: tool('Reads the documentation of the program.', 'reads', [], rare),
  tracker_create_task: tracker('Creates a task in the tracker.'),
  tracker_update_task: tracker('Changes a task in the tracker.'),
  tracker_get_task: tracker('Reads a task of the tracker.'),
  tracker_list_tasks: tracker('Lists the tasks of the tracker.'),
  tracker_add_dependency: tracker('Makes a task of the tracker depend on another one.'),
  tracker_visualize: tracker('Draws the tasks of the tracker.'),
  complete_task: tool('Ends the work of the agent and hands over its result.', 'output', [], {
    status: 'internal',
    note: 'Every agent gets it, whatever the list says.',
  }),
  invoke_agent: tool('Starts another agent.', 'delegates', ['delegate'], {
    subagents: 'never',
    note: 'Accepted in the list, but no agent gets it.',
  }),
  update_topic: tool('Sets the topic of the session.', 'state', [], {
    subagents: 'never',
    note: 'Accepted in the list, but no agent gets it.',
  }),
} as const satisfies Readonly<Record<string, Tool>>;

type GeminiCliTool = keyof typeof geminiCliTools;

export const geminiCliToolSets: readonly (readonly GeminiCliTool[])[] = [
  ['read_file', 'write_file', 'replace', 'run_shell_command'],
  ['read_file', 'write_file', 'replace', 'grep_search', 'glob'],
  ['read_file', 'grep_search', 'glob', 'list_directory'],
  ['read_file', 'grep_search', 'glob', 'web_fetch', 'google_web_search'],
];

export const geminiCliRetired: Readonly<Record<string, Retired>> = {
  search_file_content: {
    replacement: 'grep_search',
    state: 'alias works',
    when: 'renamed to `grep_search`',
    evidence: observed,
  },
  save_memory: { state: 'removed', when: 'no longer accepted in 0.61.0', evidence: observed },
};

const of = foreignTools<GeminiCliTool>;

/**
 * Names that differ from ours in case or separators only are known without this table. Names that several products share are with
 * the one in whose files they are most frequent, which comes last.
 */
export const geminiCliForeign: Readonly<Record<string, Foreign>> = {
  ...of('Cline', {
    read_files: 'read_file',
    search_codebase: 'grep_search',
    run_commands: 'run_shell_command',
    fetch_web_content: 'web_fetch',
    editor: 'replace',
    ask_question: 'ask_user',
    skills: 'activate_skill',
  }),
  ...of('Factory', {
    Create: 'write_file',
    ApplyPatch: 'replace',
    Execute: 'run_shell_command',
    FetchUrl: 'web_fetch',
  }),
  ...of('Qwen Code', {
    edit: 'replace',
    Shell: 'run_shell_command',
    agent: null,
    skill: 'activate_skill',
    notebook_edit: null,
  }),
  ...of('OpenCode', {
    bash: 'run_shell_command',
    grep: 'grep_search',
    list: 'list_directory',
    patch: 'replace',
    question: 'ask_user',
    task: null,
    todowrite: 'write_todos',
    webfetch: 'web_fetch',
    websearch: 'google_web_search',
    write: 'write_file',
  }),
  ...of('GitHub Copilot', {
    read: 'read_file',
    view: 'read_file',
    create: 'write_file',
    execute: 'run_shell_command',
    shell: 'run_shell_command',
    search: 'grep_search',
    todo: 'write_todos',
    web: 'web_fetch',
    'read/readFile': 'read_file',
    'edit/createFile': 'write_file',
    'edit/editFiles': 'replace',
    'edit/editNotebook': null,
    'execute/runInTerminal': 'run_shell_command',
    'search/textSearch': 'grep_search',
    'search/fileSearch': 'glob',
    'search/listDirectory': 'list_directory',
    'vscode/askQuestions': 'ask_user',
    'web/fetch': 'web_fetch',
    codebase: 'grep_search',
    editFiles: 'replace',
    runCommands: 'run_shell_command',
    runInTerminal: 'run_shell_command',
    fetch: 'web_fetch',
  }),
  ...of('Claude Code', {
    Read: 'read_file',
    Write: 'write_file',
    Edit: 'replace',
    MultiEdit: 'replace',
    Bash: 'run_shell_command',
    BashOutput: null,
    KillShell: null,
    Grep: 'grep_search',
    LS: 'list_directory',
    WebSearch: 'google_web_search',
    Agent: null,
    Task: null,
    TodoWrite: 'write_todos',
    Skill: 'activate_skill',
    NotebookEdit: null,
    NotebookRead: null,
    AskUserQuestion: 'ask_user',
  }),
};

const PREFIX = 'mcp_';

/** A server and a tool: the first underscore after the prefix separates them. */
const parts = (name: string): readonly [string, string] | undefined => {
  const [, server, rest] = /^mcp_([^_]+)_(.+)$/.exec(name) ?? [];
  return server === undefined || rest === undefined ? undefined : [server, rest];
};

const isSlug = (text: string): boolean => /^[a-z0-9_.:-]+$/i.test(text);

export const geminiCliMcp: McpNames = {
  prefix: PREFIX,
  spelled: `${PREFIX}<server>_<tool>`,
  spell: (server, name) => `${PREFIX}${server}_${name ?? '*'}`,
  // With a second underscore, the name does not tell where that of the server ends.
  partsOf: (name) => {
    const [, server, rest] = /^mcp_([^_*]+)_(\*|[^_*]+)$/.exec(name) ?? [];
    return server === undefined ? undefined : { server, tool: rest === '*' ? undefined : rest };
  },
  fault: (name) => {
    if (name === `${PREFIX}*` || !name.startsWith(PREFIX)) return undefined;
    const [server, rest] = parts(name) ?? [];
    if (server === undefined || rest === undefined)
      return name.startsWith(`${PREFIX}_`) ? 'it names no server' : 'it names no tool of the server';
    if (!isSlug(server)) return 'the name of a server has letters, digits, dots, colons and hyphens only';
    if (rest === '*') return undefined;
    return isSlug(rest) && !/^_*$/.test(rest) ? undefined : 'a wildcard can only match all tools of a server';
  },
  respell: (name) => {
    const [, server, rest] = /^mcp__([^_*]+)(?:__(.+))?$/.exec(name) ?? [];
    if (name === 'mcp__*') return `${PREFIX}*`;
    return server === undefined ? undefined : `${PREFIX}${server}_${rest ?? '*'}`;
  },
  covers: (name, wanted) =>
    name === wanted || name === `${PREFIX}*` || (name.endsWith('_*') && wanted.startsWith(name.slice(0, -1))),
  knownServers,
};

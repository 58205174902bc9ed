/** The names that Copilot CLI accepts in a list of tools. Most of them have several spellings, and many stand for several tools. */

import type { Tool } from '../tool';
import { toolWith } from '../toolTable';
import { observed } from './evidence';

const tool = toolWith(observed);

/** A tool that agents get only where a list names it. */
const rare = {
  status: 'undocumented',
  note: 'An agent gets it only where the list names it.',
} as const;

const shell = ['bash', 'read_bash', 'stop_bash', 'list_bash'];
const agents = ['task', 'read_agent', 'list_agents', 'write_agent'];

/** In the order in which completion offers them: first the names that other readers of such files understand too. */
export const copilotCliTools = {
  read: tool('Reads files: gives the tool `view`.', 'reads', ['read'], { expandsTo: ['view'] }),
  edit: tool('Creates and changes files: gives the tools `create` and `edit`.', 'writes', ['write', 'edit'], {
    expandsTo: ['create', 'edit'],
  }),
  search: tool('Searches files: gives the tools `grep` and `glob`.', 'reads', ['search-text', 'find-files'], {
    expandsTo: ['grep', 'glob'],
  }),
  execute: tool(
    'Runs shell commands, and with them anything the shell can do, writing files included.',
    'runs',
    ['run'],
    {
      expandsTo: shell,
      note: 'Gives `bash` with the tools that read, stop and list its sessions. A pattern such as `shell(git *)` is not accepted here.',
    },
  ),
  web: tool('Reads web pages: gives the tool `web_fetch`.', 'network', ['fetch'], { expandsTo: ['web_fetch'] }),
  agent: tool(
    'Starts other agents: gives the tool `task` and those for agents in the background.',
    'delegates',
    ['delegate'],
    { expandsTo: agents },
  ),
  todo: tool('Keeps a list of tasks: gives the tool `update_todo`.', 'state', ['todo'], { expandsTo: ['update_todo'] }),
  skill: tool('Loads the instructions of a skill.', 'reads', ['skill']),
  view: tool('Reads a file, or lists the files of a folder.', 'reads', ['read']),
  grep: tool('Searches the contents of files with a regular expression.', 'reads', ['search-text']),
  glob: tool('Finds files by a pattern of their path.', 'reads', ['find-files']),
  create: tool('Creates a file.', 'writes', ['write']),
  bash: tool('Runs shell commands, and with them anything the shell can do, writing files included.', 'runs', ['run'], {
    expandsTo: shell,
  }),
  web_fetch: tool('Reads web pages.', 'network', ['fetch']),
  task: tool('Starts another agent.', 'delegates', ['delegate'], { expandsTo: agents }),
  update_todo: tool('Keeps a list of tasks.', 'state', ['todo']),
  sql: tool('Keeps data of the session in a database.', 'state'),
  read_bash: tool('Reads the output of a shell session.', 'reads'),
  stop_bash: tool('Stops a shell session.', 'state'),
  list_bash: tool('Lists the shell sessions.', 'reads'),
  read_agent: tool('Reads the answer of an agent in the background.', 'reads'),
  list_agents: tool('Lists the agents that run.', 'reads'),
  write_agent: tool('Sends a message to an agent that runs.', 'delegates'),
  semantic_code_search: tool('Searches the code by meaning.', 'reads'),
  session_store_sql: tool('Reads what earlier sessions kept.', 'reads'),
  fetch_copilot_cli_documentation: tool('Reads the documentation of the program.', 'reads'),
  tool_search_tool: tool('Finds tools by what they do.', 'reads'),
  'edit/editfiles': tool('Changes files, without the tool that creates them.', 'writes', ['edit'], {
    expandsTo: ['edit'],
    status: 'undocumented',
    note: 'A name from VS Code.',
  }),
  read_file: tool('Reads a file.', 'reads', ['read'], rare),
  grep_search: tool('Searches the contents of files.', 'reads', ['search-text'], rare),
  file_search: tool('Finds files by a pattern of their path.', 'reads', ['find-files'], rare),
  semantic_search: tool('Searches the code by meaning.', 'reads', [], rare),
  powershell: tool('Runs commands where the program uses PowerShell as its shell.', 'runs', [], {
    status: 'undocumented',
    expandsTo: [],
    note: 'Gives nothing on Linux. Write `execute` for the shell of every system.',
  }),
} as const satisfies Readonly<Record<string, Tool>>;

export type CopilotCliTool = keyof typeof copilotCliTools;

export const copilotCliToolSets: readonly (readonly CopilotCliTool[])[] = [
  ['read', 'edit', 'search', 'execute'],
  ['read', 'edit', 'search'],
  ['read', 'search'],
  ['read', 'search', 'web'],
];

/** Other names for tools, which the program accepts in any case: its own, and those of Claude Code and VS Code. */
export const copilotCliSpellings: Readonly<Record<string, CopilotCliTool>> = {
  shell: 'execute',
  'custom-agent': 'agent',
  'web-fetch': 'web_fetch',
  todos: 'todo',
  // Claude Code
  notebookread: 'read',
  write: 'edit',
  multiedit: 'edit',
  notebookedit: 'edit',
  webfetch: 'web_fetch',
  todowrite: 'todo',
  // VS Code
  'read/readfile': 'read',
  readfile: 'read',
  'edit/createfile': 'create',
  createfile: 'create',
  'edit/createdirectory': 'create',
  createdirectory: 'create',
  editfiles: 'edit/editfiles',
  'execute/runinterminal': 'execute',
  runinterminal: 'execute',
  runcommands: 'execute',
  'search/codebase': 'search',
  codebase: 'search',
  'search/textsearch': 'grep',
  textsearch: 'grep',
  'search/filesearch': 'glob',
  filesearch: 'glob',
  'web/fetch': 'web_fetch',
  'agent/runsubagent': 'agent',
  runsubagent: 'agent',
};

/** The names that Qwen Code knows in a list of tools, and what the tools do. */

import type { Retired, Tool, ToolEffect } from '../tool';
import { toolWith } from '../toolTable';
import { observed, version } from './evidence';

const tool = toolWith(observed);

const setting = { offByDefault: 'when the settings turn it on' } as const;

/** The main session has it, and no agent that is started from there. */
const never = (summary: string, effect: ToolEffect = 'state'): Tool =>
  tool(summary, effect, [], { subagents: 'never' });

export const qwenCodeTools = {
  // In the order in which completion offers them: the most frequently listed first.
  read_file: tool('Reads a file.', 'reads', ['read']),
  grep_search: tool('Searches the contents of files with a regular expression.', 'reads', ['search-text']),
  glob: tool('Finds files by a pattern of their path.', 'reads', ['find-files']),
  edit: tool('Changes a file by replacing an exact piece of its text.', 'writes', ['edit']),
  write_file: tool('Creates a file, or overwrites the whole of one.', 'writes', ['write']),
  run_shell_command: tool(
    'Runs shell commands, and with them anything the shell can do, writing files included.',
    'runs',
    ['run'],
    { note: 'A pattern such as `run_shell_command(git *)` is not accepted here.' },
  ),
  web_fetch: tool('Reads web pages.', 'network', ['fetch']),
  notebook_edit: tool('Changes a cell of a Jupyter notebook.', 'writes', ['notebook']),
  skill: tool('Loads the instructions of a skill.', 'reads', ['skill']),
  agent: tool('Starts another agent.', 'delegates', ['delegate'], {
    note: 'An agent at the greatest depth that the settings allow does not get it.',
  }),
  read_mcp_resource: tool('Reads a resource of an MCP server.', 'reads'),
  zoom_image: tool('Looks closer at a part of an image.', 'reads'),
  monitor: tool('Watches a command that runs in the background.', 'runs'),
  report_findings: tool('Hands over the findings of a review.', 'output'),
  tool_search: tool('Finds tools that are not loaded yet.', 'reads', [], {
    note: 'With `tool_call`, for tools that are loaded on demand.',
  }),
  tool_call: tool('Runs a tool that `tool_search` found.', 'runs', [], {
    note: 'It runs only tools that the agent has.',
  }),
  loop_wakeup: tool('Asks to be woken again later.', 'state'),
  list_directory: tool('Lists the files of a folder.', 'reads', ['list-folder'], setting),
  web_search: tool('Searches the web.', 'network', ['search-web'], setting),
  lsp: tool('Asks a language server about the code.', 'reads', [], setting),
  image_gen: tool('Makes an image.', 'writes', [], setting),
  exec: tool('Runs code that calls other tools.', 'runs', [], setting),
  create_sub_session: tool('Starts another session.', 'delegates', [], setting),
  ask_user_question: tool('Asks the user a question.', 'asks', ['ask'], {
    offByDefault: 'when a user is there, which is not so with `-p`',
  }),
  todo_write: tool('Keeps a list of tasks.', 'state', ['todo'], { subagents: 'never' }),
  enter_plan_mode: never('Switches to plan mode.'),
  exit_plan_mode: never('Leaves plan mode.'),
  enter_worktree: never('Switches to a git worktree.'),
  exit_worktree: never('Leaves the git worktree.'),
  list_agents: never('Lists the agents that run.', 'reads'),
  send_message: never('Sends a message to another agent.', 'delegates'),
  task_stop: never('Stops a task that runs in the background.'),
  task_create: never('Creates a task of the team.'),
  task_update: never('Changes a task of the team.'),
  task_list: never('Lists the tasks of the team.', 'reads'),
  team_create: never('Creates a team of agents.', 'delegates'),
  team_delete: never('Ends a team of agents.'),
  team_plan_approval: never('Approves the plan of a member of the team.'),
  request_shutdown: never('Asks a member of the team to stop.'),
  cron_create: never('Plans a task for later.'),
  cron_list: never('Lists the planned tasks.', 'reads'),
  cron_delete: never('Removes a planned task.'),
  workflow: never('Runs a workflow of several agents.', 'delegates'),
  artifact: never('Makes a page for the user.', 'output'),
  record_artifact: never('Records a result of the session.'),
  record_source: never('Records a source of the session.'),
} as const satisfies Readonly<Record<string, Tool>>;

export type QwenCodeTool = keyof typeof qwenCodeTools;

export const qwenCodeToolSets: readonly (readonly QwenCodeTool[])[] = [
  ['read_file', 'write_file', 'edit', 'run_shell_command'],
  ['read_file', 'write_file', 'edit', 'grep_search', 'glob'],
  ['read_file', 'grep_search', 'glob'],
  ['read_file', 'grep_search', 'glob', 'web_fetch'],
];

/** The names that the program shows, which a list may contain too. */
export const qwenCodeSpellings = {
  ReadFile: 'read_file',
  WriteFile: 'write_file',
  Edit: 'edit',
  Shell: 'run_shell_command',
  Grep: 'grep_search',
  Glob: 'glob',
  WebFetch: 'web_fetch',
  NotebookEdit: 'notebook_edit',
  Skill: 'skill',
  Agent: 'agent',
  ReadMcpResource: 'read_mcp_resource',
  ZoomImage: 'zoom_image',
  Monitor: 'monitor',
  ReportFindings: 'report_findings',
  ToolSearch: 'tool_search',
  ToolCall: 'tool_call',
  LoopWakeup: 'loop_wakeup',
  ListFiles: 'list_directory',
  WebSearch: 'web_search',
  Lsp: 'lsp',
  ImageGen: 'image_gen',
  Exec: 'exec',
  CreateSubSession: 'create_sub_session',
  AskUserQuestion: 'ask_user_question',
  TodoList: 'todo_write',
  EnterPlanMode: 'enter_plan_mode',
  ExitPlanMode: 'exit_plan_mode',
  EnterWorktree: 'enter_worktree',
  ExitWorktree: 'exit_worktree',
  ListAgents: 'list_agents',
  SendMessage: 'send_message',
  TaskStop: 'task_stop',
  TaskCreate: 'task_create',
  TaskUpdate: 'task_update',
  TaskList: 'task_list',
  TeamCreate: 'team_create',
  TeamDelete: 'team_delete',
  TeamPlanApproval: 'team_plan_approval',
  RequestShutdown: 'request_shutdown',
  CronCreate: 'cron_create',
  CronList: 'cron_list',
  CronDelete: 'cron_delete',
  Workflow: 'workflow',
  Artifact: 'artifact',
  RecordArtifact: 'record_artifact',
  RecordSource: 'record_source',
} as const satisfies Readonly<Record<string, QwenCodeTool>>;

const works = (replacement: QwenCodeTool): Retired => ({
  replacement,
  state: 'alias works',
  when: `renamed to \`${replacement}\``,
  evidence: observed,
});

const gone = (replacement: QwenCodeTool): Retired => ({
  replacement,
  state: 'removed',
  when: `renamed to \`${replacement}\`, and the old name means nothing in an agent`,
  evidence: observed,
});

export const qwenCodeRetired: Readonly<Record<string, Retired>> = {
  Task: works('agent'),
  SearchFiles: works('grep_search'),
  FindFiles: works('glob'),
  ReadFolder: works('list_directory'),
  TodoWrite: works('todo_write'),
  task: gone('agent'),
  search_file_content: gone('grep_search'),
  replace: gone('edit'),
  save_memory: { state: 'removed', when: `no longer there in ${version}`, evidence: observed },
};

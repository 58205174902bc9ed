/** The tools of OpenCode and Kilo, and the keys of their permissions. */

import type { PermissionKey, Permissions } from '../host';
import { knownServers } from '../knownServers';
import type { McpNames, Retired, Tool } from '../tool';
import { toolWith } from '../toolTable';
import { observed, ofKilo } from './evidence';

const tool = toolWith(observed);

/** Not given in an ordinary session. */
const gated = (how: string): Partial<Tool> => ({ offByDefault: how, note: `The agent gets it only ${how}.` });

const resource = (summary: string): Tool =>
  tool(summary, 'reads', [], { permission: 'read', ...gated('with MCP servers that have resources') });

export const openCodeTools = {
  // In the order in which completion offers them: the most frequently listed first.
  read: tool('Reads a file.', 'reads', ['read']),
  edit: tool('Changes a file by replacing an exact piece of its text.', 'writes', ['edit']),
  write: tool('Creates a file, or overwrites the whole of one.', 'writes', ['write'], { permission: 'edit' }),
  bash: tool('Runs shell commands, and with them anything the shell can do, writing files included.', 'runs', ['run'], {
    argument: 'the command line',
  }),
  grep: tool('Searches the contents of files with a regular expression.', 'reads', ['search-text']),
  glob: tool('Finds files by a pattern of their path.', 'reads', ['find-files']),
  webfetch: tool('Reads web pages.', 'network', ['fetch']),
  task: tool('Starts another agent.', 'delegates', ['delegate'], {
    argument: 'the name of an agent',
    argumentNames: 'agents',
  }),
  todowrite: tool('Keeps a list of tasks.', 'state', ['todo']),
  skill: tool('Loads the instructions of a skill.', 'reads', ['skill'], { argument: 'the name of a skill' }),
  question: tool('Asks the user a question.', 'asks', ['ask'], {
    note: 'An agent of your own gets it only when `permission` or `tools` allows it.',
  }),
  websearch: tool('Searches the web.', 'network', ['search-web'], gated('with a search service that is set up')),
  apply_patch: tool('Changes files by a patch.', 'writes', ['write', 'edit'], {
    permission: 'edit',
    ...gated('with models that are trained for it, in place of `edit` and `write`'),
  }),
  lsp: tool('Asks a language server about code.', 'reads', [], gated('with an experimental setting')),
  plan_exit: tool('Leaves plan mode.', 'state', [], gated('in plan mode')),
  plan_enter: tool('Switches to plan mode.', 'state', [], gated('in the built-in primary agent')),
  list_mcp_resources: resource('Lists the resources of MCP servers.'),
  list_mcp_resource_templates: resource('Lists the kinds of resources of MCP servers.'),
  read_mcp_resource: resource('Reads a resource of an MCP server.'),
} as const satisfies Readonly<Record<string, Tool>>;

const kilo = toolWith(ofKilo(observed));

const { plan_exit: _gated, ...shared } = openCodeTools;

export const kiloTools: Readonly<Record<string, Tool>> = {
  ...Object.fromEntries(
    Object.entries<Tool>(shared).map(([name, one]) => [name, { ...one, evidence: ofKilo(one.evidence) }]),
  ),
  suggest: kilo('Suggests a next step to the user.', 'asks', [], {
    note: 'An agent of your own gets it only when `permission` or `tools` allows it.',
  }),
  plan_exit: kilo('Leaves plan mode.', 'state', [], {
    note: 'An agent of your own gets it only when `permission` or `tools` allows it.',
  }),
  background_process: kilo('Runs a command in the background.', 'runs', ['run'], {
    note: 'Denying `bash` does not deny it.',
  }),
  board_read: kilo('Reads the board that agents share.', 'reads'),
  board_post: kilo('Writes on the board that agents share.', 'state'),
  goal: kilo('Sets the goal of the session.', 'state'),
  kilo_local_recall: kilo('Searches earlier sessions on this machine.', 'reads'),
  link_pr: kilo('Links a pull request to the session.', 'state'),
  schedule_wakeup: kilo('Continues the session at a later time.', 'state'),
  cancel_wakeup: kilo('Cancels such a continuation.', 'state'),
  cron_create: kilo('Creates a scheduled task.', 'state'),
  cron_list: kilo('Lists the scheduled tasks.', 'reads'),
  cron_delete: kilo('Deletes a scheduled task.', 'state'),
};

/** Templates of what an agent may use. */
export const toolSets: readonly (readonly (keyof typeof openCodeTools)[])[] = [
  ['read', 'edit', 'write', 'bash', 'grep', 'glob'],
  ['read', 'edit', 'write', 'grep', 'glob'],
  ['read', 'grep', 'glob'],
  ['read', 'grep', 'glob', 'webfetch'],
];

export const retired: Readonly<Record<string, Retired>> = {
  todoread: { replacement: 'todowrite', state: 'removed', when: `no longer a tool in 1.18.33`, evidence: observed },
  multiedit: { replacement: 'edit', state: 'removed', when: 'no longer a tool in 1.18.33', evidence: observed },
  patch: { replacement: 'edit', state: 'removed', when: 'replaced by `edit`', evidence: observed },
};

const key = (summary: string): PermissionKey => ({ summary });
const flat = (summary: string): PermissionKey => ({ summary, isFlat: true });

/** `list` is known to the program and decides about nothing, because there is no such tool. */
const keys = {
  read: key('Reading files; patterns match paths.'),
  edit: key('Every change of files: the tools that edit, write and patch; patterns match paths.'),
  bash: key('Running commands; patterns match the command line, and the last one that matches counts.'),
  grep: key('Searching in files.'),
  glob: key('Finding files.'),
  webfetch: flat('Reading web pages.'),
  websearch: flat('Searching the web.'),
  task: key('Starting other agents; patterns match their names.'),
  skill: key('Loading skills; patterns match their names.'),
  todowrite: flat('Keeping a list of tasks.'),
  question: flat('Asking the user.'),
  external_directory: key('Reaching files outside the project; patterns match paths.'),
  doom_loop: flat('Repeating the same call again and again.'),
  lsp: key('Asking language servers.'),
} as const satisfies Readonly<Record<string, PermissionKey>>;

const explore: readonly (readonly [string, 'allow' | 'deny'])[] = [
  ['*', 'deny'],
  ...['grep', 'glob', 'bash', 'webfetch', 'websearch', 'read'].map((name) => [name, 'allow'] as const),
];

export const openCodePermissions: Permissions = {
  keys,
  switches: { write: 'edit', patch: 'edit' },
  denied: ['question', 'plan_enter', 'plan_exit'],
  ofBuiltIn: {
    build: [
      ['question', 'allow'],
      ['plan_enter', 'allow'],
    ],
    plan: [
      ['question', 'allow'],
      ['plan_exit', 'allow'],
    ],
    general: [['todowrite', 'deny']],
    explore,
  },
  onUnknown: 'ignores it without a message',
};

export const kiloPermissions: Permissions = {
  ...openCodePermissions,
  keys: {
    ...keys,
    markdown_source: key('Reading files that a text refers to.'),
    agent_manager: key('Managing agents.'),
    notebook_read: key('Reading notebooks.'),
    notebook_edit: key('Changing notebooks.'),
    notebook_execute: key('Running cells of notebooks.'),
  },
  denied: [...openCodePermissions.denied, 'suggest', 'repo_clone', 'repo_overview'],
  ofBuiltIn: {
    ...openCodePermissions.ofBuiltIn,
    build: [
      ['question', 'allow'],
      ['suggest', 'allow'],
      ['plan_enter', 'allow'],
    ],
  },
};

/** Names of tools that come from servers: the server, an underscore and the tool. No prefix tells them from others. */
export const mcpNames: McpNames = {
  // Names in the spelling of other programs begin so, and this host has another one.
  prefix: 'mcp__',
  spelled: '<server>_<tool>',
  spell: (server, name) => `${server}_${name ?? '*'}`,
  fault: () => undefined,
  respell: (name) => {
    const [, server, rest] = /^mcp__([^_*]+)(?:__(.+))?$/.exec(name) ?? [];
    return server === undefined ? undefined : `${server}_${rest ?? '*'}`;
  },
  covers: (name, wanted) => name === wanted || (name.endsWith('*') && wanted.startsWith(name.slice(0, -1))),
  knownServers,
};

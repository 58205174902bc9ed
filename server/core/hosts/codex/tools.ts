/** The tools of a Codex agent. No field lists them: what they may do is decided by the sandbox. */

import { shellPrograms } from '../shellPrograms';
import type { McpNames, Tool } from '../tool';
import { toolWith } from '../toolTable';
import { observed } from './evidence';

const tool = toolWith(observed);

export const codexTools = {
  exec_command: tool('Runs a command, which is also how the agent reads, finds and changes files.', 'runs', [
    'run',
    'read',
    'write',
    'edit',
    'search-text',
    'find-files',
    'list-folder',
  ]),
  write_stdin: tool('Writes to a command that is running.', 'runs'),
  view_image: tool('Looks at an image.', 'reads'),
  web_search: tool('Searches the web.', 'network', ['search-web', 'fetch']),
  request_user_input: tool('Asks the user a question.', 'asks', ['ask']),
  get_goal: tool('Reads the goal of the session.', 'state'),
  create_goal: tool('Sets a goal.', 'state'),
  update_goal: tool('Changes the goal.', 'state'),
} as const satisfies Readonly<Record<string, Tool>>;

export const codexShell = { tool: 'exec_command', programs: shellPrograms } as const;

const PREFIX = 'mcp__';

export const codexMcp: McpNames = {
  prefix: PREFIX,
  spelled: `${PREFIX}<server>__<tool>`,
  spell: (server, name) => `${PREFIX}${server}__${name ?? '*'}`,
  fault: () => undefined,
  covers: (name, wanted) => name === wanted,
  knownServers: [],
};

/** The built-in agents. A file of the same name replaces one. */
export const codexBuiltIn: readonly string[] = ['default', 'explorer', 'worker'];

/** What is below the structured fields of a Claude Code agent. */

import type { NestedKey, NestedShape } from '../field';
import { claudeCodeHooks } from './hookEvents';
import { claudeCodeServers } from './serverTypes';

const free: NestedShape = { kind: 'free' };

const hook: NestedShape = {
  kind: 'mapping',
  keys: {
    type: {
      summary: 'What kind of hook this is.',
      value: {
        kind: 'word',
        choices: Object.entries(claudeCodeHooks.types).map(([value, { summary }]) => ({ value, summary })),
      },
    },
    command: {
      summary: 'The shell command of a `command` hook; it gets the event as JSON on standard input.',
      value: free,
    },
    prompt: { summary: 'The question of a `prompt` or `agent` hook.', value: free },
    url: { summary: 'Where an `http` hook sends the event.', value: free },
    server: { summary: 'The MCP server of an `mcp_tool` hook.', value: free },
    tool: { summary: 'The tool that an `mcp_tool` hook calls.', value: free },
    if: { summary: 'Runs the hook only for calls such as `Bash(git *)`.', value: free },
  },
};

const group: NestedShape = {
  kind: 'mapping',
  keys: {
    matcher: {
      summary: 'For events of tools: the bare name of a tool, or a regular expression over names.',
      value: free,
    },
    hooks: { summary: 'What runs, in order.', value: { kind: 'sequence', item: hook } },
  },
};

/** Below `hooks`: events, each with a list of groups. */
export const hooksShape: NestedShape = {
  kind: 'mapping',
  keys: Object.fromEntries(
    claudeCodeHooks.events.map(({ value, summary }): [string, NestedKey] => [
      value,
      { summary, value: { kind: 'sequence', item: group } },
    ]),
  ),
};

/** Below `mcpServers`: a list of names, or of maps with one name and its definition. */
export const mcpServersShape: NestedShape = {
  kind: 'sequence',
  item: {
    kind: 'named',
    summary: 'The name of the server, with its definition below.',
    value: {
      kind: 'mapping',
      keys: {
        type: {
          summary: 'How the server is reached.',
          value: {
            kind: 'word',
            choices: Object.entries(claudeCodeServers.types).map(([value, { summary }]) => ({ value, summary })),
          },
        },
        command: { summary: 'The program of a `stdio` server.', value: free },
        args: { summary: 'The arguments of the program, as a list.', value: { kind: 'sequence', item: free } },
        env: { summary: 'Variables for the program.', value: free },
        url: { summary: 'The address of an `http`, `sse` or `ws` server.', value: free },
        headers: { summary: 'Headers that are sent along.', value: free },
      },
    },
  },
};

/** What is below the structured fields of a Claude Code agent. */

import type { NestedKey, NestedShape } from '../nestedShape';
import { claudeCodeHooks, hookKeys } from './hookEvents';
import { free } from './nestedShapes';
import { serverKeys } from './serverTypes';

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
    ...hookKeys,
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

const mainSession: readonly string[] = claudeCodeHooks.mainSession;

/** Below `hooks`: the events of subagents, each with a list of groups. */
export const hooksShape: NestedShape = {
  kind: 'mapping',
  keys: Object.fromEntries(
    claudeCodeHooks.events
      .filter(({ value }) => !mainSession.includes(value))
      .map(({ value, summary }): [string, NestedKey] => [value, { summary, value: { kind: 'sequence', item: group } }]),
  ),
};

/** Below `mcpServers`: a list of names, or of maps with one name and its definition. */
export const mcpServersShape: NestedShape = {
  kind: 'sequence',
  item: {
    kind: 'named',
    summary: 'The name of the server, with its definition below.',
    value: { kind: 'mapping', keys: serverKeys },
  },
};

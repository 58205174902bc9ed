/** What the tool list of an agent grants, and the fix that adds one tool to it. */

import { presentName } from '../hosts/effectiveTools';
import { lookup } from '../hosts/lookup';
import { addItem } from '../syntax/lists/addItem';
import type { Entry } from '../syntax/tree';
import type { Fix } from '../text/edits';
import type { Agent } from './agent';
import { entryByRole } from './fields';

export interface Grants {
  /** The entry of the list. */
  readonly entry: Entry;
  /** Whether the agent gets the tool of this current name, or one that replaces it. */
  readonly has: (tool: string) => boolean;
  /** Whether it gets a tool that runs commands. */
  readonly runs: boolean;
  /** The MCP entries as written. */
  readonly mcp: readonly string[];
}

/** What the list grants; undefined without a list, when the host does not load the agent, or when its behavior is not known. */
export function grantsOf(agent: Agent): Grants | undefined {
  const { format } = agent;
  const entry = entryByRole(agent, 'allow');
  const verdict = entry === undefined ? undefined : agent.verdict();
  if (entry === undefined || verdict === undefined || verdict.cause !== null || verdict.tools.inherited)
    return undefined;
  const { effective, dropped, withheld } = verdict.tools;
  // Other rules report a listed tool that is folded into another one or not given in the background.
  const ignored = dropped.flatMap(({ name }) => presentName(name, format) ?? []);
  const listed = new Set([...effective, ...withheld.map(({ name }) => name), ...ignored]);
  const effects = new Set(effective.map((name) => lookup(format.tools, name)?.effect));
  return {
    entry,
    has: (tool) => listed.has(tool) || listed.has(lookup(format.tools, tool)?.foldedInto ?? ''),
    runs: effects.has('runs'),
    mcp: effective.filter((name) => name.startsWith(format.mcp.prefix)),
  };
}

/**
 * Adds a tool to the list. The agent gets more than before, so the fix is never automatic. None for a tool that is off by default,
 * because the agent would not get it.
 */
export function granting({ file, format }: Agent, { entry }: Grants, tool: string): readonly Fix[] {
  if (lookup(format.tools, tool)?.offByDefault !== undefined) return [];
  const edit = addItem(file.source.text, entry, tool, format.splitsNamesAt);
  return edit === undefined ? [] : [{ title: `Add \`${tool}\` to \`${entry.key}\``, safe: false, edits: [edit] }];
}

/** Whether the agent defines its own MCP servers. */
export const bringsServers = (agent: Agent): boolean => entryByRole(agent, 'servers') !== undefined;

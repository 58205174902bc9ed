/** What an explicit tool list of a file grants, and the edit that grants one tool more. */

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
  /** Whether the agent gets a tool of this present name, or one that does its work. */
  readonly has: (tool: string) => boolean;
  /** Whether it gets a tool that runs commands. */
  readonly runs: boolean;
  /** The MCP entries as written. */
  readonly mcp: readonly string[];
}

/** What the list grants; undefined when there is no list, when the host loads nothing, or when it is not known what it does. */
export function grantsOf(agent: Agent): Grants | undefined {
  const { format } = agent;
  const entry = entryByRole(agent, 'allow');
  const verdict = entry === undefined ? undefined : agent.verdict();
  if (entry === undefined || verdict === undefined || verdict.cause !== null || verdict.tools.inherited)
    return undefined;
  const { effective, dropped } = verdict.tools;
  // A listed tool that is folded into another one, or not given in the background, has a rule of its own.
  const listed = new Set([...effective, ...dropped.flatMap(({ name }) => presentName(name, format) ?? [])]);
  const effects = new Set(effective.map((name) => lookup(format.tools, name)?.effect));
  return {
    entry,
    has: (tool) => listed.has(tool) || listed.has(lookup(format.tools, tool)?.foldedInto ?? ''),
    runs: effects.has('runs'),
    mcp: effective.filter((name) => name.startsWith(format.mcp.prefix)),
  };
}

/** Adds a tool to the list, which gives the agent more than it had and is therefore for a person to decide. */
export function granting({ file, format }: Agent, { entry }: Grants, tool: string): readonly Fix[] {
  const edit = addItem(file.source.text, entry, tool, format.splitsNamesAt);
  return edit === undefined ? [] : [{ title: `Add \`${tool}\` to \`${entry.key}\``, safe: false, edits: [edit] }];
}

/** Whether the agent brings MCP servers of its own. */
export const bringsServers = (agent: Agent): boolean => entryByRole(agent, 'servers') !== undefined;

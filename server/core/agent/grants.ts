/** What an explicit tool list of a file grants, and the edit that grants one tool more. */

import { presentName } from '../hosts/claudeCode/effectiveTools';
import type { Format } from '../hosts/host';
import { fieldByRole, lookup } from '../hosts/lookup';
import type { Context } from '../rules/rule';
import { addItem } from '../syntax/lists/addItem';
import type { AgentFile, Entry } from '../syntax/tree';
import type { Fix } from '../text/edits';
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

/** What the list grants; undefined when there is no list, when the host loads nothing, or when nobody knows what it does. */
export function grantsOf(file: AgentFile, { format, facts }: Context): Grants | undefined {
  const entry = entryByRole(file, format, 'allow');
  const verdict = entry === undefined ? undefined : facts.verdict();
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
    mcp: effective.filter((name) => name.startsWith(format.mcpPrefix)),
  };
}

/** Adds a tool to the list, which gives the agent more than it had and is therefore for a person to decide. */
export function granting(file: AgentFile, { entry }: Grants, tool: string): readonly Fix[] {
  const edit = addItem(file.source.text, entry, tool);
  return edit === undefined ? [] : [{ title: `Add \`${tool}\` to \`${entry.key}\``, safe: false, edits: [edit] }];
}

/** Whether an MCP tool, or all of a server, is among what is granted. */
export const coversMcp = (granted: readonly string[], wanted: string): boolean =>
  granted.some((name) => {
    const server = name.endsWith('__*') ? name.slice(0, -3) : name;
    return wanted === name || wanted === server || wanted.startsWith(`${server}__`);
  });

/** Whether a key of the header brings MCP servers of its own. */
export const bringsServers = (file: AgentFile, format: Format): boolean =>
  fieldByRole(format, 'servers') !== undefined && entryByRole(file, format, 'servers') !== undefined;

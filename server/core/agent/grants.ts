/** What the tool lists of an agent grant, and the fix that adds one tool to the list. */

import { deniedBy, presentName, wordsOf } from '../hosts/effectiveTools';
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { expansionOf, isMcpName } from '../hosts/toolName';
import type { EffectiveTools } from '../hosts/verdict';
import { addItem } from '../syntax/lists/addItem';
import type { Entry } from '../syntax/tree';
import type { Fix } from '../text/edits';
import { lazyFor } from '../text/lazy';
import type { Agent } from './agent';
import { agentFields, entryByRole } from './fields';

export interface Grants {
  /** The entry of the list. */
  readonly entry: Entry;
  /** Whether the list denies tools to an agent that otherwise gets all of them. */
  readonly denies: boolean;
  /** Whether the agent gets the tool of this current name, or one that replaces it. */
  readonly has: (tool: string) => boolean;
  /** Whether it gets the tool of an MCP server, if there is one of this name. */
  readonly hasMcp: (tool: string) => boolean;
  /** Whether it gets a tool that runs commands. */
  readonly runs: boolean;
  /** The granted MCP entries as written. */
  readonly mcp: readonly string[];
}

/**
 * What the list grants, or denies where none grants; undefined without a list, when the host does not load the agent, or when its
 * behavior is not known.
 */
export const grantsOf: (agent: Agent) => Grants | undefined = lazyFor((agent) => {
  const { format } = agent;
  const verdict = agent.verdict();
  if (verdict === undefined || verdict.cause !== null) return undefined;
  if (format.permissions !== undefined) return permittedOf(agent, verdict.tools);
  if (verdict.tools.inherited) return denialsOf(agent);
  const entry = entryByRole(agent, 'allow');
  if (entry === undefined) return undefined;
  const { effective, dropped, withheld } = verdict.tools;
  // Other rules report a listed tool that is folded into another one or not given in the background.
  const ignored = dropped.flatMap(({ name }) => presentName(name, format) ?? []);
  const listed = new Set([...effective, ...withheld.map(({ name }) => name), ...ignored]);
  const effects = new Set(effective.map((name) => lookup(format.tools, name)?.effect));
  const mcp = effective.filter((name) => isMcpName(name, format));
  return {
    entry,
    denies: false,
    has: (tool) =>
      listed.has(tool) ||
      [...listed].some((one) => format.alsoGives?.(one, tool) === true || isLike(one, tool, format)) ||
      listed.has(lookup(format.tools, tool)?.foldedInto ?? '') ||
      expansionOf(tool, format).some((one) => listed.has(one)),
    hasMcp: (tool) => mcp.some((granted) => format.mcp.covers(granted, tool)),
    runs: effects.has('runs'),
    mcp,
  };
});

/** Whether a tool that few versions of the host have does nothing that the listed one does not do. */
function isLike(listed: string, tool: string, { tools }: Format): boolean {
  const wanted = lookup(tools, tool);
  const { gives = [] } = lookup(tools, listed) ?? {};
  if (wanted?.status !== 'undocumented' || wanted.gives === undefined) return false;
  return wanted.gives.every((ability) => gives.includes(ability));
}

/** What maps of permissions leave to an agent. What they say about tools of servers is not looked at. */
function permittedOf(agent: Agent, { effective, inherited }: EffectiveTools): Grants | undefined {
  const { permissions, shell, tools } = agent.format;
  const entry = entryByRole(agent, 'tool-permissions') ?? entryByRole(agent, 'tool-switches');
  if (entry === undefined || inherited) return undefined;
  const given = new Set(effective);
  return {
    entry,
    denies: true,
    // Where the host itself denies a tool, the map did not take it away.
    has: (tool) =>
      given.has(tool) || permissions?.denied.includes(tool) === true || lookup(tools, tool)?.offByDefault !== undefined,
    hasMcp: () => true,
    runs: given.has(shell.tool),
    mcp: [],
  };
}

/** What is left to an agent that gets every tool but some. */
function denialsOf(agent: Agent): Grants | undefined {
  const { format } = agent;
  const entry = entryByRole(agent, 'deny');
  if (entry === undefined) return undefined;
  const words = wordsOf(agentFields(agent), 'deny', format) ?? [];
  const isDenied = deniedBy(words, format);
  return {
    entry,
    denies: true,
    has: (tool) => !isDenied(tool),
    hasMcp: (tool) => !isDenied(tool),
    runs: !isDenied(format.shell.tool),
    mcp: [],
  };
}

/**
 * Adds a tool to the list that grants. The agent gets more than before, so the fix is never automatic. None for a tool that is off
 * by default, because the agent would not get it, and none where a list only denies.
 */
export function granting({ file, format }: Agent, { entry, denies }: Grants, tool: string): readonly Fix[] {
  if (denies || lookup(format.tools, tool)?.offByDefault !== undefined) return [];
  const edit = addItem(file.source.text, entry, tool, format.splitsNamesAt);
  return edit === undefined ? [] : [{ title: `Add \`${tool}\` to \`${entry.key}\``, safe: false, edits: [edit] }];
}

/** Whether the agent defines its own MCP servers. */
export const bringsServers = (agent: Agent): boolean => entryByRole(agent, 'servers') !== undefined;

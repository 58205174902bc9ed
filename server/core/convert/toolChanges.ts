/** What a conversion does with each tool of an agent. */
import type { Agent } from '../agent/agent';
import type { Given } from '../hosts/conversion';
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import type { Ability, Tool } from '../hosts/tool';
import { baseName, isMcpName } from '../hosts/toolName';
import { quoted, quotedList } from '../text/quoted';
import { serverIn } from './grants';
import { type Change, changed, kept, lost } from './report';

/**
 * @param names The tools that are written for the target, each with what it gives.
 * @param hasAllServers Whether the target gives every agent the tools of all servers.
 */
export function changesOf(source: Agent, names: Given, target: Format, hasAllServers = false): readonly Change[] {
  const { effective: given = [], withheld = [], dropped = [], inherited = false } = source.verdict()?.tools ?? {};
  const effective = [...given, ...withheld.map(({ name }) => name)];
  const useless = [...new Set(dropped.map(({ name }) => name))].filter((name) => !effective.includes(name));
  const unused = useless.map((name) => lost(name, `${source.format.host.name} does not give it to the agent either.`));
  const written = new Set(source.toolLists().flatMap(({ all }) => all.map(({ item }) => baseName(item.text))));
  const used = effective.flatMap((name): readonly Change[] => {
    if (isMcpName(name, source.format)) return [serverChange(name, source.format, target, hasAllServers)];
    const gives = lookup(source.format.tools, name)?.gives ?? [];
    const giving = Object.keys(names).filter((one) => lookup(names, one)?.some((ability) => gives.includes(ability)));
    if (giving.length > 0) return [giving.includes(name) ? kept(name) : changed(name, giving.join(', '))];
    // An agent may have many tools that no list names, and few that other hosts have, too.
    return gives.length === 0 && !written.has(name) ? [] : [lost(name, whyLost(gives, target))];
  });
  const why = `${target.host.name} gives an agent with a list of tools only those in it.`;
  const servers = inherited && !hasAllServers ? [lost('MCP servers', why)] : [];
  return [...used, ...servers, ...unused, ...openNames(source), ...startedAgents(source)];
}

/** What happens to a name that grants a tool of a server, or all of them. */
function serverChange(name: string, source: Format, { host, mcp }: Format, hasAllServers: boolean): Change {
  if (hasAllServers) return kept(name, `${host.name} does not limit which servers an agent uses.`);
  const server = serverIn(name, source);
  if (server === undefined) return lost(name, whyUnclear(name, source));
  const spelled = mcp.spell(server.server, server.tool);
  if (mcp.fault(spelled) === undefined) return spelled === name ? kept(name) : changed(name, spelled);
  const what = server.tool === undefined ? 'all tools of a server' : 'a tool of a server';
  return lost(name, `A list of ${host.name} cannot grant ${what}.`);
}

/** Why a name of a server is not converted that the source reads. */
function whyUnclear(name: string, { mcp }: Format): string {
  const isEveryServer = mcp.covers(name, mcp.spell('some-server', 'some-tool'));
  return isEveryServer
    ? 'It means the tools of every server, and these are not converted.'
    : 'The name does not tell where the name of the server ends.';
}

/** Allowed names that may be those of servers: which they are is not known. */
const openNames = (source: Agent): readonly Change[] =>
  source
    .permissions()
    .filter(({ name, rules }) => name.kind === 'open' && rules.some(({ action }) => action !== 'deny'))
    .map(({ key }) => lost(key, 'The name does not tell which server is meant.'));

/** Names of agents in a tool list. No other host has them there. */
function startedAgents({ toolLists, format }: Agent): readonly Change[] {
  const items = toolLists().flatMap(({ all, grants }) => (grants ? all.map(({ item }) => item.text) : []));
  return items
    .filter((text) => text.includes('(') && lookup(format.tools, baseName(text))?.argumentNames === 'agents')
    .map((text) => lost(text, 'The names of the agents that it may start are not converted.'));
}

function whyLost(gives: readonly Ability[], { tools, host }: Format): string {
  const such = Object.entries(tools).filter(
    ([, tool]) => canBeGiven(tool) && tool.gives?.some((ability) => gives.includes(ability)),
  );
  if (such.length === 0) return `${host.name} has no such tool.`;
  const exact = such.find(([, tool]) => !givesOther(tool, gives));
  if (exact !== undefined) return `${host.name} does not give ${quoted(exact[0])} to every agent that lists it.`;
  const wider = such.map(([name]) => name);
  return `Only ${quotedList(wider, 3)} could do this, and ${wider.length === 1 ? 'it' : 'each'} can do more than was granted.`;
}

/** Not another spelling that gives the same tools as a usual name. */
const canBeGiven = ({ subagents, status, expandsTo }: Tool): boolean =>
  subagents !== 'never' && (status === undefined || expandsTo === undefined);

const givesOther = ({ gives = [], givesMore }: Tool, wanted: readonly Ability[]): boolean =>
  givesMore === true || gives.some((ability) => !wanted.includes(ability));

/** Limits of an agent that no list of tools can express, so that another host does not keep them. */
import type { Agent } from '../agent/agent';
import type { Grants } from '../hosts/conversion';
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { decisive, isDenied, type Permission, rulesIn } from '../hosts/permissions';
import { isMcpName } from '../hosts/toolName';
import type { Value } from '../syntax/tree';
import { quoted } from '../text/quoted';

/**
 * One sentence each: servers and tools of them that are denied to an agent that may use the others, tools that are denied for some arguments only,
 * and fields that keep the agent from something.
 * @param grants What the source may use; undefined where nothing limits it.
 * @param now The same for the result.
 */
export function inexpressible(
  agent: Agent,
  grants: Grants | undefined,
  now: Grants | undefined,
  target: Format,
): readonly string[] {
  const { host } = target;
  const denied = deniedServers(agent);
  const servers = grants === undefined ? denied : denied.filter((name) => isRegranted(name, grants, agent, target));
  const why =
    target.permissions === undefined
      ? `${host.name} has no patterns for arguments`
      : 'patterns for arguments are not converted';
  return [
    ...servers.map((name) => `The agent may use ${quoted(name)}, which is denied to it now.`),
    ...inPart(agent).map(({ key }) => `The agent may use ${quoted(key)} for everything: ${why}.`),
    ...confining(agent, now).map(
      ([key, may]) => `The agent may ${may}: ${host.name} has no field like ${quoted(key)}.`,
    ),
  ];
}

/** The names of servers and their tools that lists and maps deny. */
function deniedServers(agent: Agent): readonly string[] {
  const denied = agent.toolLists().flatMap((list) => (list.grants ? [] : list.all.map(({ item }) => item.text)));
  const open = agent
    .permissions()
    .filter(({ name, rules }) => name.kind === 'open' && rules.some(({ action }) => action === 'deny'));
  return [...denied.filter((name) => isMcpName(name, agent.format)), ...open.map(({ key }) => key)];
}

/** Whether a denied tool is one of a server that the agent is granted as a whole, and the target can grant this server. */
const isRegranted = (name: string, { servers }: Grants, { format }: Agent, { mcp }: Format): boolean =>
  servers.some(
    ({ server, tool }) =>
      tool === undefined &&
      format.mcp.covers(format.mcp.spell(server), name) &&
      mcp.fault(mcp.spell(server)) === undefined,
  );

/** The keys of tools that the agent gets, and not for every argument. */
function inPart(agent: Agent): readonly Permission[] {
  const all = agent.permissions();
  const rules = rulesIn(all, agent.format, agent.verdict()?.name ?? null);
  return all.filter((permission, i) => {
    if (permission.name.kind !== 'known' || isDenied(permission.name.name, rules)) return false;
    if (permission.rules.some(({ action }) => action === 'deny')) return true;
    // What no pattern matches is decided by the keys before.
    const isWhole = permission.rules.some(({ pattern }) => pattern === '*');
    const before = rulesIn(all.slice(0, i), agent.format, null);
    return !isWhole && decisive(permission.name.name, before)?.action === 'deny';
  });
}

/** The fields that keep the agent from something that it can do now, each with what that is. */
function confining(
  { entries, format }: Agent,
  now: Grants | undefined,
): readonly (readonly [key: string, may: string])[] {
  return entries().flatMap(({ key, value }) => {
    const confines = lookup(format.conversion?.confines ?? {}, key);
    const matters = confines?.with.some((ability) => now === undefined || now.abilities.has(ability)) === true;
    return confines === undefined || !matters || isOpen(value) ? [] : [[key, confines.may] as const];
  });
}

/** Whether a value keeps the agent from nothing: none, or a list with everything in it. */
const isOpen = (value: Value): boolean =>
  value.kind === 'missing' ||
  (value.kind === 'scalar' && value.type === 'null') ||
  (value.kind === 'sequence' && value.items.some(({ value: item }) => item.kind === 'scalar' && item.text === '*'));

/** What an agent may use, in words that hosts share, and the tools of another host that give the same and no more. */
import { type Agent, readAgent } from '../agent/agent';
import type { Given, Grants, ServerGrant } from '../hosts/conversion';
import { effectiveTools } from '../hosts/effectiveTools';
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { fieldsOf } from '../hosts/reading';
import type { Ability } from '../hosts/tool';
import { isMcpName } from '../hosts/toolName';
import type { EffectiveTools } from '../hosts/verdict';
import { lazyFor } from '../text/lazy';
import { quoted, quotedList } from '../text/quoted';
import { fewest } from './fewest';
import { type Change, changed, kept, lost } from './report';

/** What an agent may use; undefined for one that nothing limits. */
export function grantsOf(tools: EffectiveTools, format: Format): Grants | undefined {
  const { inherited } = tools;
  // What a tool does that is not given for itself is done by another one.
  const effective = [...tools.effective, ...tools.withheld.map(({ name }) => name)];
  const abilities = new Set(effective.flatMap((name) => lookup(format.tools, name)?.gives ?? []));
  if (inherited && unlimited(format).every((name) => effective.includes(name))) return undefined;
  return { abilities, servers: effective.flatMap((name) => serverIn(name, format) ?? []) };
}

/** The tools of an agent that nothing limits. */
const unlimited = lazyFor((format: Format): readonly string[] => {
  // Only the verdict knows what a host does not give by default.
  const plain = format.notation === undefined ? readAgent(PLAIN, format).verdict() : undefined;
  return plain?.cause === null ? plain.tools.effective : effectiveTools(fieldsOf('', []), format).effective;
});

/** An agent that every host with frontmatter loads, and that nothing limits. */
const PLAIN = '---\nname: agent\ndescription: An agent.\n---\nYou are an agent.\n';

/** The server and tool that a granted name means; undefined for other names. */
function serverIn(name: string, format: Format): ServerGrant | undefined {
  const { mcp } = format;
  if (!isMcpName(name, format) || mcp.fault(name) !== undefined) return undefined;
  return mcp.partsOf?.(name);
}

/** Abilities that change something. */
const changing: readonly Ability[] = ['write', 'edit', 'notebook', 'run'];

/** The same without what changes something. */
export const withoutChanges = (grants: Grants | undefined, format: Format): Grants => without(changing, grants, format);

/** The same without some abilities. @param grants Undefined for an agent of the format that nothing else limits. */
export function without(forbidden: readonly Ability[], grants: Grants | undefined, { tools }: Format): Grants {
  const all = [...(grants?.abilities ?? Object.values(tools).flatMap(({ gives = [] }) => gives))];
  // What commands could do besides is left.
  const left = all.includes('run') ? [...all, ...(implied.run ?? [])] : all;
  const abilities = new Set(left.filter((ability) => !forbidden.includes(ability)));
  return { abilities, servers: grants?.servers ?? [] };
}

/** Names of the target, with what became of each name of the source. */
export interface Names {
  readonly names: readonly string[];
  readonly changes: readonly Change[];
}

/**
 * The tools of the target that give no more than `grants`: those first that give most of it.
 * @param source The agent whose tools they replace.
 */
export function namesFor(grants: Grants, source: Agent, target: Format): Names {
  const usable = Object.entries(target.tools)
    .filter(([, { gives, subagents, status }]) => gives !== undefined && subagents !== 'never' && status === undefined)
    .map(([id, { gives = [] }]) => ({ id, gives }));
  const names = fewest(usable, grants.abilities);
  const giving = Object.fromEntries(names.map((name) => [name, lookup(target.tools, name)?.gives ?? []]));
  const servers = grants.servers.map(({ server, tool }) => target.mcp.spell(server, tool));
  const given = servers.filter((name) => target.mcp.fault(name) === undefined);
  return { names: [...names, ...given], changes: changesOf(source, giving, target) };
}

/**
 * What became of each tool of the source.
 * @param names Those that are written for the target.
 */
export function changesOf(source: Agent, names: Given, target: Format): readonly Change[] {
  const { effective: given = [], withheld = [], dropped = [], inherited = false } = source.verdict()?.tools ?? {};
  const effective = [...given, ...withheld.map(({ name }) => name)];
  const { host } = target;
  const useless = [...new Set(dropped.map(({ name }) => name))].filter((name) => !effective.includes(name));
  const unused = useless.map((name) => lost(name, `${source.format.host.name} does not give it to the agent either.`));
  const used = effective.flatMap((name): readonly Change[] => {
    const server = serverIn(name, source.format);
    if (server !== undefined) {
      const spelled = target.mcp.spell(server.server, server.tool);
      return target.mcp.fault(spelled) === undefined
        ? spelled === name
          ? []
          : [changed(name, spelled)]
        : [lost(name, `${host.name} cannot be given this tool of a server.`)];
    }
    const gives = lookup(source.format.tools, name)?.gives ?? [];
    const giving = Object.keys(names).filter((one) => lookup(names, one)?.some((ability) => gives.includes(ability)));
    if (giving.length > 0) return [giving.includes(name) ? kept(name) : changed(name, giving.join(', '))];
    // An agent that may use everything has many tools that no list names, and few that other hosts have, too.
    if (inherited && gives.length === 0) return [];
    return [lost(name, whyLost(gives, target))];
  });
  return [...used, ...unused];
}

function whyLost(gives: readonly Ability[], { tools, host }: Format): string {
  const wider = Object.entries(tools)
    .filter(([, tool]) => tool.subagents !== 'never' && tool.gives?.some((ability) => gives.includes(ability)))
    .map(([name]) => name);
  return gives.length === 0 || wider.length === 0
    ? `${host.name} has no such tool.`
    : `Only ${quotedList(wider, 3)} could do this, and ${wider.length === 1 ? 'it' : 'each'} can do more than was granted.`;
}

/** What `now` may use that `before` may not, each as words; empty when it grants no more. */
export function widened(before: Grants | undefined, now: Grants | undefined): readonly string[] {
  if (before === undefined) return [];
  if (now === undefined) return ['use every tool'];
  const had = new Set([
    ...harmless,
    ...[...before.abilities].flatMap((ability) => [ability, ...(implied[ability] ?? [])]),
  ]);
  return [
    ...[...now.abilities].filter((ability) => !had.has(ability)).map((ability) => abilityWords[ability]),
    ...now.servers
      .filter(({ server, tool }) => !before.servers.some((one) => one.server === server && covers(one, tool)))
      .map(({ server }) => `use tools of the server ${quoted(server)}`),
  ];
}

/** What can be done with an ability although it has names of its own. */
const implied: Readonly<Partial<Record<Ability, readonly Ability[]>>> = {
  run: ['read', 'write', 'edit', 'search-text', 'find-files', 'list-folder', 'notebook'],
  'find-files': ['list-folder'],
};

/** What changes nothing and learns nothing. */
const harmless: readonly Ability[] = ['ask', 'todo'];

const covers = ({ tool }: ServerGrant, wanted: string | undefined): boolean => tool === undefined || tool === wanted;

/** After "may …". */
const abilityWords: Readonly<Record<Ability, string>> = {
  read: 'read files',
  write: 'create files',
  edit: 'change files',
  run: 'run commands',
  'search-text': 'search files',
  'find-files': 'find files',
  'list-folder': 'list folders',
  fetch: 'read web pages',
  'search-web': 'search the web',
  delegate: 'start other agents',
  todo: 'keep a list of tasks',
  skill: 'load skills',
  notebook: 'change notebooks',
  ask: 'ask the user',
};

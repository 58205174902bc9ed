/** What an agent may use, in words that hosts share, and the tools of another host that give the same and no more. */
import { readAgent } from '../agent/agent';
import type { Grants, ServerGrant } from '../hosts/conversion';
import { effectiveTools } from '../hosts/effectiveTools';
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { fieldsOf } from '../hosts/reading';
import type { Ability, Tool } from '../hosts/tool';
import { isMcpName } from '../hosts/toolName';
import type { EffectiveTools } from '../hosts/verdict';
import { lazyFor } from '../text/lazy';
import { quoted } from '../text/quoted';
import { fewest } from './fewest';

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
export function serverIn(name: string, format: Format): ServerGrant | undefined {
  const { mcp } = format;
  if (!isMcpName(name, format) || mcp.fault(name) !== undefined) return undefined;
  return mcp.partsOf?.(name);
}

/** Abilities that change something. */
const changing: readonly Ability[] = ['write', 'edit', 'notebook', 'run'];

/** The same without what changes something. */
export const withoutChanges = (grants: Grants | undefined, format: Format): Grants => without(changing, grants, format);

/**
 * The same without some abilities.
 * @param grants Undefined for an agent of the format that nothing else limits.
 */
export function without(forbidden: readonly Ability[], grants: Grants | undefined, { tools }: Format): Grants {
  const all = [...(grants?.abilities ?? Object.values(tools).flatMap(({ gives = [] }) => gives))];
  // What commands could do besides is left.
  const left = all.includes('run') ? [...all, ...(implied.run ?? [])] : all;
  const abilities = new Set(left.filter((ability) => !forbidden.includes(ability)));
  return { abilities, servers: grants?.servers ?? [] };
}

/** The tools of the target that give no more than `grants`, servers included: those first that give most of it. */
export function namesFor(grants: Grants, target: Format): readonly string[] {
  const tools = toolsFor(grants, target);
  const servers = grants.servers.map(({ server, tool }) => target.mcp.spell(server, tool));
  return [...tools, ...servers.filter((name) => target.mcp.fault(name) === undefined)];
}

/** The same without servers. What no usual tool gives alone, a rare one may give. */
function toolsFor({ abilities }: Grants, { tools }: Format): readonly string[] {
  const all = Object.entries(tools).map(([id, tool]) => ({ id, tool, gives: tool.gives ?? [] }));
  const usual = all.filter(({ tool }) => isOffered(tool) && tool.status === undefined);
  const rare = all.filter(({ tool }) => isOffered(tool) && isRare(tool));
  const found = fewest(usual, abilities);
  const given = new Set(found.flatMap((name) => lookup(tools, name)?.gives ?? []));
  const missing = new Set([...abilities].filter((ability) => !given.has(ability)));
  return [...found, ...fewest(rare, missing, abilities)];
}

/** Whether agents of the host were seen to get a tool that its documentation does not name. */
const isRare = ({ status, evidence, expandsTo }: Tool): boolean =>
  status === 'undocumented' && evidence.says === 'observed' && expandsTo === undefined;

/** Whether a tool is one that an agent of another host can be given. */
const isOffered = ({ subagents, givesMore }: Tool): boolean => subagents !== 'never' && givesMore === undefined;

/** What `now` may use that `before` may not, each as words; empty when it grants no more. */
export function widened(before: Grants | undefined, now: Grants | undefined): readonly string[] {
  if (before === undefined) return [];
  if (now === undefined) return ['use every tool'];
  const had = new Set([...harmless, ...withImplied(before.abilities)]);
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

const withImplied = (abilities: ReadonlySet<Ability>): ReadonlySet<Ability> =>
  new Set([...abilities].flatMap((ability) => [ability, ...(implied[ability] ?? [])]));

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

/** How an agent is written for OpenCode and Kilo. */
import type { Conversion, Grants, Limits } from '../conversion';
import { type Starters, startersBy } from '../starters';
import type { Tool } from '../tool';

/** Who starts an agent. */
export const openCodeStarters = startersBy([['mode', 'primary']], [['mode', 'subagent']]);

/** For files whose folder decides. */
export const onlyPrimary: Starters = { keys: openCodeStarters.keys, of: () => 'user' };

const subagent = { mode: 'subagent' } as const;

/**
 * @param folder The folder of the host in a project.
 * @param tools Of the host.
 */
export const conversionFor = (folder: string, tools: Readonly<Record<string, Tool>>): Conversion => ({
  fileOf: (name) => `${folder}/agents/${name}.md`,
  models: {
    'anthropic/claude-sonnet-4-5': 'claude-sonnet',
    'anthropic/claude-opus-4-5': 'claude-opus',
    'anthropic/claude-haiku-4-5': 'claude-haiku',
  },
  starters: { agents: subagent, user: { mode: 'primary' }, both: { mode: 'all' }, unsaid: subagent },
  limitsTo: (grants) => limitsTo(grants, tools),
});

/** Denies everything first, because the last key that matches counts. A key is allowed when a tool of it does what is granted. */
function limitsTo({ abilities, servers }: Grants, tools: Readonly<Record<string, Tool>>): Limits {
  const wanted = Object.entries(tools).filter(
    ([, { gives = [], status }]) => status === undefined && gives.some((ability) => abilities.has(ability)),
  );
  const keys = new Set(wanted.map(([name, { permission }]) => permission ?? name));
  const given = Object.entries(tools).map(([name, { permission, gives = [] }]) => ({ key: permission ?? name, gives }));
  const names = Object.fromEntries(
    [...keys].map((key) => [key, [...new Set(given.flatMap((one) => (one.key === key ? one.gives : [])))]]),
  );
  const ofServers = servers.map(({ server, tool }) => `${server}_${tool ?? '*'}`);
  return {
    fields: {
      permission: Object.fromEntries([['*', 'deny'], ...[...keys, ...ofServers].map((key) => [key, 'allow'])]),
    },
    gives: Object.values(names).flat(),
    names,
  };
}

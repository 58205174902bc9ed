/** All agents, skills and servers of a workspace, and what each agent finds around it. */
import type { Together } from '../hosts/together';
import { lazy, lazyFor } from '../text/lazy';
import type { Around, Found } from './around';
import type { Card, ServerCard, SkillCard } from './card';
import type { Ties } from './ties';
import { homesAbove, nowhere, scopes, type Tree, togetherOf, type Where } from './tree';

/** What is known of one file. A file of servers gives several. */
export type Indexed = Ties | SkillCard | ServerCard;

/** A state of the workspace. It never changes; another state is another index. */
export interface Index {
  /** The view from the agent at `path`; undefined for a file that is not in the index. */
  readonly around: (path: string) => Around | undefined;
  /** What the agent at `path` says about others. */
  readonly ties: (path: string) => Ties | undefined;
  /** Every agent, with what it says. */
  readonly agents: readonly Ties[];
  readonly skills: readonly SkillCard[];
  readonly servers: readonly ServerCard[];
  /** What the views are made of, for the next state. */
  readonly cards: Cards;
  readonly viewOf: (self: Card) => View | undefined;
}

/**
 * The index of some files. Nothing is computed before it is asked for.
 * @param before An earlier state. What follows from the cards alone is taken over when all of them are the same objects.
 */
export function indexOf(files: Iterable<Indexed>, where: Where = nowhere, before?: Index): Index {
  const all = [...files];
  const agents = all.filter((file) => file.kind === 'agent');
  const byPath = lazy(() => new Map(agents.map((ties) => [ties.card.path, ties])));
  const cards: Cards = {
    agents: agents.map(({ card }) => card),
    skills: all.filter((file) => file.kind === 'skill'),
    servers: all.filter((file) => file.kind === 'server'),
    where,
  };
  const isSame = before !== undefined && haveSame(before.cards, cards);
  const viewOf = isSame ? before.viewOf : viewsOf(cards);
  return {
    agents,
    skills: cards.skills,
    servers: cards.servers,
    ties: (path) => byPath().get(path),
    around: (path) => {
      const self = byPath().get(path)?.card;
      const view = self && viewOf(self);
      return self && view && aroundOf(self, view);
    },
    cards: isSame ? before.cards : cards,
    viewOf,
  };
}

/** What files say about themselves, without what they say about others. */
interface Cards {
  readonly agents: readonly Card[];
  readonly skills: readonly SkillCard[];
  readonly servers: readonly ServerCard[];
  readonly where: Where;
}

const haveSame = (one: Cards, other: Cards): boolean =>
  one.where === other.where &&
  areSame(one.agents, other.agents) &&
  areSame(one.skills, other.skills) &&
  areSame(one.servers, other.servers);

const areSame = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((item, i) => item === other[i]);

/** The views from all places, each computed once. */
function viewsOf({ agents, skills, servers, where }: Cards): (self: Card) => View | undefined {
  const views = new Map<string, View>();
  return (self) => {
    const together = togetherOf(self.format);
    if (together === undefined) return undefined;
    const { host } = self.format;
    const key = `${host.id} ${self.tree.scope} ${self.tree.home}`;
    const known = views.get(key);
    if (known !== undefined) return known;
    const ours = agents.filter(({ format }) => format.host.id === host.id);
    const view = viewFrom(self, together, ours, skills, servers, where);
    views.set(key, view);
    return view;
  };
}

/** What a session reads that runs where some agent is. */
interface View {
  readonly together: Together;
  /** Those that win, by their exact names. */
  readonly winners: () => ReadonlyMap<string, Card>;
  readonly sorted: () => readonly Card[];
  readonly byFold: () => ReadonlyMap<string, readonly string[]>;
  readonly builtIn: readonly string[];
  /** All agents of a name, by exact name, those that a session reads first, the one that wins first. */
  readonly visible: () => ReadonlyMap<string, readonly Card[]>;
  /** Agents that are not read from here, by their names with and without what comes before a colon. */
  readonly elsewhere: () => ReadonlyMap<string, readonly Card[]>;
  readonly skillWinners: () => ReadonlyMap<string, SkillCard>;
  readonly skillsElsewhere: () => ReadonlyMap<string, readonly SkillCard[]>;
  readonly servers: () => readonly ServerCard[];
}

function viewFrom(
  { tree, format }: Card,
  together: Together,
  agents: readonly Card[],
  skills: readonly SkillCard[],
  servers: readonly ServerCard[],
  where: Where,
): View {
  const homes = new Map(homesAbove(tree.home, where).map((home, i) => [home, i]));
  /** The place of a tree in the order in which names win, lowest first; undefined for one that is not read. */
  const rankOf = (other: Tree): number | undefined => {
    if (other.scope !== 'project') return scopes.indexOf(other.scope) * FAR;
    return tree.scope === 'user' ? undefined : homes.get(other.home);
  };
  /** The files that are read, by names; those of one name in the order in which they win. */
  const ranked = <T extends Located>(
    cards: readonly T[],
    names: (card: T) => readonly string[],
    order: (a: T, b: T) => number,
  ): ReadonlyMap<string, readonly T[]> => {
    const seen = cards.filter(({ tree: other }) => rankOf(other) !== undefined);
    // Nearly every name is there once.
    return new Map(
      [...grouped(seen, names)].map(([name, same]) => [name, same.length < 2 ? same : same.toSorted(order)]),
    );
  };
  const byTree = (a: Located, b: Located): number => (rankOf(a.tree) ?? 0) - (rankOf(b.tree) ?? 0);
  const visible = lazy(() => ranked(agents, nameOf, (a, b) => byTree(a, b) || lastPathFirst(a, b)));
  const winners = lazy(() => firsts(visible()));
  const sorted = lazy(() => [...winners()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, card]) => card));
  const isFar = ({ tree: other }: Located): boolean => rankOf(other) === undefined;
  // The user's skills come before those of a project.
  const skillOrder = (a: SkillCard, b: SkillCard): number =>
    Number(b.tree.scope === 'user') - Number(a.tree.scope === 'user') || a.rank - b.rank;
  return {
    together,
    winners,
    sorted,
    byFold: lazy(() => {
      const names = [...winners().keys(), ...format.builtInAgents.filter((name) => !winners().has(name))];
      return grouped(names, (name) => [together.foldName(name)]);
    }),
    builtIn: format.builtInAgents,
    visible,
    elsewhere: lazy(() => {
      const far = grouped(agents.filter(isFar), ({ name }) => (name === undefined ? [] : [name, lastPart(name)]));
      const near = grouped(
        [...winners().values()].filter(({ name = '' }) => name.includes(':')),
        ({ name = '' }) => [lastPart(name)],
      );
      return new Map([
        ...far,
        ...[...near].map(([name, cards]) => [name, [...cards, ...(far.get(name) ?? [])]] as const),
      ]);
    }),
    skillWinners: lazy(() => firsts(ranked(skills, namesOfSkill, (a, b) => skillOrder(a, b) || byTree(a, b)))),
    skillsElsewhere: lazy(() => grouped(skills.filter(isFar), namesOfSkill)),
    servers: lazy(() => servers.filter(({ tree: other }) => rankOf(other) !== undefined)),
  };
}

interface Located {
  readonly tree: Tree;
}

const nameOf = ({ name }: Card): readonly string[] => (name === undefined ? [] : [name]);

/** More than there are folders above one another. */
const FAR = 1_000_000;

function aroundOf(self: Card, view: View): Around {
  const { together, winners } = view;
  const agent = (name: string): Found<Card> => {
    const exact = winners().get(name);
    if (exact !== undefined) return { kind: 'one', card: exact };
    if (view.builtIn.includes(name)) return { kind: 'built-in', name };
    const folded = view.byFold().get(together.foldName(name)) ?? [];
    if (folded.length > 1) return { kind: 'ambiguous', names: folded };
    const [only] = folded;
    if (only === undefined) return { kind: 'none', elsewhere: view.elsewhere().get(name) ?? [] };
    const card = winners().get(only);
    return card === undefined ? { kind: 'built-in', name: only } : { kind: 'one', card };
  };
  const same = (): readonly Card[] => (self.name === undefined ? [] : (view.visible().get(self.name) ?? []));
  const isInTree = ({ tree }: Card): boolean => tree.scope === self.tree.scope && tree.home === self.tree.home;
  return {
    agent,
    agents: view.sorted,
    builtIn: view.builtIn,
    rivals: () => same().filter(isInTree).toReversed(),
    namesakes: () => same().filter((card) => !isInTree(card)),
    skill: (name) => {
      const card = view.skillWinners().get(name);
      if (card !== undefined) return { kind: 'one', card };
      if (together.builtInSkills.includes(name)) return { kind: 'built-in', name };
      return { kind: 'none', elsewhere: view.skillsElsewhere().get(name) ?? [] };
    },
    skills: () => [...new Set(view.skillWinners().values())],
    servers: view.servers,
  };
}

/** In one tree the last path wins, in the order of UTF-16 code units. */
const lastPathFirst = (a: Card, b: Card): number => {
  const [one, other] = [plainPath(a), plainPath(b)];
  return one === other ? 0 : one < other ? 1 : -1;
};

/** Without the escapes of a URI, which would change the order. */
const plainPath = lazyFor(({ path }: Card): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
});

const lastPart = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

/** A skill in a plugin is also known without the name of the plugin. */
const namesOfSkill = ({ names, tree }: SkillCard): readonly string[] =>
  tree.scope === 'plugin' ? [...names, ...names.map((name) => name.slice(name.indexOf(':') + 1))] : names;

function grouped<T>(values: Iterable<T>, keys: (value: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    for (const key of new Set(keys(value))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [value]);
      else group.push(value);
    }
  }
  return groups;
}

const firsts = <T>(groups: ReadonlyMap<string, readonly T[]>): ReadonlyMap<string, T> =>
  new Map([...groups].flatMap(([name, [first]]) => (first === undefined ? [] : [[name, first] as const])));

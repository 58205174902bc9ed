/** What a session reads that runs where an agent is, and what each name means there. */
import type { Format } from '../hosts/host';
import type { Together } from '../hosts/together';
import { finished, type InParts, inParts, type Steps } from '../text/inParts';
import { lazy, lazyFor } from '../text/lazy';
import { baseNameOf } from '../text/paths';
import { decoded } from '../text/uri';
import { alikeAmong } from './alike';
import type { Around, AroundSkill, Found, Listed, Told } from './around';
import type { Card, Cards, ServerCard, SkillCard } from './card';
import { isDeclared } from './declared';
import { firsts, grouped, grouping } from './grouped';
import { listedOf } from './listed';
import { missingKeys, type ReportFamily, reportFamily } from './reportFamily';
import { toldOf } from './told';
import { homesRead, isSameTree, scopes, type Tree } from './tree';

/** What a session reads that runs where some agent is. */
export interface View {
  readonly together: Together;
  /** Those that win, by their names as the host compares them. */
  readonly winners: () => ReadonlyMap<string, Card>;
  readonly sorted: () => readonly Card[];
  readonly byFold: InParts<ReadonlyMap<string, readonly string[]>>;
  readonly builtIn: readonly string[];
  /** All agents of a name, by the name as the host compares it, those that a session reads first, the one that wins first. */
  readonly visible: InParts<ReadonlyMap<string, readonly Card[]>>;
  /**
   * Agents that are not read from here, by their names with and without what comes before a colon, and those that do not load, by
   * the names of their files.
   */
  readonly elsewhere: InParts<ReadonlyMap<string, readonly Card[]>>;
  readonly skillWinners: () => ReadonlyMap<string, SkillCard>;
  readonly skillsElsewhere: () => ReadonlyMap<string, readonly SkillCard[]>;
  readonly servers: () => readonly ServerCard[];
  readonly family: InParts<ReportFamily>;
  readonly alike: () => ReadonlyMap<Card, readonly Card[]>;
  readonly told: InParts<Told>;
  /** What a session is told of skills; undefined where settings change it. */
  readonly listed: () => Listed | undefined;
}

/** What a session of a host reads that runs where `tree` is. @param near The agents that it may read. @param agents All agents of the host. */
export function viewFrom(
  tree: Tree,
  format: Format,
  together: Together,
  near: readonly Card[],
  agents: () => readonly Card[],
  { skills, servers, listings, where }: Pick<Cards, 'skills' | 'servers' | 'listings' | 'where'>,
): View {
  const above = homesRead(tree.home, together, where);
  const homes = new Map(above.map((home, i) => [home, together.outerWins === true ? above.length - i : i]));
  /** The place of a tree in the order in which names win, lowest first; undefined for one that is not read. */
  const rankOf = (other: Tree): number | undefined => {
    if (other.scope === 'user' && together.userWins === true) return -1;
    if (other.scope !== 'project') return scopes.indexOf(other.scope) * FAR;
    return tree.scope === 'user' ? undefined : homes.get(other.home);
  };
  /** The files that are read, by names; those of one name in the order in which they win. */
  function* ranking<T extends Located>(
    cards: readonly T[],
    names: (card: T) => readonly string[],
    order: (a: T, b: T) => number,
  ): Steps<ReadonlyMap<string, readonly T[]>> {
    const groups = yield* grouping(cards, (card) => (rankOf(card.tree) === undefined ? [] : names(card)));
    // Nearly every name is there once.
    for (const same of groups.values()) if (same.length > 1) same.sort(order);
    return groups;
  }
  const byTree = (a: Located, b: Located): number => (rankOf(a.tree) ?? 0) - (rankOf(b.tree) ?? 0);
  const byPath = (a: Card, b: Card): number =>
    levelOf(a, together) - levelOf(b, together) ||
    (together.winsInTree === 'last' ? lastPathFirst(a, b) : lastPathFirst(b, a));
  const sameName = together.sameName ?? itself;
  const visible = inParts(() =>
    ranking(
      near,
      (card) => namesOf(card).map(sameName),
      (a, b) => Number(isDeclared(a)) - Number(isDeclared(b)) || byTree(a, b) || byPath(a, b),
    ),
  );
  const winners = lazy(() => firsts(visible()));
  const sorted = lazy(() => [...winners()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, card]) => card));
  const isInTree = (card: Card): boolean => isSameTree(card.tree, tree);
  const isFar = ({ tree: other }: Located): boolean => rankOf(other) === undefined;
  // Of all skills of a name, those of the agent's own plugin come before those of other plugins, and every plugin after the rest;
  // then the kind of file counts, and those of the user come before those of a project.
  const place = ({ tree: other, rank }: SkillCard): number => {
    const isOwn = other.scope === tree.scope && other.home === tree.home;
    if (other.scope === 'plugin') return (isOwn ? 1 : 2) * FAR + rank;
    return rank * 2 + (other.scope === 'user' ? 0 : 1);
  };
  const skillOrder = (a: SkillCard, b: SkillCard): number => place(a) - place(b) || byTree(a, b);
  const byFirstName = (cards: readonly SkillCard[]): ReadonlyMap<string, SkillCard> =>
    firsts(finished(ranking(cards, ({ names }) => names.slice(0, 1), skillOrder)));
  return {
    together,
    winners,
    sorted,
    byFold: inParts(function* () {
      const names = [
        ...[...winners().values()].flatMap(namesOf),
        ...format.builtInAgents.filter((name) => !winners().has(sameName(name))),
      ];
      const groups = yield* grouping(names, (name) => [(together.foldName ?? sameName)(name)]);
      for (const same of groups.values()) if (same.length > 1) same.sort();
      return groups;
    }),
    builtIn: format.builtInAgents,
    visible,
    elsewhere: inParts(function* () {
      const far = yield* grouping(agents(), (card) => {
        if (card.name === undefined) return [likelyName(card)];
        return isFar(card) ? [card.name, lastPart(card.name)] : [];
      });
      const unprefixed = yield* grouping(winners().values(), ({ name = '' }) =>
        name.includes(':') ? [lastPart(name)] : [],
      );
      return new Map([
        ...far,
        ...[...unprefixed].map(([name, cards]) => [name, [...cards, ...(far.get(name) ?? [])]] as const),
      ]);
    }),
    // The first name of a file counts before the other names of all files.
    skillWinners: lazy(
      () => new Map([...firsts(finished(ranking(skills, namesOfSkill, skillOrder))), ...byFirstName(skills)]),
    ),
    skillsElsewhere: lazy(() => grouped(skills.filter(isFar), namesOfSkill)),
    servers: lazy(() =>
      (together.servers === undefined ? [] : servers).filter(
        ({ tree: other }) =>
          rankOf(other) !== undefined &&
          // What a plugin declares has another name for its own agents.
          (tree.scope !== 'plugin' || other.scope !== 'project' || other.home !== tree.home),
      ),
    ),
    family: inParts(() => reportFamily(near.filter(isInTree))),
    // A collection has more plugins than people install, so agents are compared within each plugin only.
    alike: lazy(() =>
      alikeAmong(
        sorted().filter(
          (card) => card.isChosen && (tree.scope === 'plugin' ? isInTree(card) : card.tree.scope !== 'plugin'),
        ),
      ),
    ),
    listed: lazy(() => {
      if (listings.some(({ tree: other }) => rankOf(other) !== undefined)) return undefined;
      const named = byFirstName(skills.filter(({ tree: other }) => other.scope !== 'plugin'));
      return listedOf([...named.values()].filter(({ tree: other }) => other.scope === tree.scope));
    }),
    told: inParts(() => toldOf(sorted().filter((card) => card.tree.scope !== 'plugin'))),
  };
}

/** An agent that does not load is likely the one that its file is named after, or its key. */
const likelyName = (card: Card): string => (isDeclared(card) ? card.written?.text : baseNameOf(card.path)) ?? '';

const itself = (name: string): string => name;

interface Located {
  readonly tree: Tree;
}

/** A card stays while the workspace changes, so the list is made once for each. */
const namesOf = lazyFor(({ name }: Card): readonly string[] => (name === undefined ? [] : [name]));

/** More than there are folders above one another. */
const FAR = 1_000_000;

/** The view from one agent. @param viewOf The view of another reader. */
export function aroundOf(self: Card, view: View, viewOf: (reader: Format) => View | undefined): Around {
  const { together, winners } = view;
  const sameName = together.sameName ?? itself;
  const foldName = together.foldName ?? sameName;
  const builtInNamed = (name: string): string | undefined =>
    view.builtIn.find((one) => sameName(one) === sameName(name));
  const agent = (name: string): Found<Card> => {
    const exact = winners().get(sameName(name));
    if (exact !== undefined) return { kind: 'one', card: exact };
    const builtIn = builtInNamed(name);
    if (builtIn !== undefined) return { kind: 'built-in', name: builtIn };
    const folded = view.byFold().get(foldName(name)) ?? [];
    if (folded.length > 1) return { kind: 'ambiguous', names: folded };
    const [only] = folded;
    if (only === undefined) return { kind: 'none', elsewhere: view.elsewhere().get(name) ?? [] };
    const card = winners().get(sameName(only));
    return card === undefined ? { kind: 'built-in', name: only } : { kind: 'one', card };
  };
  const same = (): readonly Card[] => (self.name === undefined ? [] : (view.visible().get(sameName(self.name)) ?? []));
  // Where folders are merged, only those of one folder take the name from each other.
  const isRival = (card: Card): boolean =>
    isSameTree(card.tree, self.tree) &&
    (together.merges !== true || levelOf(card, together) === levelOf(self, together));
  return {
    kind: 'agent',
    agent,
    agents: view.sorted,
    builtIn: view.builtIn,
    builtInNamed,
    rivals: () => same().filter(isRival).toReversed(),
    lastRival: () => same().find(isRival),
    sameNames: together.winsInTree === 'all' ? 'listed' : together.merges === true ? 'merged' : 'replaced',
    hasWinner:
      together.winsInTree !== 'all' && (self.tree.scope !== 'plugin' || together.plugins?.hasFixedWinner !== false),
    otherSpellings: () => {
      const { name } = self;
      const spellings = name === undefined ? [] : (view.byFold().get(foldName(name)) ?? []);
      return spellings.filter((one) => name !== undefined && sameName(one) !== sameName(name));
    },
    namesakes: () => same().filter((card) => !isRival(card)),
    skill: (name) => {
      const card = view.skillWinners().get(name);
      if (card !== undefined) return { kind: 'one', card };
      if (together.builtInSkills?.includes(name) === true) return { kind: 'built-in', name };
      return { kind: 'none', elsewhere: view.skillsElsewhere().get(name) ?? [] };
    },
    skills: () => [...new Set(view.skillWinners().values())],
    servers: view.servers,
    missingReportKeys: () => missingKeys(self, view.family()),
    alike: () => view.alike().get(self) ?? [],
    told: () => (view.told().longest[0] === self ? view.told() : undefined),
    as: (reader) => {
      const other = viewOf(reader);
      return other && aroundOf(self, other, viewOf);
    },
  };
}

/** The view from one skill or command. @param view Where it is; undefined in a plugin. */
export const aroundSkillOf = (self: SkillCard, view: View | undefined): AroundSkill => ({
  kind: 'skill',
  listed: () => {
    const listed = view?.listed();
    return listed?.longest[0] === self ? listed : undefined;
  },
});

/** The lower it is, the earlier an agent counts in its tree. */
const levelOf = (card: Card, { rankInTree }: Together): number =>
  isDeclared(card) ? FAR : (rankInTree?.(card.path) ?? 0);

/** In one tree the last path wins, in the order of UTF-16 code units. */
const lastPathFirst = (a: Card, b: Card): number => {
  const [one, other] = [plainPath(a), plainPath(b)];
  return one === other ? 0 : one < other ? 1 : -1;
};

/** Without the escapes of a URI, which would change the order. */
const plainPath = lazyFor(({ path }: Card): string => decoded(path));

const lastPart = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

/** A skill in a plugin is also known without the name of the plugin. */
const namesOfSkill = ({ names, tree }: SkillCard): readonly string[] =>
  tree.scope === 'plugin' ? [...names, ...names.map((name) => name.slice(name.indexOf(':') + 1))] : names;

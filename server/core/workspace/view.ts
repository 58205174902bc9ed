/** What a session reads that runs where an agent is, and what each name means there. */
import type { Format } from '../hosts/host';
import type { Together } from '../hosts/together';
import { finished, type InParts, inParts, type Steps } from '../text/inParts';
import { lazy, lazyFor } from '../text/lazy';
import { baseNameOf } from '../text/paths';
import { compare } from '../text/sorted';
import { alikeAmong } from './alike';
import type { Around, AroundSkill, Found, Listed, Told } from './around';
import type { Card, Cards, ServerCard, SkillCard } from './card';
import { isDeclared } from './declared';
import { firsts, grouped, grouping } from './grouped';
import { listedOf } from './listed';
import { levelOf, orderFrom, type ReadingOrder } from './readingOrder';
import { missingKeys, type ReportFamily, reportFamily } from './reportFamily';
import { toldOf } from './told';
import { isSameTree, type Tree } from './tree';

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

/** Where a session runs, and what it may find. */
interface Surroundings {
  readonly tree: Tree;
  /** The format of its agents. */
  readonly format: Format;
  readonly together: Together;
  /** The agents that it may read. */
  readonly near: readonly Card[];
  /** All agents of the host. */
  readonly agents: () => readonly Card[];
  readonly cards: Pick<Cards, 'skills' | 'servers' | 'listings' | 'where'>;
}

/** What a session reads in its surroundings. */
export function viewFrom(from: Surroundings): View {
  const { tree, format, together, near, agents, cards } = from;
  const order = orderFrom(tree, together, cards.where);
  const sameName = together.sameName ?? itself;
  const visible = inParts(() => order.ranking(near, (card) => namesOf(card).map(sameName), order.agents));
  const winners = lazy(() => firsts(visible()));
  const sorted = lazy(() => [...winners()].sort(([a], [b]) => compare(a, b)).map(([, card]) => card));
  return {
    together,
    winners,
    sorted,
    byFold: inParts(() => foldedNames(winners(), format, together)),
    builtIn: format.builtInAgents,
    visible,
    elsewhere: inParts(() => agentsElsewhere(agents(), winners(), order)),
    // The first name of a file counts before the other names of all files.
    skillWinners: lazy(
      () =>
        new Map([
          ...firsts(finished(order.ranking(cards.skills, namesOfSkill, order.skills))),
          ...byFirstName(cards.skills, order),
        ]),
    ),
    skillsElsewhere: lazy(() =>
      grouped(
        cards.skills.filter((card) => !order.isRead(card)),
        namesOfSkill,
      ),
    ),
    servers: lazy(() => serversSeen(from, order)),
    family: inParts(() => reportFamily(near.filter((card) => isSameTree(card.tree, tree)))),
    alike: lazy(() => alikeAmong(sorted().filter((card) => card.isChosen && isCompared(card, tree)))),
    listed: lazy(() => skillsListed(from, order)),
    told: inParts(() => toldOf(sorted().filter((card) => card.tree.scope !== 'plugin'))),
  };
}

/** The names of the agents that are read and of those that the host brings along, by their spelling as the host folds it. */
function* foldedNames(
  winners: ReadonlyMap<string, Card>,
  { builtInAgents }: Format,
  { sameName = itself, foldName = sameName }: Together,
): Steps<ReadonlyMap<string, readonly string[]>> {
  const names = [
    ...[...winners.values()].flatMap(namesOf),
    ...builtInAgents.filter((name) => !winners.has(sameName(name))),
  ];
  const groups = yield* grouping(names, (name) => [foldName(name)]);
  for (const same of groups.values()) if (same.length > 1) same.sort();
  return groups;
}

/** `View.elsewhere`. */
function* agentsElsewhere(
  agents: readonly Card[],
  winners: ReadonlyMap<string, Card>,
  { isRead }: ReadingOrder,
): Steps<ReadonlyMap<string, readonly Card[]>> {
  const far = yield* grouping(agents, (card) => {
    if (card.name === undefined) return [likelyName(card)];
    return isRead(card) ? [] : [card.name, lastPart(card.name)];
  });
  const unprefixed = yield* grouping(winners.values(), ({ name = '' }) => (name.includes(':') ? [lastPart(name)] : []));
  return new Map([
    ...far,
    ...[...unprefixed].map(([name, cards]) => [name, [...cards, ...(far.get(name) ?? [])]] as const),
  ]);
}

/** The skills that are read, by the first name of each. */
const byFirstName = (skills: readonly SkillCard[], order: ReadingOrder): ReadonlyMap<string, SkillCard> =>
  firsts(finished(order.ranking(skills, ({ names }) => names.slice(0, 1), order.skills)));

/** The servers that are read. What a plugin declares has another name for its own agents. */
function serversSeen({ tree, together, cards }: Surroundings, { isRead }: ReadingOrder): readonly ServerCard[] {
  if (together.servers === undefined) return [];
  const isBesidePlugin = (other: Tree): boolean =>
    tree.scope === 'plugin' && other.scope === 'project' && other.home === tree.home;
  return cards.servers.filter((card) => isRead(card) && !isBesidePlugin(card.tree));
}

/** Whether agents are compared with `card`. A collection has more plugins than people install, so each plugin is compared by itself. */
const isCompared = (card: Card, tree: Tree): boolean =>
  tree.scope === 'plugin' ? isSameTree(card.tree, tree) : card.tree.scope !== 'plugin';

/** `View.listed`. */
function skillsListed({ tree, cards }: Surroundings, order: ReadingOrder): Listed | undefined {
  if (cards.listings.some(order.isRead)) return undefined;
  const named = byFirstName(
    cards.skills.filter((card) => card.tree.scope !== 'plugin'),
    order,
  );
  return listedOf([...named.values()].filter((card) => card.tree.scope === tree.scope));
}

/** An agent that does not load is likely the one that its file is named after, or its key. */
const likelyName = (card: Card): string => (isDeclared(card) ? card.written?.text : baseNameOf(card.path)) ?? '';

const itself = (name: string): string => name;

/** A card stays while the workspace changes, so the list is made once for each. */
const namesOf = lazyFor(({ name }: Card): readonly string[] => (name === undefined ? [] : [name]));

/**
 * The view from one agent.
 * @param viewOf The view of another reader.
 */
export function aroundOf(self: Card, view: View, viewOf: (reader: Format) => View | undefined): Around {
  const { together } = view;
  const { sameName = itself, foldName = sameName } = together;
  const same = (): readonly Card[] => (self.name === undefined ? [] : (view.visible().get(sameName(self.name)) ?? []));
  // Where folders are merged, only those of one folder take the name from each other.
  const isRival = (card: Card): boolean =>
    isSameTree(card.tree, self.tree) &&
    (together.merges !== true || levelOf(card, together) === levelOf(self, together));
  return {
    kind: 'agent',
    agent: (name) => agentNamed(name, view),
    agents: view.sorted,
    builtIn: view.builtIn,
    builtInNamed: (name) => builtInNamed(name, view),
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
    skill: (name) => skillNamed(name, view),
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

/** The agent that a host brings along under this name, as the host spells it. */
function builtInNamed(name: string, { together: { sameName = itself }, builtIn }: View): string | undefined {
  const wanted = sameName(name);
  return builtIn.find((one) => sameName(one) === wanted);
}

/** What the name of an agent means: first as it is written, then as the host folds it. */
function agentNamed(name: string, view: View): Found<Card> {
  const { sameName = itself, foldName = sameName } = view.together;
  const exact = view.winners().get(sameName(name));
  if (exact !== undefined) return { kind: 'one', card: exact };
  const builtIn = builtInNamed(name, view);
  if (builtIn !== undefined) return { kind: 'built-in', name: builtIn };
  const folded = view.byFold().get(foldName(name)) ?? [];
  if (folded.length > 1) return { kind: 'ambiguous', names: folded };
  const [only] = folded;
  if (only === undefined) return { kind: 'none', elsewhere: view.elsewhere().get(name) ?? [] };
  const card = view.winners().get(sameName(only));
  return card === undefined ? { kind: 'built-in', name: only } : { kind: 'one', card };
}

/** What the name of a skill means. */
function skillNamed(name: string, view: View): Found<SkillCard> {
  const card = view.skillWinners().get(name);
  if (card !== undefined) return { kind: 'one', card };
  if (view.together.builtInSkills?.includes(name) === true) return { kind: 'built-in', name };
  return { kind: 'none', elsewhere: view.skillsElsewhere().get(name) ?? [] };
}

/**
 * The view from one skill or command.
 * @param view Where it is; undefined in a plugin.
 */
export const aroundSkillOf = (self: SkillCard, view: View | undefined): AroundSkill => ({
  kind: 'skill',
  listed: () => {
    const listed = view?.listed();
    return listed?.longest[0] === self ? listed : undefined;
  },
});

const lastPart = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

/** A skill in a plugin is also known without the name of the plugin. */
const namesOfSkill = ({ names, tree }: SkillCard): readonly string[] =>
  tree.scope === 'plugin' ? [...names, ...names.map((name) => name.slice(name.indexOf(':') + 1))] : names;

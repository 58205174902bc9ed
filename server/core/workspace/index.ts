/** All agents, skills and servers of a workspace, and what each agent finds around it. */

import type { Format } from '../hosts/host';
import { hosts } from '../hosts/index';
import { lazy } from '../text/lazy';
import { folderOf } from '../text/paths';
import { readDescriptions } from './alike';
import type { Around, AroundFile, AroundSkill } from './around';
import type { Card, Cards, ListingCard, ServerCard, SkillCard } from './card';
import type { Declared } from './declared';
import { grouped } from './grouped';
import { isFoundBy } from './readers';
import type { Ties } from './ties';
import { homesRead, nowhere, type Tree, togetherOf, treeKey, type Where } from './tree';
import { aroundOf, aroundSkillOf, type View, viewFrom } from './view';

/** What is known of one file. A file of servers gives several, and so does one that declares agents. */
export type Indexed = Ties | SkillCard | ServerCard | ListingCard | Declared;

/** A state of the workspace. It never changes; another state is another index. */
export interface Index {
  /**
   * The view from the agent at `path`; undefined for a file that is not in the index.
   * @param reader Whose sessions are meant; the main reader of the file when left out.
   */
  readonly around: (path: string, reader?: Format) => Around | undefined;
  /** The same from the agent of a card, which a file of settings may declare. */
  readonly aroundOf: (self: Card, reader?: Format) => Around | undefined;
  /** The view from the skill or command at `path`; undefined for a file that is not in the index. */
  readonly aroundSkill: (path: string) => AroundSkill | undefined;
  /** The view from the agent, skill or command at `path`. */
  readonly aroundFile: (path: string) => AroundFile | undefined;
  /** What the agent at `path` says about others, as its main reader reads it. */
  readonly ties: (path: string) => Ties | undefined;
  /** Every agent, with what it says. */
  readonly agents: readonly Ties[];
  readonly skills: readonly SkillCard[];
  readonly servers: readonly ServerCard[];
  /** The agents that files of settings declare. Other agents find them, and nothing more is known of them. */
  readonly declared: readonly Declared[];
  /**
   * The parts of what is computed for the agents and skills at some paths, each at the first call of its function: a server does that
   * between requests. What was computed already takes no time.
   */
  readonly partsFor: (paths: Iterable<string>) => Iterable<() => unknown>;
  /** What the views are made of, for the next state. */
  readonly cards: Cards;
  readonly viewOf: Views['viewOf'];
  readonly viewOfSkill: Views['viewOfSkill'];
}

/**
 * The index of some files. Nothing is computed before it is asked for.
 * @param before An earlier state. What follows from the cards alone is taken over when all of them are the same objects.
 */
export function indexOf(files: Iterable<Indexed>, where: Where = nowhere, before?: Index): Index {
  const all = [...files];
  const agents = all.filter((file) => file.kind === 'agent');
  const byPath = lazy(() => new Map(agents.map((ties) => [ties.card.path, ties])));
  const declared = all.filter((file) => file.kind === 'declared');
  const cards: Cards = {
    agents: agents.map(({ card }) => card),
    skills: withoutHidden(all.filter((file) => file.kind === 'skill')),
    servers: all.filter((file) => file.kind === 'server'),
    listings: all.filter((file) => file.kind === 'listing'),
    declared: declared.map(({ card }) => card),
    where,
  };
  const isSame = before !== undefined && haveSame(before.cards, cards);
  const { viewOf, viewOfSkill } = isSame ? before : viewsOf(cards);
  const skillAt = lazy(() => new Map(cards.skills.map((card) => [card.path, card])));
  const seenFrom = (self: Card, reader?: Format): Around | undefined => {
    const view = viewOf(self, reader);
    return view && aroundOf(self, view, (other) => viewOf(self, other));
  };
  const around: Index['around'] = (path, reader) => {
    const self = byPath().get(path)?.card;
    return self && seenFrom(self, reader);
  };
  const aroundSkill: Index['aroundSkill'] = (path) => {
    const self = skillAt().get(path);
    return self && aroundSkillOf(self, viewOfSkill(self));
  };
  return {
    agents,
    skills: cards.skills,
    servers: cards.servers,
    declared,
    ties: (path) => byPath().get(path),
    around,
    aroundOf: seenFrom,
    aroundSkill,
    aroundFile: (path) => around(path) ?? aroundSkill(path),
    partsFor: (paths) => partsFor(paths, agents, { byPath, skillAt, viewOf, viewOfSkill }),
    cards: isSame ? before.cards : cards,
    viewOf,
    viewOfSkill,
  };
}

/** What an index finds by paths and for cards. */
interface Found extends Views {
  readonly byPath: () => ReadonlyMap<string, Ties>;
  readonly skillAt: () => ReadonlyMap<string, SkillCard>;
}

/** `Index.partsFor`. Each part is yielded only when the one before it has been computed, because it may need that. */
function* partsFor(paths: Iterable<string>, agents: readonly Ties[], found: Found): Iterable<() => unknown> {
  const { byPath, skillAt, viewOf, viewOfSkill } = found;
  yield byPath;
  yield* chunked(agents, MANY_CARDS, (some) => {
    for (const { card } of some) treeKey(card.tree);
  });
  const begun = new Set<string>();
  const seen = new Set<View>();
  for (const path of paths) {
    const skill = skillAt().get(path);
    if (skill !== undefined) yield () => viewOfSkill(skill)?.listed();
    const self = byPath().get(path)?.card;
    if (self === undefined) continue;
    const key = treeKey(self.tree);
    if (!begun.has(key)) yield () => void viewOf(self);
    begun.add(key);
    const view = viewOf(self);
    if (view === undefined || seen.has(view)) continue;
    seen.add(view);
    yield* partsOfView(view);
  }
}

function* partsOfView(view: View): Iterable<() => unknown> {
  yield* view.visible.parts();
  yield view.winners;
  yield view.sorted;
  yield* view.byFold.parts();
  yield* view.elsewhere.parts();
  yield view.skillWinners;
  yield* view.family.parts();
  yield* chunked(view.sorted(), SOME_CARDS, readDescriptions);
  yield view.alike;
  yield* view.told.parts();
}

/** Parts that each act on the next `size` values. */
function* chunked<T>(values: readonly T[], size: number, act: (some: readonly T[]) => void): Iterable<() => void> {
  for (let at = 0; at < values.length; at += size) yield () => act(values.slice(at, at + size));
}

/** Cards whose trees are looked at, one after the other, in one part. */
const MANY_CARDS = 200;

/** The same for their descriptions, which take longer. */
const SOME_CARDS = 20;

const haveSame = (one: Cards, other: Cards): boolean =>
  one.where === other.where &&
  areSame(one.agents, other.agents) &&
  areSame(one.skills, other.skills) &&
  areSame(one.servers, other.servers) &&
  areSame(one.listings, other.listings) &&
  areSame(one.declared, other.declared);

const areSame = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((item, i) => item === other[i]);

interface Views {
  readonly viewOf: (self: Card, reader?: Format) => View | undefined;
  /** That of an agent beside a skill; undefined in a plugin, of which it is not known who uses it. */
  readonly viewOfSkill: (self: SkillCard) => View | undefined;
}

/** The views from all places, each computed once. */
function viewsOf(cards: Cards): Views {
  const { agents: own, declared, where } = cards;
  const views = new Map<string, View>();
  const agents = [...own, ...declared];
  const trees = lazy(() => grouped(agents, ({ tree }) => [treeKey(tree)]));
  const wide = lazy(() => agents.filter(({ tree }) => tree.scope !== 'project'));
  const viewAt = (tree: Tree, reader: Format): View | undefined => {
    const together = togetherOf(reader);
    const { host } = reader;
    if (together === undefined) return undefined;
    const key = `${host.id} ${treeKey(tree)}`;
    const known = views.get(key);
    if (known !== undefined) return known;
    const isOurs = (card: Card): boolean => isFoundBy(card, host);
    const projects = homesRead(tree.home, together, where).flatMap(
      (home) => trees().get(treeKey({ scope: 'project', home })) ?? [],
    );
    const near = [...projects, ...wide()].filter(isOurs);
    const view = viewFrom({ tree, format: reader, together, near, agents: () => agents.filter(isOurs), cards });
    views.set(key, view);
    return view;
  };
  return {
    viewOf: (self, reader = self.format) => (isFoundBy(self, reader.host) ? viewAt(self.tree, reader) : undefined),
    viewOfSkill: ({ tree, host }) => {
      const reader = tree.scope === 'plugin' ? undefined : hosts.find(({ id }) => id === host)?.formats[0];
      return reader && viewAt(tree, reader);
    },
  };
}

/** The skills without the files beside one that is its whole folder. */
function withoutHidden(skills: readonly SkillCard[]): readonly SkillCard[] {
  const folders = new Set(skills.flatMap(({ path, isFolder }) => (isFolder ? [folderOf(path)] : [])));
  return folders.size === 0 ? skills : skills.filter(({ path, isFolder }) => isFolder || !folders.has(folderOf(path)));
}

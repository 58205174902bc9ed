/** Which files a session reads, and which of those with one name wins. */
import type { Together } from '../hosts/together';
import type { Steps } from '../text/inParts';
import { lazyFor } from '../text/lazy';
import { decoded } from '../text/uri';
import type { Card, SkillCard } from './card';
import { isDeclared } from './declared';
import { grouping } from './grouped';
import { homesRead, scopes, type Tree, type Where } from './tree';

/** Something in a file of a tree. */
interface Located {
  readonly tree: Tree;
}

type Compare<T> = (a: T, b: T) => number;

/** The order in which a session reads what has one name. */
export interface ReadingOrder {
  /** Whether a session reads the file. */
  readonly isRead: (located: Located) => boolean;
  /** The one that wins first. */
  readonly agents: Compare<Card>;
  readonly skills: Compare<SkillCard>;
  /** The files that are read, by names; those of one name in the given order. */
  readonly ranking: <T extends Located>(
    cards: readonly T[],
    names: (card: T) => readonly string[],
    order: Compare<T>,
  ) => Steps<ReadonlyMap<string, readonly T[]>>;
}

/** The order for a session that runs where `tree` is. */
export function orderFrom(tree: Tree, together: Together, where: Where): ReadingOrder {
  const above = homesRead(tree.home, together, where);
  const homes = new Map(above.map((home, i) => [home, together.outerWins === true ? above.length - i : i]));
  /** The place of a tree in the order in which names win, lowest first; undefined for one that is not read. */
  const rankOf = (other: Tree): number | undefined => {
    if (other.scope === 'user' && together.userWins === true) return -1;
    if (other.scope !== 'project') return scopes.indexOf(other.scope) * FAR;
    return tree.scope === 'user' ? undefined : homes.get(other.home);
  };
  const isRead = ({ tree: other }: Located): boolean => rankOf(other) !== undefined;
  const byTree: Compare<Located> = (a, b) => (rankOf(a.tree) ?? 0) - (rankOf(b.tree) ?? 0);
  const byPath: Compare<Card> = (a, b) =>
    levelOf(a, together) - levelOf(b, together) ||
    (together.winsInTree === 'last' ? lastPathFirst(a, b) : lastPathFirst(b, a));
  return {
    isRead,
    agents: (a, b) => Number(isDeclared(a)) - Number(isDeclared(b)) || byTree(a, b) || byPath(a, b),
    skills: (a, b) => placeFrom(tree, a) - placeFrom(tree, b) || byTree(a, b),
    *ranking(cards, names, order) {
      const groups = yield* grouping(cards, (card) => (isRead(card) ? names(card) : []));
      // Nearly every name is there once.
      for (const same of groups.values()) if (same.length > 1) same.sort(order);
      return groups;
    },
  };
}

/**
 * Of all skills of a name, those of the agent's own plugin come before those of other plugins, and every plugin after the rest; then
 * the kind of file counts, and those of the user come before those of a project.
 */
function placeFrom({ scope, home }: Tree, { tree: other, rank }: SkillCard): number {
  if (other.scope !== 'plugin') return rank * 2 + (other.scope === 'user' ? 0 : 1);
  const isOwn = other.scope === scope && other.home === home;
  return (isOwn ? 1 : 2) * FAR + rank;
}

/** More than there are folders above one another. */
const FAR = 1_000_000;

/** The lower it is, the earlier an agent counts in its tree. */
export const levelOf = (card: Card, { rankInTree }: Together): number =>
  isDeclared(card) ? FAR : (rankInTree?.(card.path) ?? 0);

/** In one tree the last path wins, in the order of UTF-16 code units. */
function lastPathFirst(a: Card, b: Card): number {
  const [one, other] = [plainPath(a), plainPath(b)];
  return one === other ? 0 : one < other ? 1 : -1;
}

/** Without the escapes of a URI, which would change the order. */
const plainPath = lazyFor(({ path }: Card): string => decoded(path));

/** Finds the keys that most completion reports of one tree have in common. */
import type { SharedKey } from './around';
import type { Card } from './card';

/** How many other agents must have a key before the lack of it is worth a word. */
const LEAST = 4;

/** The share of the others that must have it. */
const SHARE = 0.8;

/** For each tree and key, the agents whose report has it, and all agents of the tree with a report. */
export interface ReportFamilies {
  readonly of: (
    card: Card,
  ) => { readonly size: number; readonly byKey: ReadonlyMap<string, readonly Card[]> } | undefined;
}

/** Counts the keys of all reports once. */
export function reportFamilies(cards: readonly Card[]): ReportFamilies {
  const families = new Map<string, { size: number; byKey: Map<string, Card[]> }>();
  for (const card of cards) {
    if (card.reportKeys.length === 0) continue;
    const key = keyOf(card);
    const family = families.get(key) ?? { size: 0, byKey: new Map<string, Card[]>() };
    families.set(key, family);
    family.size++;
    for (const name of new Set(card.reportKeys)) {
      const having = family.byKey.get(name);
      if (having === undefined) family.byKey.set(name, [card]);
      else having.push(card);
    }
  }
  return { of: (card) => families.get(keyOf(card)) };
}

/** The keys that nearly all other reports of the tree have; none for an agent that is not like them at all. */
export function usualKeys(self: Card, families: ReportFamilies): readonly SharedKey[] {
  const family = self.reportKeys.length === 0 ? undefined : families.of(self);
  if (family === undefined || family.size - 1 < LEAST) return [];
  const others = family.size - 1;
  const own = new Set(self.reportKeys);
  const usual = [...family.byKey].flatMap(([key, cards]): readonly SharedKey[] => {
    const having = cards.length - (own.has(key) ? 1 : 0);
    const example = cards.find((card) => card !== self);
    return example !== undefined && having >= LEAST && having >= SHARE * others
      ? [{ key, having, others, example }]
      : [];
  });
  return usual.filter(({ key }) => own.has(key)).length * 2 >= usual.length ? usual : [];
}

const keyOf = ({ tree, format }: Card): string => `${format.host.id} ${tree.scope} ${tree.home}`;

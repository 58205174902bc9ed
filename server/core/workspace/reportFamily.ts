/** Finds the keys that most completion reports of one tree have in common. */
import { closestOf } from '../hosts/toolName';
import type { MissingKey } from './around';
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

/** The keys that the report lacks, and that nearly all others of the tree have; none for a report that is not like them at all. */
export function missingKeys(self: Card, families: ReportFamilies): readonly MissingKey[] {
  const family = self.reportKeys.length === 0 ? undefined : families.of(self);
  if (family === undefined || family.size - 1 < LEAST) return [];
  const others = family.size - 1;
  const own = new Set(self.reportKeys);
  const isUsual = (key: string): boolean => {
    const having = (family.byKey.get(key)?.length ?? 0) - (own.has(key) ? 1 : 0);
    return having >= LEAST && having >= SHARE * others;
  };
  const usual = [...family.byKey.keys()].filter(isUsual);
  const missing = usual.filter((key) => !own.has(key));
  if (missing.length * 2 > usual.length) return [];
  const odd = self.reportKeys.filter((key) => !isUsual(key));
  return missing.flatMap((key) => {
    const cards = family.byKey.get(key) ?? [];
    const [example] = cards;
    return example === undefined ? [] : [{ key, written: closestOf(key, odd), having: cards.length, others, example }];
  });
}

const keyOf = ({ tree, format }: Card): string => `${format.host.id} ${tree.scope} ${tree.home}`;

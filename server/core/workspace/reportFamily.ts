/** Finds the keys that most completion reports of one tree have in common. */
import { closestOf } from '../text/closest';
import { each, type Steps } from '../text/inParts';
import type { MissingKey } from './around';
import type { Card } from './card';

/** How many other agents must have a key before the lack of it is worth a word. */
const LEAST = 4;

/** The share of the others that must have it. */
const SHARE = 0.8;

/** The reports of the agents of one tree. */
export interface ReportFamily {
  /** How many agents have a report. */
  readonly size: number;
  /** For each key, how many reports have it, and the agent of one of them. */
  readonly byKey: ReadonlyMap<string, { readonly count: number; readonly example: Card }>;
}

/**
 * Counts the keys of all reports once, in steps.
 * @param cards The agents of one tree.
 */
export function* reportFamily(cards: readonly Card[]): Steps<ReportFamily> {
  const byKey = new Map<string, { count: number; readonly example: Card }>();
  let size = 0;
  yield* each(cards, (card) => {
    if (card.reportKeys.length > 0) size++;
    for (const key of card.reportKeys) {
      const known = byKey.get(key);
      if (known === undefined) byKey.set(key, { count: 1, example: card });
      else known.count++;
    }
  });
  return { size, byKey };
}

/** The keys that the report lacks, and that nearly all others of the tree have; none for a report that is not like them at all. */
export function missingKeys(self: Card, family: ReportFamily): readonly MissingKey[] {
  if (self.reportKeys.length === 0 || family.size - 1 < LEAST) return [];
  const others = family.size - 1;
  const own = new Set(self.reportKeys);
  const isUsual = (key: string): boolean => {
    const having = (family.byKey.get(key)?.count ?? 0) - (own.has(key) ? 1 : 0);
    return having >= LEAST && having >= SHARE * others;
  };
  const usual = [...family.byKey.keys()].filter(isUsual);
  const missing = usual.filter((key) => !own.has(key));
  if (missing.length * 2 > usual.length) return [];
  const odd = self.reportKeys.filter((key) => !isUsual(key));
  return missing.flatMap((key) => {
    const known = family.byKey.get(key);
    if (known === undefined) return [];
    return [{ key, written: closestOf(key, odd), having: known.count, others, example: known.example }];
  });
}

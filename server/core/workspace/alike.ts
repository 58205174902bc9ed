/** Finds agents whose names and descriptions give a reader nothing to choose by. */
import { isRouting } from '../prose/wording/routing';
import { lazyFor } from '../text/lazy';
import type { Card } from './card';

/** UTF-16 units of a description that are compared. */
const MOST_TEXT = 4_000;

/** Words that a description must have: fewer say too little to be compared. */
const LEAST_WORDS = 6;

/** The share of what two descriptions say that both must say. */
const ALIKE = 0.65;

/** A word in more descriptions than this belongs to a template, and leads to no pair by itself. */
const MOST_SHARING = 40;

/** How many alike agents are named. */
const SHOWN = 3;

/**
 * For each agent those that are alike.
 *
 * A word counts the more the fewer descriptions contain it, so what a template repeats counts little and the one word that tells
 * two agents apart counts much. Only agents that share one of their rarest words are compared, and each word leads to a bounded
 * number of them, so the time is linear in the number of agents.
 */
export function alikeAmong(cards: readonly Card[]): ReadonlyMap<Card, readonly Card[]> {
  const spread = new Map<string, number>();
  for (const card of cards) for (const word of wordsOf(card).all) spread.set(word, (spread.get(word) ?? 0) + 1);
  // Two that are alike have each word twice, which must not make it count less than a word that only one of them has.
  const weightOf = (word: string): number =>
    Math.log((cards.length + 1) / Math.max(1, (spread.get(word) ?? 1) - 1)) + 0.1;
  const all = cards.flatMap((card) => {
    const words = wordsOf(card);
    if (words.all.size < LEAST_WORDS) return [];
    const byRarity = [...words.all].map((word) => ({ word, weight: weightOf(word) })).sort(rarestFirst);
    return [{ card, words, byRarity, total: byRarity.reduce((sum, { weight }) => sum + weight, 0) }];
  });
  const leads = new Map<string, (typeof all)[number][]>();
  const found = new Map<Card, { readonly card: Card; readonly share: number }[]>();
  const add = (card: Card, other: Card, share: number): void => {
    const list = found.get(card);
    if (list === undefined) found.set(card, [{ card: other, share }]);
    else list.push({ card: other, share });
  };
  for (const one of all) {
    const seen = new Set<Card>();
    // Two agents that are alike share a word among the first of both, which weigh more than what may differ.
    let left = (1 - ALIKE) * one.total;
    for (const { word, weight } of one.byRarity) {
      if (left < 0) break;
      left -= weight;
      if ((spread.get(word) ?? 0) > MOST_SHARING) continue;
      const others = leads.get(word) ?? [];
      for (const other of others) {
        if (seen.has(other.card)) continue;
        seen.add(other.card);
        const share = shareOf(one, other, weightOf);
        if (share < ALIKE) continue;
        add(one.card, other.card, share);
        add(other.card, one.card, share);
      }
      others.push(one);
      leads.set(word, others);
    }
  }
  return new Map(
    [...found].map(([card, others]) => [
      card,
      others
        .sort((a, b) => b.share - a.share)
        .slice(0, SHOWN)
        .map((other) => other.card),
    ]),
  );
}

interface Weighed {
  readonly words: Words;
  readonly total: number;
}

/** The weight of the common words in that of all words. */
function shareOf(a: Weighed, b: Weighed, weightOf: (word: string) => number): number {
  if (Math.min(a.total, b.total) < ALIKE * Math.max(a.total, b.total)) return 0;
  let common = 0;
  for (const word of a.words.all) if (b.words.all.has(word)) common += weightOf(word);
  if (common < (ALIKE / (1 + ALIKE)) * (a.total + b.total)) return 0;
  // "…for Python" and "…for Rust": each says what only it is for.
  if (hasOwnTopic(a, b) && hasOwnTopic(b, a)) return 0;
  return common / (a.total + b.total - common);
}

const hasOwnTopic = (one: Weighed, other: Weighed): boolean =>
  [...one.words.topics].some((word) => !other.words.all.has(word));

/** In one order for all agents. */
const rarestFirst = (
  a: { readonly word: string; readonly weight: number },
  b: { readonly word: string; readonly weight: number },
): number => b.weight - a.weight || (a.word < b.word ? -1 : 1);

interface Words {
  /** Those of the description that say something, in lower case without endings. */
  readonly all: ReadonlySet<string>;
  /** Those that name what the agent is about: proper names in the description, and words that are in the agent's name as well. */
  readonly topics: ReadonlySet<string>;
}

const wordsOf = lazyFor(({ name = '', purpose }: Card): Words => {
  const text = purpose.slice(0, MOST_TEXT).replaceAll('\\n', '\n');
  const inName = new Set(stemsIn(name));
  const all = new Set<string>();
  const topics = new Set<string>();
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}+#]*/gu)) {
    const stem = stemOf(word);
    if (stem === undefined) continue;
    all.add(stem);
    const isProper =
      /^[^\p{Ll}]|.\p{Lu}/u.test(word) &&
      !/(?:^|[.:!?]\s+|\n\s*)["'(*-]*$/.test(text.slice(Math.max(0, index - 8), index));
    if (isProper || inName.has(stem)) topics.add(stem);
  }
  return { all, topics };
});

const stemsIn = (name: string): readonly string[] =>
  (name.match(/[\p{L}\p{N}+#]+/gu) ?? []).flatMap((word) => stemOf(word) ?? []);

/** A word in lower case without its ending; undefined for one that tells no agents apart. */
function stemOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  return isRouting(lower) ? lower.replace(/(?<=...)(?:ing|ed|es|e|s)$/, '') : undefined;
}

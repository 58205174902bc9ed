/** Finds agents whose descriptions give a reader nothing to choose by. */
import { MOST_ROUTING_TEXT, type RoutingWords, routingWords } from '../prose/routingWords';
import { lazyFor } from '../text/lazy';
import { memo } from '../text/memo';
import type { Card } from './card';

/** Words that a description must have: fewer say too little to be compared. */
const LEAST_WORDS = 6;

/** The share of what two descriptions say that both must say. */
const ALIKE = 0.65;

/** A word in more descriptions than this belongs to a template, and leads to no pair by itself. */
const MOST_SHARING = 24;

/** With how many others an agent is compared. */
const MOST_COMPARED = 64;

/** How many alike agents are named. */
const SHOWN = 3;

/** UTF-16 units of names and descriptions for which answers are remembered. */
const REMEMBERED = 1 << 23;

/** An agent with its words, each a number, the rarest first. */
interface Weighed {
  readonly card: Card;
  readonly words: readonly number[];
  readonly weight: number;
}

interface Pair {
  readonly card: Card;
  readonly share: number;
}

/**
 * For each agent those that are alike, the most alike first.
 *
 * A word counts the more the fewer descriptions contain it, so what a template repeats counts little and the one word that tells
 * two agents apart counts much. Only agents that share one of their rarest words are compared, and each with a bounded number of
 * others, so the time is linear in the number of agents.
 */
export function alikeAmong(cards: readonly Card[]): ReadonlyMap<Card, readonly Card[]> {
  // To find words of any script takes a good part of the time for one file.
  if (cards.length < 2) return new Map();
  const text = cards.map(({ name = '', purpose }) => `${name}\0${purpose.slice(0, MOST_ROUTING_TEXT)}`).join('\0');
  const at = (places: readonly number[]): readonly Card[] => places.flatMap((place) => cards[place] ?? []);
  return new Map(
    [...placesOf(text, cards)].flatMap(([place, others]) => at([place]).map((card) => [card, at(others)])),
  );
}

/** The same as places in the list. Most changes of a workspace leave all names and descriptions as they are. */
const placesOf = memo(REMEMBERED, (_, cards: readonly Card[] = []): ReadonlyMap<number, readonly number[]> => {
  const places = new Map(cards.map((card, place) => [card, place]));
  const at = (some: readonly Card[]): readonly number[] => some.flatMap((card) => places.get(card) ?? []);
  return new Map([...pairsAmong(cards)].flatMap(([card, others]) => at([card]).map((place) => [place, at(others)])));
});

function pairsAmong(cards: readonly Card[]): ReadonlyMap<Card, readonly Card[]> {
  const { weights, spread, all } = weighed(cards);
  const leads = new Map<number, Weighed[]>();
  const found = new Map<Card, Pair[]>();
  // For each word the last agent that was compared and has it: one list instead of a set for each agent.
  const has = new Int32Array(weights.length).fill(-1);
  for (const [i, one] of all.entries()) {
    for (const word of one.words) has[word] = i;
    const compared = new Set<Weighed>();
    // Two agents that are alike share a word among the first of both, which weigh more than what may differ.
    let left = (1 - ALIKE) * one.weight;
    for (const word of one.words) {
      if (left < 0) break;
      left -= weights[word] ?? 0;
      if ((spread[word] ?? 0) > MOST_SHARING) continue;
      const others = leads.get(word) ?? [];
      for (const other of others) {
        if (compared.has(other) || compared.size >= MOST_COMPARED) continue;
        compared.add(other);
        const common = other.words.reduce((sum, id) => (has[id] === i ? sum + (weights[id] ?? 0) : sum), 0);
        const share = common / (one.weight + other.weight - common);
        if (share < ALIKE || areApart(one.card, other.card)) continue;
        push(found, one.card, { card: other.card, share });
        push(found, other.card, { card: one.card, share });
      }
      push(leads, word, one);
    }
  }
  return new Map([...found].map(([card, pairs]) => [card, best(pairs)]));
}

/** Numbers the words and weighs them. */
function weighed(cards: readonly Card[]): {
  readonly weights: readonly number[];
  readonly spread: readonly number[];
  readonly all: readonly Weighed[];
} {
  const ids = new Map<string, number>();
  const spread: number[] = [];
  const numbered = cards.map((card) => ({
    card,
    words: [...wordsOf(card).all].map((word) => {
      const id = ids.get(word) ?? ids.size;
      ids.set(word, id);
      spread[id] = (spread[id] ?? 0) + 1;
      return id;
    }),
  }));
  // Two that are alike have each word twice, which must not make it count less than a word that only one of them has.
  const weights = spread.map((count) => Math.log((cards.length + 1) / Math.max(1, count - 1)) + 0.1);
  const all = numbered
    .filter(({ words }) => words.length >= LEAST_WORDS)
    .map(({ card, words }) => ({
      card,
      words: words.sort((a, b) => (spread[a] ?? 0) - (spread[b] ?? 0) || a - b),
      weight: words.reduce((sum, id) => sum + (weights[id] ?? 0), 0),
    }));
  return { weights, spread, all };
}

/** Reads what some cards say, so that `alikeAmong` does not have to. */
export function readDescriptions(cards: readonly Card[]): void {
  for (const card of cards) wordsOf(card);
}

const wordsOf = lazyFor(({ name = '', purpose }: Card): RoutingWords => routingWords(name, purpose));

/** "…for Python" and "…for Rust": each says what only it is for. */
function areApart(one: Card, other: Card): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return [...a.topics].some((word) => !b.all.has(word)) && [...b.topics].some((word) => !a.all.has(word));
}

const best = (pairs: readonly Pair[]): readonly Card[] =>
  pairs
    .toSorted((a, b) => b.share - a.share)
    .slice(0, SHOWN)
    .map(({ card }) => card);

function push<K, T>(lists: Map<K, T[]>, key: K, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

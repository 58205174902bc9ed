/** Ranks agents and skills by how well their descriptions match a request. It is an estimate of ours: a host lets its model decide. */
import { type RequestWord, requestWords } from '../prose/requestWords';
import { lazy, lazyFor } from '../text/lazy';
import { compare } from '../text/sorted';
import type { Card, SkillCard } from './card';
import type { Index } from './index';

/** What a request can lead to. */
export interface Candidate {
  readonly kind: 'agent' | 'skill';
  readonly name: string;
  readonly card: Card | SkillCard;
  /** The words of its name and description with their weights. */
  readonly words: Words;
}

export interface Ranked {
  readonly candidate: Candidate;
  /** Above 0; comparable within one ranking only. */
  readonly score: number;
  /** The words of the request that its name or description has, as they are written in the request, the rarest first. */
  readonly words: readonly string[];
}

/** Candidates, prepared for any number of requests. */
export interface Router {
  readonly candidates: number;
  /**
   * The best matches, the best first; none when no word matches.
   * @param most How many.
   * @param isTyping Whether the last word may be the beginning of one.
   */
  readonly rank: (request: string, most: number, isTyping?: boolean) => readonly Ranked[];
}

interface Words {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

/** UTF-16 units that are read of a description, and of a request. What comes later in descriptions is mostly more examples. */
const MOST_TEXT = 3_000;
const MOST_REQUEST = 2_000;

/** How many different words of a request count. */
const MOST_WORDS = 64;

/** A word in a name counts as much as this many in the description. */
const NAME = 5;

/** The constants of BM25: how soon more of a word counts no more, and how much the length of a text matters. */
const K1 = 2;
const B = 0.75;

/** How many words a beginning stands for, and how much such a guess counts. */
const MOST_ENDINGS = 16;
const GUESS = 0.5;

/** The router of everything in the index that a session can be led to. Prepared once for each state of names and descriptions. */
export const routerOf = (index: Index): Router => prepared(index.cards)(index);

/** What a state of the index says follows from its cards. */
const prepared = lazyFor((_cards: Index['cards']) => {
  let made: Router | undefined;
  return (index: Index): Router => {
    made ??= routerAmong(candidatesIn(index));
    return made;
  };
});

/** Agents that a call of their name starts, and skills that the model may use. */
function candidatesIn(index: Index): readonly Candidate[] {
  const agents = index.agents.flatMap(({ card }): readonly Candidate[] => {
    const { name, path } = card;
    if (name === undefined) return [];
    const found = index.around(path)?.agent(name);
    const isLoaded = found?.kind !== 'one' || found.card.path === path;
    return isLoaded ? [{ kind: 'agent', name, card, words: wordsOfCard(card) }] : [];
  });
  const skills = index.skills.flatMap((card): readonly Candidate[] => {
    const [name] = card.names;
    const isOffered = name !== undefined && card.isOpen && !card.isGated;
    return isOffered ? [{ kind: 'skill', name, card, words: wordsOfCard(card) }] : [];
  });
  return [...agents, ...skills];
}

/** A card stays while the workspace changes, so its words are counted once. */
const wordsOfCard = lazyFor((card: Card | SkillCard): Words => {
  const isSkill = 'kind' in card;
  return countWords(isSkill ? (card.names[0] ?? '') : (card.name ?? ''), isSkill ? card.description : card.purpose);
});

/** The words of a name and a description. */
function countWords(name: string, description: string): Words {
  const counts = new Map<string, number>();
  let length = 0;
  const add = (text: string, weight: number): void => {
    for (const { key } of requestWords(text)) {
      counts.set(key, (counts.get(key) ?? 0) + weight);
      length += weight;
    }
  };
  add(name.slice(0, MOST_REQUEST), NAME);
  add(description.slice(0, MOST_TEXT).replaceAll('\\n', '\n'), 1);
  return { counts, length };
}

/** Where a word is: places in the list of candidates, and how often it is there. */
interface Postings {
  readonly places: number[];
  readonly counts: number[];
}

/** A router for some candidates. */
function routerAmong(candidates: readonly Candidate[]): Router {
  const postings = new Map<string, Postings>();
  let total = 0;
  for (const [place, { words }] of candidates.entries()) {
    total += words.length;
    for (const [key, count] of words.counts) {
      const found = postings.get(key);
      if (found === undefined) postings.set(key, { places: [place], counts: [count] });
      else {
        found.places.push(place);
        found.counts.push(count);
      }
    }
  }
  const average = Math.max(1, total / Math.max(1, candidates.length));
  const sorted = lazy(() => [...postings.keys()].sort());
  const weightOf = ({ places }: Postings): number =>
    Math.log(1 + (candidates.length - places.length + 0.5) / (places.length + 0.5));
  return {
    candidates: candidates.length,
    rank(request, most, isTyping = false) {
      const scores = new Map<number, number>();
      const matched = new Map<number, string[]>();
      const terms = termsOf(request, isTyping, postings, sorted)
        .map((term) => ({ ...term, weight: term.factor * weightOf(term.postings) }))
        .sort((a, b) => b.weight - a.weight);
      for (const { text, postings: found, weight } of terms) {
        for (const [i, place] of found.places.entries()) {
          const count = found.counts[i] ?? 0;
          const length = candidates[place]?.words.length ?? 0;
          const share = (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / average));
          scores.set(place, (scores.get(place) ?? 0) + weight * share);
          const texts = matched.get(place);
          if (texts === undefined) matched.set(place, [text]);
          else if (!texts.includes(text)) texts.push(text);
        }
      }
      return [...scores]
        .flatMap(([place, score]): readonly Ranked[] => {
          const candidate = candidates[place];
          return candidate === undefined ? [] : [{ candidate, score, words: matched.get(place) ?? [] }];
        })
        .sort((a, b) => b.score - a.score || byName(a.candidate, b.candidate))
        .slice(0, most);
    },
  };
}

const byName = (a: Candidate, b: Candidate): number => compare(a.name, b.name) || compare(a.card.path, b.card.path);

interface Term {
  /** As it is written in the request. */
  readonly text: string;
  readonly postings: Postings;
  readonly factor: number;
}

/** The different words of a request that some candidate has. */
function termsOf(
  request: string,
  isTyping: boolean,
  postings: ReadonlyMap<string, Postings>,
  sorted: () => readonly string[],
): readonly Term[] {
  const words = requestWords(request.slice(0, MOST_REQUEST));
  const different = new Map(words.map((word) => [word.key, word]));
  const terms = [...different.values()].slice(0, MOST_WORDS).flatMap(({ key, text }): readonly Term[] => {
    const found = postings.get(key);
    return found === undefined ? [] : [{ text, postings: found, factor: 1 }];
  });
  const last = words.at(-1);
  const isOpen = isTyping && last !== undefined && request.endsWith(last.text) && !postings.has(last.key);
  return isOpen ? [...terms, ...guesses(last, postings, sorted())] : terms;
}

/** The words that begin like the one that is being typed. */
function guesses(
  { text }: RequestWord,
  postings: ReadonlyMap<string, Postings>,
  sorted: readonly string[],
): readonly Term[] {
  const start = text.toLowerCase();
  let low = 0;
  for (let high = sorted.length; low < high; ) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < start) low = middle + 1;
    else high = middle;
  }
  return sorted.slice(low, low + MOST_ENDINGS).flatMap((key): readonly Term[] => {
    const found = key.startsWith(start) ? postings.get(key) : undefined;
    return found === undefined ? [] : [{ text, postings: found, factor: GUESS }];
  });
}

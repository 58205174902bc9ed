/** Reads in a name and description what an agent is chosen by. */
import { memo } from '../text/memo';
import { isRouting } from './wording/routing';

/** UTF-16 units of a description that are read. What comes later is mostly examples. */
export const MOST_ROUTING_TEXT = 1_200;

export interface RoutingWords {
  /** The words of the description that say something, in lower case without endings. */
  readonly all: ReadonlySet<string>;
  /** Those of them that name what the agent is about: proper names, and words that are in the agent's name as well. */
  readonly topics: ReadonlySet<string>;
}

/** @param description As it is written in a file, where `\n` may stand for a line break. */
export function routingWords(name: string, description: string): RoutingWords {
  const inName = new Set(wordsIn(name).map(({ 0: word }) => stemOf(word)));
  const all = new Set<string>();
  const topics = new Set<string>();
  let end = 0;
  const text = description.slice(0, MOST_ROUTING_TEXT).replaceAll('\\n', '\n');
  for (const { 0: word, index } of wordsIn(text)) {
    const isFirst = end === 0 || /[.:!?\n]/.test(text.slice(end, index));
    end = index + word.length;
    const stem = stemOf(word);
    if (stem === '') continue;
    all.add(stem);
    if (inName.has(stem) || (!isFirst && word !== word.toLowerCase())) topics.add(stem);
  }
  return { all, topics };
}

const wordsIn = (text: string): readonly RegExpExecArray[] => [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}+#]*/gu)];

/** A word in lower case without its ending; empty for one that tells no agents apart. */
const stemOf = memo(1 << 20, (word: string): string => {
  const lower = word.toLowerCase();
  return isRouting(lower) ? lower.replace(/(?<=...)(?:ing|ed|es|e|s)$/, '') : '';
});

/** Finds tools in the body that the host no longer has. */

import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import type { Retired } from '../hosts/tool';
import { baseName } from '../hosts/toolName';
import type { Sentence } from '../prose/sentences';
import { toolNouns, useVerbs } from '../prose/wording/instructions';
import { role } from '../prose/wording/roles';
import { means, type Word, type Words } from '../prose/words';
import { lazyFor } from '../text/lazy';
import { type Span, span } from '../text/span';
import type { Agent } from './agent';
import { isCompound } from './toolMentions';

export interface RemovedMention {
  readonly name: string;
  readonly retired: Retired;
  readonly span: Span;
  /** Whether the sentence also names the tool that replaces it. */
  readonly hasReplacement: boolean;
}

/** The removed tools in sentences that instruct, in file order. */
export function removedMentions(agent: Agent): readonly RemovedMention[] {
  const listed = new Set(agent.toolLists().flatMap(({ all }) => all.map(({ item }) => baseName(item.text))));
  const namesRemoved = removedNamesIn(agent.format);
  return agent
    .instructions()
    .flatMap((sentence) => (namesRemoved(sentence.words) ? inSentence(sentence, agent, listed) : []));
}

function inSentence(sentence: Sentence, { format }: Agent, listed: ReadonlySet<string>): readonly RemovedMention[] {
  const { list: words } = sentence.words;
  const { at } = sentence.paragraph;
  const removed = removedIn(format);
  return words.flatMap((word): readonly RemovedMention[] => {
    const retired = word.quoted ? undefined : removed(word.raw);
    if (retired === undefined) return [];
    const name = baseName(word.raw);
    const others = words.filter((other) => other !== word);
    // The name may also be one of the project's own: only what is around it shows that it is a tool.
    const isTool = isCompound(name)
      ? listed.has(name) || others.some((other) => isToolWord(other, other.start < word.start, format))
      : word.code && others.some(({ raw, code }) => code && lookup(format.tools, baseName(raw)) !== undefined);
    if (!isTool) return [];
    const { replacement } = retired;
    const hasReplacement = words.some(({ raw }) => baseName(raw) === replacement);
    return [{ name, retired, span: span(at + word.start, at + word.start + name.length), hasReplacement }];
  });
}

/** Whether a sentence that is not about the past has a name of a removed tool. Nearly none has one, and most stay as they are. */
const removedNamesIn = (format: Format): ((words: Words) => boolean) => {
  const hasRemoved = namesRemovedIn(format);
  return (words) => means(words, role.name | role.code) && !means(words, role.past) && hasRemoved(words);
};

const namesRemovedIn = lazyFor((format: Format) => {
  const removed = removedIn(format);
  return lazyFor(({ list }: Words): boolean =>
    list.some((word) => means(word, role.name | role.code) && removed(word.raw) !== undefined),
  );
});

/** The removed tool that a word or code span names. */
const removedIn = lazyFor(({ retired }: Format): ((raw: string) => Retired | undefined) => {
  const removed = new Map(Object.entries(retired).filter(([, { state }]) => state === 'removed'));
  return (raw) => removed.get(baseName(raw));
});

/** Whether a word of the sentence is a tool, or says that its neighbor is one. */
const isToolWord = ({ raw, text, code }: Word, isBefore: boolean, format: Format): boolean =>
  lookup(format.tools, baseName(raw)) !== undefined ||
  (!code && (toolNouns.has(text) || (isBefore && useVerbs.has(text))));

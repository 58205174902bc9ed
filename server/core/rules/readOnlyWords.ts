/** Finds where the body says that the agent changes no files at all. */
import {
  beings,
  changeVerbs,
  everything,
  forbids,
  makeVerbs,
  narrowing,
  ownFiles,
  selves,
  wideWords,
} from '../sections/readOnlyWording';
import type { Sentence, Word } from './sentences';

/** How far the subject may stand from the word. */
const NEAR = 4;

/**
 * The first sentence that says so without a condition; undefined when there is none, or when the text asks for a file to be
 * written all the same, as reviewers write reports.
 * @param all The sentences of the body.
 */
export function readOnlySentence(all: readonly Sentence[]): Sentence | undefined {
  const sentences = all.filter(({ quiet }) => !quiet);
  const found = sentences.find(
    ({ words }) =>
      !words.some(({ text, code }) => !code && narrowing.has(text)) && (isReadOnly(words) || forbidsAll(words)),
  );
  return found === undefined || sentences.some((sentence) => sentence !== found && asksForFile(sentence.words))
    ? undefined
    : found;
}

/** "You are a read-only reviewer", "this agent is strictly read-only", "you have read only access". */
function isReadOnly(words: readonly Word[]): boolean {
  return words.some((word, i) => {
    const isWord = !word.code && (word.text === 'read-only' || (word.text === 'read' && words[i + 1]?.text === 'only'));
    if (!isWord) return false;
    const before = words.slice(Math.max(0, i - NEAR), i).map(({ text }) => text);
    const being = before.findLastIndex((text) => beings.has(text));
    return being > 0 && selves.has(before[being - 1] ?? '') && !before.some((text) => forbids.has(text));
  });
}

/** "Never edit or modify any files." The object must end the phrase: "files outside `src`" are not all files. */
function forbidsAll(words: readonly Word[]): boolean {
  return words.some((word, i) => {
    if (word.code || !forbids.has(word.text)) return false;
    let hasVerb = false;
    for (let at = i + 1; at < words.length; at++) {
      const next = words[at];
      if (next === undefined || next.code) return false;
      const ends = at === words.length - 1 || next.after !== '';
      if (hasVerb && everything.has(next.text) && ends) return true;
      if (changeVerbs.has(next.text)) hasVerb = true;
      else if (!wideWords.has(next.text)) return false;
      if (ends && !changeVerbs.has(next.text)) return false;
    }
    return false;
  });
}

/** Whether a sentence tells the agent to write something down. */
function asksForFile(words: readonly Word[]): boolean {
  const verb = words.findIndex(({ text, code }) => !code && makeVerbs.has(text));
  const isForbidden = words.slice(0, Math.max(0, verb)).some(({ text }) => forbids.has(text));
  if (verb < 0 || isForbidden) return false;
  return words
    .slice(verb + 1)
    .some(({ text, code }) => (code ? text.includes('.') || text.includes('/') : ownFiles.has(text)));
}

/** Finds where the body says that the agent changes no files at all. */

import type { AgentFile } from '../syntax/tree';
import { lazyFor } from '../text/lazy';
import { moved, type Span, span } from '../text/span';
import { isWithin } from './codeRegions';
import { sectionRegions } from './sectionRegions';
import type { Sentence } from './sentences';
import {
  beings,
  changeVerbs,
  everyFile,
  everything,
  FORBIDDING_SECTION,
  forbiddenVerbs,
  forbids,
  makeVerbs,
  ownFiles,
  selves,
  wideWords,
} from './wording/readOnly';
import { role } from './wording/roles';
import { means, type Word, type Words } from './words';

/** How far the subject may be from the word. */
const NEAR = 4;

/**
 * The first words that say so without a condition; undefined when there are none, or when the text still asks for a file to
 * be written, as reviewers write reports.
 * @param all The sentences of the body.
 * @example Of "You are a read-only reviewer" the words are "read-only", of "Never edit any files, please" all but the last;
 * of a list of what is forbidden the whole item "Writing files".
 */
export function readOnlyWords(file: AgentFile, all: readonly Sentence[]): Span | undefined {
  const sentences = all.filter(({ quiet }) => !quiet);
  const found = sentences.find(({ words }) => claimIn(words) !== undefined);
  if (
    sentences.some((sentence) => sentence !== found && means(sentence.words, role.makes) && asksForFile(sentence.words))
  )
    return undefined;
  const claim = found === undefined ? undefined : claimIn(found.words);
  return found === undefined || claim === undefined ? forbiddenItem(file, all) : moved(claim, found.paragraph.at);
}

/** The words of the claim, from the beginning of the paragraph. Few sentences can have one, and only those are remembered. */
const claimIn = (words: Words): Span | undefined =>
  means(words, role.reads | role.forbids) && !means(words, role.narrows) ? claimOf(words) : undefined;

const claimOf = lazyFor(({ list }: Words): Span | undefined => readOnly(list) ?? forbidsAll(list));

/** "Writing files" in a section that lists what is forbidden. */
function forbiddenItem(file: AgentFile, all: readonly Sentence[]): Span | undefined {
  const areas = sectionRegions(file, (kind) => kind === FORBIDDING_SECTION).map((area) => area.span);
  if (areas.length === 0) return undefined;
  const phrase = { verbs: forbiddenVerbs, objects: everyFile };
  return all.find(
    ({ words, span: whole }) =>
      isWithin(areas, whole.start) &&
      !words.list[0].quoted &&
      endOfPhrase(words.list, 0, phrase) === words.list.at(-1)?.end,
  )?.span;
}

/** "You are a read-only reviewer", "this agent is strictly read-only", "you have read only access". */
function readOnly(words: readonly Word[]): Span | undefined {
  for (const [i, word] of words.entries()) {
    const last = word.text === 'read-only' ? word : word.text === 'read' ? words[i + 1] : undefined;
    if (word.code || word.quoted || last === undefined || (last !== word && last.text !== 'only')) continue;
    const before = words.slice(Math.max(0, i - NEAR), i).map(({ text }) => text);
    const being = before.findLastIndex((text) => beings.has(text));
    const isMeant = being > 0 && selves.has(before[being - 1] ?? '') && !before.some((text) => forbids.has(text));
    if (isMeant) return span(word.start, last.end);
  }
  return undefined;
}

/** "Never edit or modify any files." The object must end the phrase: "files outside `src`" are not all files. */
function forbidsAll(words: readonly Word[]): Span | undefined {
  for (const [i, word] of words.entries()) {
    const end = word.code || word.quoted || !forbids.has(word.text) ? undefined : endOfPhrase(words, i + 1);
    if (end !== undefined) return span(word.start, end);
  }
  return undefined;
}

interface Phrase {
  readonly verbs: ReadonlySet<string>;
  readonly objects: ReadonlySet<string>;
}

const anyChange: Phrase = { verbs: changeVerbs, objects: everything };

/** The end of the phrase whose verb, or whose words before the object, begin at `from`. */
function endOfPhrase(words: readonly Word[], from: number, { verbs, objects } = anyChange): number | undefined {
  let hasVerb = false;
  for (let at = from; at < words.length; at++) {
    const next = words[at];
    if (next === undefined || next.code) return undefined;
    const ends = at === words.length - 1 || next.after !== '';
    if (hasVerb && objects.has(next.text) && ends) return next.end;
    if (verbs.has(next.text)) hasVerb = true;
    else if (!wideWords.has(next.text)) return undefined;
    if (ends && !verbs.has(next.text)) return undefined;
  }
  return undefined;
}

/** Whether a sentence tells the agent to write something down. */
const asksForFile = lazyFor(({ list: words }: Words): boolean => {
  const verb = words.findIndex(({ text, code }) => !code && makeVerbs.has(text));
  const isForbidden = words.slice(0, Math.max(0, verb)).some(({ text }) => forbids.has(text));
  if (verb < 0 || isForbidden) return false;
  return words
    .slice(verb + 1)
    .some(({ text, code }) => (code ? text.includes('.') || text.includes('/') : ownFiles.has(text)));
});

/** Finds where the text of a body names an agent and tells to start it: "use the `x` agent", "delegate to `x`". */
import type { Agent } from '../agent/agent';
import type { Sentence } from '../prose/sentences';
import { otherPeople } from '../prose/wording/commands';
import { agentParts } from '../prose/wording/delegation';
import { role } from '../prose/wording/roles';
import { tellVerbs } from '../prose/wording/skills';
import { means, type Word, type Words } from '../prose/words';
import { lazyFor } from '../text/lazy';
import { firstFrom } from '../text/sorted';
import { moved, type Span, span } from '../text/span';

export interface WordCall {
  readonly name: string;
  readonly span: Span;
  readonly isCertain: boolean;
  readonly isAsked: boolean;
}

/** How many words may be between "delegate" and "to": "hand off the review of the change to `x`". */
const NEAR = 8;

/** How many words before a verb may say whose work it is. */
const MOST_BEFORE = 40;

/** How many names and links of a list are read together. */
const MOST_LINKED = 24;

/** Names in prose, in file order. Names beside the word "agent" are found also where nothing says to start them. */
export const calledInWords = (agent: Agent): readonly WordCall[] => agent.sentences().flatMap(inSentence);

const inSentence = ({ words, paragraph, quiet }: Sentence): readonly WordCall[] =>
  mayCall(words)
    ? namesIn(words).map((call) => ({
        ...call,
        span: moved(call.span, paragraph.at),
        isAsked: call.isAsked && !quiet,
      }))
    : [];

/** Few sentences have such words, and only what is in those is remembered. */
const mayCall = (words: Words): boolean =>
  means(words, role.agent | role.hands | role.starts) && means(words, role.code | role.name);

/** The names in a sentence that is not among examples. */
const namesIn = lazyFor((words: Words): readonly WordCall[] => {
  const { list } = words;
  const mayShow = shows(words);
  return list.flatMap((word, i): readonly WordCall[] => {
    const name = nameIn(word);
    if (name === undefined) return [];
    const noun = nounBeside(list, i);
    const verb = noun === 'part' ? undefined : verbBefore(list, i);
    const isCertain =
      word.code && (noun === 'after' || (isHyphened(name) && (noun === 'before' || verb?.hands === true)));
    // What is not in code needs the noun after it, and what nothing says to start needs to be certain.
    if (
      noun === 'part' ||
      !(verb === undefined ? isCertain : word.code ? isCertain || isHyphened(name) : noun === 'after')
    )
      return [];
    return [
      {
        name,
        span: span(word.end - name.length, word.end),
        isCertain,
        isAsked: verb !== undefined && !(mayShow && isShownBefore(list, i)) && !isOthers(list, verb.at),
      },
    ];
  });
});

/** The name that a word may be: all of a code span, or a plain word with hyphens. */
function nameIn({ raw, code, quoted }: Word): string | undefined {
  if (quoted) return undefined;
  if (!code && links.has(raw)) return undefined;
  if (!code) return /^[a-z\d]+(?:-[a-z\d]+)+$/.test(raw) ? raw : undefined;
  return /^@?(?:agent-)?([A-Za-z][\w-]*(?::[\w-]+)*)$/.exec(raw)?.[1];
}

/** Whether a name has the usual form of names, which other code rarely has. */
const isHyphened = (name: string): boolean => /^[a-z\d]+(?:[-:][a-z\d]+)+$/.test(name);

/** Words between a verb and the name, and between several names. */
const links: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'and',
  'or',
  'either',
  'both',
  'one',
  'two',
  'several',
  'multiple',
  'parallel',
  'appropriate',
  'specialized',
  'dedicated',
  'built-in',
]);

const isLink = (word: Word | undefined): boolean =>
  word !== undefined && (word.code ? nameIn(word) !== undefined : links.has(word.text));

/** Where the word "agent" is: after the name or several names, before them, or after them with something that belongs to an agent. */
function nounBeside(list: readonly Word[], at: number): 'after' | 'before' | 'part' | undefined {
  let next = at;
  do {
    const { after = '' } = list[next] ?? {};
    if (after !== '' && after !== ',' && after !== '/') return nounBefore(list, at);
    next++;
  } while (next < at + MOST_LINKED && isLink(list[next]) && list[next]?.text !== 'the');
  const noun = list[next];
  if (list[next - 1]?.after !== '' || !means(noun, role.agent)) return nounBefore(list, at);
  return noun?.after === '' && agentParts.has(list[next + 1]?.text ?? '') ? 'part' : 'after';
}

function nounBefore(list: readonly Word[], at: number): 'before' | undefined {
  const before = list[headBefore(list, at)];
  return means(before, role.agent) && (before?.after === '' || before?.after === ':') ? 'before' : undefined;
}

/** The last word before a name that is neither a link nor another name. */
function headBefore(list: readonly Word[], at: number): number {
  let before = at - 1;
  while (before >= at - MOST_LINKED && isLink(list[before])) before--;
  return before;
}

/** The verb that gives work to the name, or starts it. */
function verbBefore(list: readonly Word[], at: number): { readonly at: number; readonly hands: boolean } | undefined {
  let before = headBefore(list, at);
  if (means(list[before], role.agent)) before = headBefore(list, before);
  const word = list[before];
  if (word === undefined || word.code) return undefined;
  if (means(word, role.starts)) return { at: before, hands: false };
  if (word.text !== 'to' && word.text !== 'with') return undefined;
  for (let i = before - 1; i >= 0 && i >= before - NEAR; i--) {
    const verb = list[i];
    // A comma or a colon may begin another thought.
    if (verb === undefined || verb.code || /[,:]/.test(verb.after)) return undefined;
    if (means(verb, role.hands) && word.text === 'to') return { at: i, hands: true };
    if (means(verb, role.starts)) return { at: i, hands: false };
  }
  return undefined;
}

/** Whether a verb says what others do, or should be told; not what is in a label before it: "**Other agents:** delegate". */
export function isOthers(list: readonly Word[], verb: number): boolean {
  for (let i = verb - 1; i >= 0 && i >= verb - MOST_BEFORE; i--) {
    const { text = '', code = true, after = ':' } = list[i] ?? {};
    if (after === ':') return false;
    if (!code && (otherPeople.has(text) || tellVerbs.has(text))) return true;
  }
  return false;
}

/** Whether a sentence may forbid something, or only show it. */
const shows = ({ list, roles }: Words): boolean =>
  means({ roles }, role.negates | role.shows) || list.some((_, i) => isForExample(list, i));

/** "e.g." */
const isForExample = (list: readonly Word[], at: number): boolean =>
  list[at]?.text === 'g' && list[at - 1]?.text === 'e';

/** Whether a name is forbidden or an example: by a word before it, or because the agent may be missing. */
function isShownBefore(list: readonly Word[], at: number): boolean {
  for (let i = Math.max(0, at - MOST_BEFORE); i < at; i++)
    if (!list[i]?.code && (means(list[i], role.negates | role.shows) || isForExample(list, i))) return true;
  return list.slice(at + 1, at + MOST_BEFORE).some(({ text, code }) => !code && mayMiss.has(text));
}

/** Words that say that an agent need not exist, or need not be used. */
const mayMiss: ReadonlySet<string> = new Set([
  'available',
  'unavailable',
  'exists',
  'installed',
  'optional',
  'optionally',
]);

/**
 * Whether what is written at an offset of the body is an example or forbidden: by its section, by its sentence, or by the sentence
 * directly before its code block.
 */
export function isShown({ file, isNonInstructional, sentences }: Agent, offset: number): boolean {
  if (isNonInstructional(offset)) return true;
  const { fences } = file.body;
  const block = fences[firstFrom(fences, (fence) => fence.span.start, offset + 1) - 1];
  const fence = block !== undefined && offset < block.span.end ? block : undefined;
  const at = fence?.span.start ?? offset;
  const all = sentences();
  const last = all[firstFrom(all, (sentence) => sentence.span.start, at + 1) - 1];
  if (last === undefined) return false;
  const { end } = last.span;
  if (at - end > MOST_BETWEEN) return false;
  const between = file.source.text.slice(end, Math.max(at, end));
  const isNear = fence === undefined ? !/[\r\n]/.test(between) : /^[\s*_:.>`)]*$/.test(between);
  return isNear && showsOf(last.words);
}

/** How many characters may be between a sentence and what it is about: marks, line breaks and indentation. */
const MOST_BETWEEN = 60;

/** A sentence may have any number of mentions. */
const showsOf = lazyFor(shows);

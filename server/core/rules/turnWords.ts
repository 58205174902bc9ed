/** Finds where the body says how many turns the agent has. */
import { beings, fillers } from '../sections/selfWording';
import {
  boundEndings,
  boundFillers,
  bounds,
  boundTitles,
  denials,
  exceeding,
  goals,
  numberWords,
  otherTurns,
  ownTitles,
  phraseEnds,
  turnCommands,
  turnEnding,
  turnKinds,
  turnNouns,
  turnTails,
  turnVerbs,
} from '../sections/turnWording';
import type { AgentFile } from '../syntax/tree';
import { type Span, span } from '../text/span';
import { isWithin } from './codeAreas';
import { sectionsTitled, titleWords } from './quietAreas';
import type { Sentence, Word } from './sentences';
import {
  type Clause,
  clausesOf,
  isIn,
  isOwn,
  plainSentences,
  type SubjectLength,
  skip,
  speaksOfOthers,
  subjectsOf,
  type Words,
} from './statements';

export interface TurnClaim {
  /** The words that say so. */
  readonly span: Span;
  /** The number among them: digits, or a word. */
  readonly number: Span;
  readonly count: number;
  /** Whether it is said to be a bound ("at most"), and not only a goal ("finish within"). */
  readonly isBound: boolean;
}

/**
 * The places where the text says so, in file order.
 * @param key The field that limits turns, which texts name as well.
 */
export function turnClaims(file: AgentFile, all: readonly Sentence[], key: string): readonly TurnClaim[] {
  const name = key.toLowerCase();
  const areas = sectionsTitled(file.body.root, (title) => titleWords(title).some((word) => otherTurns.has(word)));
  const isCounted = ({ text }: Word): boolean => text === name || turnNouns.has(text) || text.endsWith(turnEnding);
  const speaks = ({ words }: Sentence): boolean => words.some(isCounted) && !has(words, otherTurns);
  const subjectLength = subjectsOf(all);
  const isAlone = !speaksOfOthers(all);
  return plainSentences(file, all, speaks).flatMap((sentence): readonly TurnClaim[] => {
    if (isWithin(areas, sentence.span.start)) return [];
    const clauses = clausesOf(file.source.text, sentence);
    const found = clauses.flatMap((clause, i) =>
      isOwn(clause)
        ? (statement(clause.words, subjectLength) ?? titled(clause, clauses[i + 1], name, isAlone) ?? [])
        : [],
    );
    return found.slice(0, 1);
  });
}

/** "You have at most 5 turns", "never exceed 5 turns", "finish within five turns". */
function statement(words: readonly Word[], subjectLength: SubjectLength): TurnClaim | undefined {
  const at = words.findIndex((word, i) => countOf(word) !== undefined && behindNoun(words, i) !== undefined);
  const before = words.slice(0, Math.max(0, at));
  const subject = subjectLength(words);
  const isMine = subject > 0 || isIn(words, 0, turnCommands);
  if (!isMine || skip(words, subject, leads) !== at || has(before, denials) !== has(before, exceeding))
    return undefined;
  const noun = behindNoun(words, at) ?? at;
  const isBound = has(before, bounds) || has(words.slice(noun), boundEndings);
  return isBound || has(before, goals) ? claim(words, at, noun, isBound) : undefined;
}

/**
 * "Turn budget: 20", "**Max turns**: 20", "Your turn limit is 20 turns".
 * @param isAlone Whether the text speaks of no other agent, whose bound it might be.
 */
function titled(
  { words, gap }: Clause,
  next: Clause | undefined,
  key: string,
  isAlone: boolean,
): TurnClaim | undefined {
  const end = skip(words, 0, { has: (text) => text === key || boundTitles.has(text) });
  const title = words.slice(0, end);
  const isMine = has(title, ownTitles);
  const isKey = isMine && has(title, { has: (text) => text === key });
  const isTitle = isKey || ((isMine || isAlone) && has(title, turnNouns) && has(title, bounds));
  if (gap !== '' || !isTitle) return undefined;
  const verb = skip(words, end, beings);
  if (verb > end) return valueAt(words, skip(words, verb, leads));
  const isSet = end === words.length && next?.gap.includes(':') === true;
  const value = isSet ? valueAt(next.words, skip(next.words, 0, leads)) : undefined;
  return value && { ...value, span: span(words[0]?.span.start ?? value.span.start, value.span.end) };
}

/** The claim of a number that a title says what it counts; the noun need not be there. */
function valueAt(words: readonly Word[], at: number): TurnClaim | undefined {
  const number = words[at];
  return number === undefined || countOf(number) === undefined
    ? undefined
    : claim(words, at, behindNoun(words, at) ?? at + 1, true);
}

/** The claim of the number at `at` with its noun before `noun`, when nothing behind says whose or what part it is. */
function claim(words: readonly Word[], at: number, noun: number, isBound: boolean): TurnClaim | undefined {
  const [first, number, last] = [words[0], words[at], words[noun - 1]];
  const count = number && countOf(number);
  const end = skip(words, noun, turnTails);
  if (first === undefined || number === undefined || last === undefined || count === undefined) return undefined;
  // A rate counts something else.
  if (last.after === '/' || (end < words.length && !isIn(words, end, phraseEnds))) return undefined;
  const { start } = number.span;
  const digits = span(start, start + numberOf(number.text).length);
  return { span: span(first.span.start, last.span.end), number: digits, count, isBound };
}

/** The number that a word is, or that `5-turn` begins with; undefined for parts of ranges and shares. */
function countOf({ text, code, after }: Word): number | undefined {
  const number = numberOf(text);
  if (code || '-–—%+/'.includes(after || ' ')) return undefined;
  return numberWords.get(number) ?? (/^[1-9]\d{0,3}$/.test(number) ? Number(number) : undefined);
}

const numberOf = (text: string): string => (text.endsWith(turnEnding) ? text.slice(0, -turnEnding.length) : text);

/** The place behind "turns" when the number at `at` counts them: "5 turns", "5 agentic turns", "5-turn" before "limit". */
function behindNoun(words: readonly Word[], at: number): number | undefined {
  if (words[at]?.text.endsWith(turnEnding) === true) return isIn(words, at + 1, boundEndings) ? at + 2 : undefined;
  const noun = skip(words, at + 1, turnKinds);
  return isIn(words, noun, turnNouns) ? noun + 1 : undefined;
}

/** Words that may stand between the subject and the number. */
const leads: ReadonlySet<string> = new Set([...turnVerbs, ...bounds, ...goals, ...boundFillers, ...fillers]);

const has = (words: readonly Word[], set: Words): boolean => words.some((_, i) => isIn(words, i, set));

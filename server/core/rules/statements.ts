/** Where a sentence states something about the agent itself, as opposed to asking, quoting or telling of others. */
import {
  conditions,
  otherAgents,
  otherGround,
  selfArticles,
  selfNouns,
  selfWords,
  speakingWords,
  statementLeads,
} from '../sections/selfWording';
import type { AgentFile } from '../syntax/tree';
import { isWithin } from './codeAreas';
import { sectionsTitled, titleWords } from './quietAreas';
import type { Sentence, Word } from './sentences';

/** Words of a sentence between two marks. */
export interface Clause {
  readonly words: readonly Word[];
  /** What stands between the clause before and this one; empty for the first one. */
  readonly gap: string;
}

/** A set of words, or another test of one. */
export type Words = Pick<ReadonlySet<string>, 'has'>;

/**
 * The sentences of `all` that say something for certain: they stand where instructions to this agent stand, depend on
 * nothing, and are not for others to say.
 * @param speaks Whether a sentence speaks of what is looked for; the others are not looked at.
 */
export function plainSentences(
  file: AgentFile,
  all: readonly Sentence[],
  speaks: (sentence: Sentence) => boolean,
): readonly Sentence[] {
  const elsewhere = sectionsTitled(file.body.root, (title) => titleWords(title).some((word) => otherGround.has(word)));
  return all.filter(
    (sentence) =>
      !sentence.quiet &&
      speaks(sentence) &&
      !sentence.words.some((_, i) => isIn(sentence.words, i, conditions) || isIn(sentence.words, i, speakingWords)) &&
      !isWithin(elsewhere, sentence.span.start),
  );
}

/**
 * The clauses of a sentence, in its order.
 * @param text The text that the words' spans refer to.
 */
export function clausesOf(text: string, { words }: Sentence): readonly Clause[] {
  const clauses: { words: Word[]; gap: string }[] = [];
  for (const [i, word] of words.entries()) {
    const gap = text.slice(words[i - 1]?.span.end ?? word.span.start, word.span.start);
    const open = isUnbroken(gap) ? clauses.at(-1) : undefined;
    if (open === undefined) clauses.push({ words: [word], gap });
    else open.words.push(word);
  }
  return clauses;
}

/** Whether nothing but blanks, line ends, emphasis and code marks separates two words. */
function isUnbroken(gap: string): boolean {
  for (let i = 0; i < gap.length; i++) if (!' \t\r\n*_`'.includes(gap.charAt(i))) return false;
  return true;
}

/** Whether a clause stands on its own: it is the first one, or follows a colon, a dash or a bracket, and nobody is quoted. */
export const isOwn = ({ words: [first], gap }: Clause): boolean =>
  first !== undefined && !first.quoted && (gap === '' || OPENERS.some((mark) => gap.includes(mark)));

/** How many words of a clause name the agent as its subject: "you", "because you", "this agent"; 0 when none do. */
export type SubjectLength = (words: readonly Word[]) => number;

/** In a text that speaks of other agents, "this agent" may be one of them. */
export function subjectsOf(all: readonly Sentence[]): SubjectLength {
  const isAlone = !speaksOfOthers(all);
  return (words) => {
    const at = skip(words, 0, statementLeads);
    if (isIn(words, at, selfWords)) return at + 1;
    return isAlone && isIn(words, at, selfArticles) && isIn(words, at + 1, selfNouns) ? at + 2 : 0;
  };
}

/** Whether a text speaks of agents beside the one that it is for. */
export const speaksOfOthers = (all: readonly Sentence[]): boolean =>
  all.some(({ words }) => words.some((_, i) => isIn(words, i, otherAgents)));

/** Whether the word at `at` is one of `set`; code is never. */
export function isIn(words: readonly Word[], at: number, set: Words): boolean {
  const word = words[at];
  return word !== undefined && !word.code && set.has(word.text);
}

/** The first place from `at` on that holds no word of `set`. */
export function skip(words: readonly Word[], at: number, set: Words): number {
  let next = at;
  while (isIn(words, next, set)) next++;
  return next;
}

const OPENERS = [':', '—', '–', ' - ', '('];

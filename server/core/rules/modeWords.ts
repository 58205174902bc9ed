/** Finds where the body says in which mode of permissions the agent works. */
import type { Choice, Field } from '../dialects/dialect';
import { modeArticles, modeFillers, modeLinks, modeNouns, workingWords } from '../sections/modeWording';
import { beings, fillers } from '../sections/selfWording';
import type { AgentFile } from '../syntax/tree';
import { type Span, span } from '../text/span';
import { sectionsTitled, titleWords } from './quietAreas';
import type { Sentence, Word } from './sentences';
import { clausesOf, isIn, isOwn, plainSentences, skip, subjectsOf } from './statements';

export interface ModeClaim {
  /** The words that say so. */
  readonly span: Span;
  readonly mode: Choice;
}

/**
 * The first place where the text says so; undefined when there is none, or when the agent has modes of its own, of which
 * the one that is named may be one.
 */
export function modeClaim(file: AgentFile, all: readonly Sentence[], field: Field): ModeClaim | undefined {
  const modes = plainModes(field);
  const subjectLength = subjectsOf(all);
  const speaks = ({ words }: Sentence): boolean => words.some((_, i) => isIn(words, i, modeNouns));
  for (const sentence of plainSentences(file, all, speaks)) {
    for (const clause of clausesOf(file.source.text, sentence).filter(isOwn)) {
      const found = claim(clause.words, subjectLength(clause.words), modes);
      if (found !== undefined) return hasOwnModes(file, all, found.mode) ? undefined : found;
    }
  }
  return undefined;
}

/** The modes whose names mean nothing else before the word "mode"; "default" and "auto" would be anybody's. */
const plainModes = ({ shape, situation }: Field): readonly Choice[] =>
  shape.kind === 'choice'
    ? shape.choices.filter(({ value }) => value === situation?.value || value !== value.toLowerCase())
    : [];

/** "You work in plan mode", "this agent runs in `acceptEdits` mode". */
function claim(words: readonly Word[], subject: number, modes: readonly Choice[]): ModeClaim | undefined {
  const verb = skip(words, skip(words, subject, beings), fillers);
  const link = skip(words, skip(words, verb, workingWords), fillers);
  const name = skip(words, link + 1, modeArticles);
  const [first, named, noun] = [words[0], words[name], words[name + 1]];
  if (subject === 0 || !isIn(words, link, modeLinks) || !isIn(words, name + 1, modeNouns)) return undefined;
  const mode = modes.find(({ value }) => value.toLowerCase() === named?.text);
  return first && noun && mode && { span: span(first.span.start, noun.span.end), mode };
}

/** Whether the text or a heading names another mode than this one. */
function hasOwnModes(file: AgentFile, all: readonly Sentence[], { value }: Choice): boolean {
  const isOther = (words: readonly string[]): boolean =>
    words.some(
      (word, i) => modeNouns.has(word) && words[i - 1] !== value.toLowerCase() && !modeFillers.has(words[i - 1] ?? ''),
    );
  return (
    all.some(({ words }) => isOther(words.map(({ text }) => text))) ||
    sectionsTitled(file.body.root, (title) => isOther(titleWords(title))).length > 0
  );
}

/** Finds where the body says which model the agent runs on. */
import type { Models } from '../dialects/dialect';
import { familyOf } from '../dialects/modelName';
import {
  additions,
  alternatives,
  commandTails,
  commandWords,
  modelArticles,
  modelMakers,
  modelNouns,
  ownWords,
  runningLinks,
  runningWords,
  usingWords,
} from '../sections/modelWording';
import { beings, fillers, selfWords } from '../sections/selfWording';
import type { AgentFile } from '../syntax/tree';
import { type Span, span } from '../text/span';
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
} from './statements';

export interface ModelClaim {
  /** The words that say so. */
  readonly span: Span;
  /** The family that they name. */
  readonly family: string;
  /** Every family that the sentence names. */
  readonly named: ReadonlySet<string>;
}

/** The places where the text says so, in file order. */
export function modelClaims(file: AgentFile, all: readonly Sentence[], models: Models): readonly ModelClaim[] {
  const familiesIn = (words: readonly Word[]) => words.flatMap((word) => familyOfWord(word, models) ?? []);
  const naming = all.filter(({ words }) => familiesIn(words).length > 0);
  const top = topOf(file);
  const subjectLength = subjectsOf(all);
  const isAlone = !speaksOfOthers(all);
  return plainSentences(file, naming, () => true).flatMap((sentence): readonly ModelClaim[] => {
    const clauses = clausesOf(file.source.text, sentence);
    const found =
      clauses.map((clause) => statement(clause, subjectLength, models)).find((words) => words !== undefined) ??
      (isAlone && sentence.span.start < top ? label(clauses, models) : undefined) ??
      (isAlone && naming.length === 1 && isCommand(sentence.words, models) ? sentence.words : undefined);
    const [first, last, family] = [found?.[0], found?.at(-1), familiesIn(found ?? []).at(-1)];
    if (first === undefined || last === undefined || family === undefined) return [];
    return [{ span: span(first.span.start, last.span.end), family, named: new Set(familiesIn(sentence.words)) }];
  });
}

/** Most words are no names, and comparing one with every model costs. */
const familyOfWord = ({ text }: Word, models: Models): string | undefined =>
  models.aliases.some(({ value }) => text.includes(value)) ? familyOf(text, models) : undefined;

/** "You run on Opus", "this agent uses the opus model", "you are Claude Sonnet 4", "your model is haiku". */
function statement(clause: Clause, subjectLength: SubjectLength, models: Models): readonly Word[] | undefined {
  const { words } = clause;
  if (!isOwn(clause)) return undefined;
  const subject = subjectLength(words);
  const verb = subject === 0 ? verbOfModel(words) : behindVerb(words, subject);
  const at = verb === undefined ? undefined : modelAt(words, verb, models);
  return at === undefined || isLeftOpen(words, at + 1, models) ? undefined : words.slice(0, at + 1);
}

/** "Opus or better", "Opus and Haiku". */
const isLeftOpen = (words: readonly Word[], at: number, models: Models): boolean =>
  isIn(words, at, alternatives) || (isIn(words, at, additions) && modelAt(words, at + 1, models) !== undefined);

/** Where the model must stand when the agent is the subject. */
function behindVerb(words: readonly Word[], subject: number): number | undefined {
  const being = skip(words, subject, beings);
  const verb = skip(words, being, fillers);
  if (isIn(words, verb, runningWords)) {
    const link = skip(words, verb + 1, fillers);
    return isIn(words, link, runningLinks) ? link + 1 : undefined;
  }
  if (isIn(words, subject, usingWords)) return subject + 1;
  // "You are Opus" might be somebody's name; with the maker's name it is a model.
  return isIn(words, being, modelMakers) && (being > subject || isIn(words, subject - 1, selfWords))
    ? being
    : undefined;
}

/** "Your model is". */
const verbOfModel = (words: readonly Word[]): number | undefined =>
  isIn(words, 0, ownWords) && isIn(words, 1, modelNouns) && isIn(words, 2, beings) ? 3 : undefined;

/** Where a model stands at or behind `at`, articles and the maker's name left out. */
function modelAt(words: readonly Word[], at: number, models: Models): number | undefined {
  const name = skip(words, skip(words, at, modelArticles), modelMakers);
  const word = words[name];
  return word !== undefined && familyOfWord(word, models) !== undefined ? name : undefined;
}

/** "**Model**: opus", "Model: use Opus". */
function label([title, value]: readonly Clause[], models: Models): readonly Word[] | undefined {
  if (title === undefined || value === undefined || !value.gap.includes(':') || !isOwn(title)) return undefined;
  if (title.words.length !== 1 || !isIn(title.words, 0, modelNouns)) return undefined;
  const at = modelAt(value.words, skip(value.words, 0, commandWords), models);
  // Nothing may follow but a version: "Model: Opus for planning" is about a part of the work.
  return at === undefined || value.words.slice(at + 1).some(({ text }) => !isDigits(text))
    ? undefined
    : [...title.words, ...value.words.slice(0, at + 1)];
}

const isDigits = (text: string): boolean => /^\d+$/.test(text);

/** "Always use the opus model", and nothing else in the sentence. */
function isCommand(words: readonly Word[], models: Models): boolean {
  const verb = skip(words, 0, commandWords);
  const at = verb === 0 || words[0]?.quoted === true ? undefined : modelAt(words, verb, models);
  return at !== undefined && skip(words, at + 1, commandTails) === words.length;
}

/** Where the body's second heading stands: what is above it is about the agent as a whole. */
const topOf = ({ body: { blocks, span: body } }: AgentFile): number =>
  blocks.filter(({ kind }) => kind === 'heading')[1]?.span.start ?? body.end;

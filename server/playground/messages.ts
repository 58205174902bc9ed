/** What the page of the playground and its worker tell each other. Types only, which the page takes from here. */
import type { Explanation, Problem, TextEdit } from '../api/index';

/** A text, and who reads it. */
export interface Subject {
  readonly text: string;
  /** The path of the file, `/` between names; it need not exist. */
  readonly path: string;
  /** The id of the format that reads the text whatever its path; left out where the path decides. */
  readonly format?: string;
}

/** What the page can ask, by the name of the question. */
export interface Questions {
  /** Which programs there are. */
  readonly programs: { readonly given: null; readonly answer: readonly Program[] };
  /** What a program makes of a text, and what is wrong with it. */
  readonly check: { readonly given: Subject; readonly answer: Checked };
  /** All safe fixes as one edit; null where there are none. */
  readonly fix: { readonly given: Subject; readonly answer: TextEdit | null };
  /** The agent for another program, by its id. */
  readonly convert: { readonly given: Subject & { readonly to: string }; readonly answer: ConvertedText };
}

export type QuestionName = keyof Questions;

/** A question as it is sent. The answer has the same number. */
export interface Question<Name extends QuestionName = QuestionName> {
  readonly number: number;
  readonly name: Name;
  readonly given: Questions[Name]['given'];
}

/** An answer as it is sent; `failure` is the message of an error of ours. */
export type Answer<Name extends QuestionName = QuestionName> =
  | { readonly number: number; readonly answer: Questions[Name]['answer'] }
  | { readonly number: number; readonly failure: string };

/** A program, with the kinds of files that it reads. */
export interface Program {
  readonly id: string;
  readonly name: string;
  readonly formats: readonly { readonly id: string; readonly title: string }[];
  /** Whether agents can be written for it. */
  readonly isTarget: boolean;
}

/** A problem, with what its rule says in general. */
export interface ExplainedProblem extends Problem {
  readonly title: string;
  readonly why: string;
}

/** A part of what a program sees. In `lines`, names from the file are in backticks, which they do not contain themselves. */
export interface SeenPart {
  readonly title: string;
  readonly lines: readonly string[];
  /** A text of the file, as it can be shown. */
  readonly text?: string;
}

/** What is to be said about a text. */
export interface Checked {
  /** The main reader; null where no known program reads a file at this path. */
  readonly reader: Reader | null;
  readonly problems: readonly ExplainedProblem[];
  readonly seen: readonly SeenPart[];
  /** One part for each other program that reads the file. */
  readonly others: readonly SeenPart[];
}

export interface Reader {
  readonly program: string;
  /** The id of the program. */
  readonly id: string;
  readonly version: string;
  /** What the file is, such as a subagent. */
  readonly title: string;
  /** How the file is written; `markdown` has frontmatter. */
  readonly notation: 'markdown' | 'toml' | 'json';
  readonly verdict: Explanation['verdict'];
  /** The verdict in one line, with names in backticks. */
  readonly line: string;
}

/** The agent for another program, or why there is none. */
export type ConvertedText =
  | { readonly refused: string }
  | {
      readonly program: string;
      readonly path: string;
      /** The id of the format in which the other program reads the file. */
      readonly format: string;
      readonly text: string;
      /** What a person must look at comes first. */
      readonly changes: readonly ConvertedPart[];
      /** What the agent may do afterwards although it was not allowed before, one sentence each. */
      readonly widens: readonly string[];
    };

/** One part of an agent, and what the conversion did with it. */
export interface ConvertedPart {
  readonly outcome: 'kept' | 'changed' | 'lost' | 'mentioned';
  readonly what: string;
  readonly now?: string;
  readonly why?: string;
}

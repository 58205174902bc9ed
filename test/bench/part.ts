/** What the benchmark consists of: parts, each with rows that are measured together. */
import type { Programs } from './programs';
import type { Source } from './texts';

/** Bytes. */
export const MEGABYTE = 1024 * 1024;

/** A program that takes part: ours, the floor, bare Node, or a peer by its name. */
export type Subject = string;

export interface Row {
  /** Part and quantity: `check/cpu`. */
  readonly id: string;
  readonly title: string;
  readonly unit: 'ms' | 'MB' | 'KB';
  /** What ours is compared with. */
  readonly base: Subject;
  readonly goals?: readonly Goal[];
  /** Whether `--quick` compares the ratio with the recorded one. */
  readonly gated?: boolean;
}

/** The most that ours may be: a multiple of the subject, or an amount in the unit of the row. */
export interface Goal {
  readonly atMost: number;
  readonly of?: Subject;
}

/** From id of a row to what one round measured. */
export type Readings = Readonly<Record<string, number>>;

export interface Part {
  /** For `--only`. */
  readonly name: string;
  /** Tells parts of one name apart, for the lines that show progress. */
  readonly what: string;
  readonly rows: readonly Row[];
  readonly subjects: readonly Subject[];
  readonly rounds: number;
  /** Runs once before the first round. */
  readonly prepare?: () => void;
  /** Runs before the first round, and rejects when the program does not do its work. */
  readonly verify?: (subject: Subject) => Promise<void>;
  readonly measure: (subject: Subject) => Promise<Readings>;
}

/** What the parts are made from. */
export interface Context {
  readonly quick: boolean;
  readonly programs: Programs;
  readonly source: Source;
  /** An empty folder for files. */
  readonly folder: string;
}

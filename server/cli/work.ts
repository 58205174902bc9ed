/** Work that several threads can share: plain data in and out. */
import type { Level, PlainDraft } from '../core/index';
import type { PlainKept } from './kept';

/** A file to check. */
export interface Target {
  readonly path: string;
  readonly absolute: string;
  /** Whether the file was named, and not found in a folder. */
  readonly isNamed: boolean;
  /** The folder that was searched, or that of a file that was named. */
  readonly tree: string;
}

/** What came of one file. */
export interface Outcome<File> {
  readonly file?: File;
  /** Why the file is left out. */
  readonly why?: string;
  readonly errors: readonly string[];
  /** What is wrong with configuration files that no file before needed. */
  readonly configurationErrors: readonly string[];
}

/** Files to check. */
export interface Work {
  readonly targets: readonly Target[];
  /** `Format.id` of the format of every file, whatever its path. */
  readonly forced: string | undefined;
  /** Severities that override those of the configuration files. */
  readonly rules: Readonly<Record<string, Level>> | undefined;
  /** Whether the report shows some of each text. */
  readonly needsTexts: boolean;
}

/** What came of one file of some work. */
export type WorkOutcome = Outcome<{
  readonly path: string;
  /** `Format.id` of the format of each host that reads the file, the main one first. */
  readonly formats: readonly string[];
  readonly kept: PlainKept;
  readonly draft: PlainDraft;
}>;

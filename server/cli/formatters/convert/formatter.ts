/** The type of a formatter of `convert`. */
import type { Conversion, Format } from '../../../core/index';

/** What came of a conversion. */
export interface ConvertedFile {
  /** The path of the source. */
  readonly source: string;
  readonly target: Format;
  readonly conversion: Conversion;
  /** Whether nothing is written because the agent would get more than it had, or cannot be converted. */
  readonly isStopped: boolean;
  /** The path of the new file; undefined when the agent cannot be converted. */
  readonly path: string | undefined;
  /** Whether the file is created. */
  readonly isWritten: boolean;
}

/** Returns the texts for standard output and standard error. */
export type ConvertFormatter = (converted: ConvertedFile) => { readonly out: string; readonly err: string };

/** The type of a formatter of `explain`. */
import type { Agent, Format, Index, LoadVerdict } from '../../../core/index';
import type { Environment } from '../../environment';

/** A file as one host loads it. */
export interface Explained {
  readonly path: string;
  readonly reader: Format;
  /** Whether it is the main one of the file's readers. */
  readonly isMain: boolean;
  readonly verdict: LoadVerdict;
  /** What happens when another file has its name; undefined when it is loaded. */
  readonly lost: string | undefined;
  /** The file as each host reads it, the main one first. */
  readonly readers: readonly Agent[];
  /** The files around it. */
  readonly index: Index;
}

/** Returns the whole text for standard output. */
export type ExplainFormatter = (explained: readonly Explained[], environment: Environment) => string;

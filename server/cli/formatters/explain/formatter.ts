/** What a formatter of `explain` is. */
import type { Format, LoadVerdict } from '../../../core/index';
import type { Environment } from '../../environment';

/** A file as one of its readers loads it. */
export interface Explained {
  readonly path: string;
  readonly reader: Format;
  readonly verdict: LoadVerdict;
}

/** Gives the whole text for standard output. */
export type ExplainFormatter = (explained: readonly Explained[], environment: Environment) => string;

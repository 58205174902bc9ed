/** What a formatter of `check` is. */
import type { Checked } from '../../check';
import type { Environment } from '../../environment';
import type { Summary } from '../../summary';

/** What a formatter writes: the findings that are to be reported, and the counts of all that were found. */
export interface CheckReport extends Checked {
  readonly summary: Summary;
}

/** Gives the whole text for standard output. */
export type CheckFormatter = (report: CheckReport, environment: Environment) => string;

/** The type of a formatter of `check`. */
import type { Checked } from '../../check';
import type { Environment } from '../../environment';
import type { ReportedFile } from '../../reported';
import type { Summary } from '../../summary';

/** What a formatter writes: the findings to report, and the counts of all findings. */
export interface CheckReport extends Checked<ReportedFile> {
  /** Whether a text for people shows the lines of each finding. */
  readonly isFramed: boolean;
  readonly summary: Summary;
  /** Files that were found and are not reported, because they have not changed. */
  readonly unchanged: number;
}

/** Returns the whole text for standard output. */
export type CheckFormatter = (report: CheckReport, environment: Environment) => string;

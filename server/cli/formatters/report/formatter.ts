/** The type of a formatter of `report check`. */
import type { ReportCheck } from '../../../core/index';

/** The result of checking one report. */
export interface CheckedReport {
  /** The name of the report: its path, or `standard input`. */
  readonly name: string;
  /** The text that the report is in. */
  readonly answer: string;
  /** The name of the agent; undefined when the file has no name. */
  readonly agent: string | undefined;
  readonly result: ReportCheck;
}

/** Returns the whole text for standard output. */
export type ReportFormatter = (checked: CheckedReport) => string;

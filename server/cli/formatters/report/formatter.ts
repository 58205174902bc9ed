/** What a formatter of `report check` is. */
import type { ReportCheck } from '../../../core/index';

/** The result of checking one report. */
export interface CheckedReport {
  /** What the report is called: its path, or that it came from standard input. */
  readonly name: string;
  /** The text that the report is in. */
  readonly answer: string;
  /** The name of the agent; undefined when its file has none. */
  readonly agent: string | undefined;
  readonly result: ReportCheck;
}

/** Gives the whole text for standard output. */
export type ReportFormatter = (checked: CheckedReport) => string;

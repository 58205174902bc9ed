/** The findings about a report, and how its keys are named. */
import type { Span } from '../text/span';

export type ReportCode =
  | 'report-missing'
  | 'report-syntax'
  | 'missing-key'
  | 'unknown-key'
  | 'duplicate-key'
  | 'wrong-shape'
  | 'empty-value'
  | 'placeholder'
  | 'wrong-agent';

/** One problem of a report. */
export interface ReportFinding {
  readonly code: ReportCode;
  /** A report with errors does not match the template; a person decides about warnings. */
  readonly severity: 'error' | 'warning';
  /** One or two sentences. */
  readonly message: string;
  /** Where it is, as a JSON pointer (RFC 6901): `/completion_report/files_modified/0`. */
  readonly path: string;
  /** The same place in the checked text; undefined when there is no report. */
  readonly span: Span | undefined;
}

/** A step of a JSON pointer. */
export const step = (name: string | number): string => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;

/** A place as people write it: the keys and items of a pointer below the root. @example `files_modified[0]`, `coverage.lines` */
export const below = (name: string, key: string | number): string =>
  typeof key === 'number' ? `${name}[${key}]` : name === '' ? key : `${name}.${key}`;

/** A name from a file for a message, cut when it is long. The caller must remove control characters before showing it. */
export { quoted as named } from '../text/quoted';

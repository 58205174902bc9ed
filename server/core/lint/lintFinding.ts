/** A finding as the rest of the product sees it. */
import type { Finding } from '../findings/finding';
import type { Severity } from '../hosts/effect';

/** A finding with the rule that made it and the severity it has here. */
export interface LintFinding extends Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** The id of the host that it is about; left out for the main reader of the file. */
  readonly reader?: string;
}

/** A rule that threw. Only its findings are missing. */
export interface Failure {
  readonly rule: string;
  readonly error: unknown;
}

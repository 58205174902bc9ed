/** Counts what a check found. */
import type { LintFinding } from '../core/index';

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  readonly hints: number;
  /** Findings that have at least one safe fix. */
  readonly fixable: number;
}

/** The counts over all files. */
export function summaryOf(files: readonly { readonly findings: readonly LintFinding[] }[]): Summary {
  const all = files.flatMap(({ findings }) => findings);
  const count = (severity: string): number => all.filter((finding) => finding.severity === severity).length;
  return {
    files: files.length,
    errors: count('error'),
    warnings: count('warning'),
    information: count('information'),
    hints: count('hint'),
    fixable: all.filter(({ fixes }) => fixes?.some((fix) => fix.safe) === true).length,
  };
}

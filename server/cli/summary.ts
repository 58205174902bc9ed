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

/** All of them together. */
export const problemsIn = ({ errors, warnings, information, hints }: Summary): number =>
  errors + warnings + information + hints;

/** The findings of a file: those that are shown, and those that a limit leaves out. */
export interface Found {
  readonly findings: readonly LintFinding[];
  readonly unshown: readonly LintFinding[];
}

/** The counts over all files, of findings that are shown and that are not. */
export function summaryOf(files: readonly Found[]): Summary {
  const all = files.flatMap(({ findings, unshown }) => [...findings, ...unshown]);
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

/** Writes findings as a Code Quality report of GitLab, which it shows in merge requests. */
import type { LintFinding, Severity } from '../../../core/index';
import { fingerprintOf } from '../../fingerprint';
import { relativePath } from '../../paths';
import { jsonText } from '../../printable';
import type { CheckFormatter } from './formatter';
import { regionOf } from './region';

/** https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/** A JSON array on one line; lines count from one. */
export const gitlab: CheckFormatter = ({ files }, environment) => {
  const seen = new Map<string, number>();
  /** Equal for the same finding in another version of the file, and different for each finding of a report. */
  const fingerprint = (path: string, { rule, message }: LintFinding): string => {
    const key = JSON.stringify([path, rule, message]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return fingerprintOf(JSON.stringify([key, count]));
  };
  const issues = files.flatMap((file) => {
    const path = relativePath(file.path, environment);
    return file.findings.map((finding) => {
      const { startLine, endLine } = regionOf(file.source, finding.span);
      return {
        description: finding.message,
        check_name: finding.rule,
        fingerprint: fingerprint(path, finding),
        severity: severities[finding.severity],
        location: { path, lines: { begin: startLine, end: endLine } },
      };
    });
  });
  return `${jsonText(issues)}\n`;
};

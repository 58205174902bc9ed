/** The report as JSON: a stable format, with zero-based lines and UTF-16 characters as in LSP. */
import { type LintFinding, rangeOf, textEditOf } from '../../core/index';
import type { Checked, CheckedFile } from '../check';
import { summaryOf } from './summary';

/** The version of the format; it changes only when a reader of the present one would break. */
const VERSION = 1;

/** The report of a check, on one line. */
export function jsonReport(checked: Checked): string {
  const files = checked.files.map((file) => ({
    path: file.path,
    dialect: file.dialect,
    findings: file.findings.map((finding) => findingOf(file, finding)),
  }));
  return `${JSON.stringify({ version: VERSION, files, summary: summaryOf(checked) })}\n`;
}

const findingOf = ({ file }: CheckedFile, finding: LintFinding): object => ({
  rule: finding.rule,
  severity: finding.severity,
  message: finding.message,
  range: rangeOf(file.source, finding.span),
  fixes: (finding.fixes ?? []).map(({ title, safe, edits }) => ({
    title,
    safe,
    edits: edits.map((edit) => textEditOf(file.source, edit)),
  })),
});

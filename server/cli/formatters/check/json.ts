/** Writes findings as JSON: a stable format, with zero-based lines and UTF-16 characters as in LSP. */
import { type LintFinding, rangeIn, textEditOf } from '../../../core/index';
import type { Environment } from '../../environment';
import { relativePath } from '../../paths';
import { jsonText } from '../../printable';
import { namesOfReader } from '../../readers';
import type { ReportedFile } from '../../reported';
import type { CheckFormatter } from './formatter';

/** The version of the format; it changes only when existing keys change. */
const VERSION = 1;

/** All files on one line. */
export const json: CheckFormatter = ({ files, leftOut, summary }, environment) => {
  const shown = files.map((file) => ({
    path: file.path,
    dialect: file.format.id,
    ...namesOfReader(file.format),
    findings: file.findings.map((finding) => findingOf(file, finding, environment)),
  }));
  return `${jsonText({ version: VERSION, files: shown, leftOut, summary })}\n`;
};

const findingOf = ({ source }: ReportedFile, finding: LintFinding, environment: Environment): object => ({
  rule: finding.rule,
  severity: finding.severity,
  ...(finding.reader !== undefined && { reader: finding.reader }),
  message: finding.message,
  range: rangeIn(source, finding.span),
  fixes: (finding.fixes ?? []).map(({ title, safe, edits, creates }) => ({
    title,
    safe,
    edits: edits.map((edit) => textEditOf(source, edit)),
    ...(creates && { creates: creates.map(({ path, text }) => ({ path: relativePath(path, environment), text })) }),
  })),
});

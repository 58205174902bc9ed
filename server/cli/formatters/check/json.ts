/** Writes findings as JSON: a stable format, with zero-based lines and UTF-16 characters as in LSP. */
import { type LintFinding, rangeOf, textEditOf } from '../../../core/index';
import type { CheckedFile } from '../../check';
import { jsonText } from '../../printable';
import { namesOfReader } from '../../readers';
import type { CheckFormatter } from './formatter';

/** The version of the format; it changes only when existing keys change. */
const VERSION = 1;

/** All files on one line. */
export const json: CheckFormatter = ({ files, leftOut, summary }) => {
  const shown = files.map((file) => ({
    path: file.path,
    dialect: file.agent.format.id,
    ...namesOfReader(file.agent.format),
    findings: file.findings.map((finding) => findingOf(file, finding)),
  }));
  return `${jsonText({ version: VERSION, files: shown, leftOut, summary })}\n`;
};

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

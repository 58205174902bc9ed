/** Writes the check of a report as JSON: a stable format, with zero-based lines and UTF-16 characters as in LSP. */
import { rangeOf, sourceOf } from '../../../core/index';
import { jsonText } from '../../printable';
import type { ReportFormatter } from './formatter';

/** The version of the format; it changes only when existing keys change. */
const VERSION = 1;

/** One line; the order of the keys is part of the format. */
export const json: ReportFormatter = ({ answer, agent, result: { found, findings, ok } }) => {
  const source = sourceOf(answer);
  const shown = findings.map(({ code, severity, message, path, span }) => ({
    code,
    severity,
    message,
    path,
    ...(span === undefined ? {} : { range: rangeOf(source, span) }),
  }));
  return `${jsonText({ version: VERSION, agent: agent ?? null, report: { found }, findings: shown, ok })}\n`;
};

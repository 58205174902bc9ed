/** What `report check` prints: lines for people, or JSON in a stable format. */
import { type ReportCheck, rangeOf, sourceOf } from '../../core/index';
import { printable } from '../report/text';

/** The version of the format; it changes only when a reader of the present one would break. */
const VERSION = 1;

/** The result on one line of JSON; lines and characters of ranges are zero-based, in UTF-16 units, as in LSP. */
export function reportJson(answer: string, agent: string | undefined, { found, findings, ok }: ReportCheck): string {
  const source = sourceOf(answer);
  const shown = findings.map(({ code, severity, message, path, span }) => ({
    code,
    severity,
    message,
    path,
    ...(span === undefined ? {} : { range: rangeOf(source, span) }),
  }));
  return `${JSON.stringify({ version: VERSION, agent: agent ?? null, report: { found }, findings: shown, ok })}\n`;
}

/** One line a finding and one for the whole; lines and characters count from one, as editors show them. */
export function reportText(answer: string, name: string, { findings, ok }: ReportCheck): string {
  const source = sourceOf(answer);
  const lines = findings.map(({ code, severity, message, span }) => {
    const start = span === undefined ? undefined : rangeOf(source, span).start;
    const at = start === undefined ? '-' : `${start.line + 1}:${start.character + 1}`;
    return `  ${at}  ${severity}  ${printable(message)}  ${code}\n`;
  });
  const whole = ok ? 'the report is as its template asks' : 'the report is not as its template asks';
  return `${lines.join('')}${printable(name)}: ${whole}.\n`;
}

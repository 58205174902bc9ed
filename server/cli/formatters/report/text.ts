/** Writes the check of a report for people: one line per finding, and one for the result. */
import { rangeOf, sourceOf } from '../../../core/index';
import { printable } from '../../printable';
import type { ReportFormatter } from './formatter';

/** Lines and characters count from one, as editors show them. */
export const text: ReportFormatter = ({ name, answer, result: { findings, ok } }) => {
  const source = sourceOf(answer);
  const lines = findings.map(({ code, severity, message, span }) => {
    const start = span === undefined ? undefined : rangeOf(source, span).start;
    const at = start === undefined ? '-' : `${start.line + 1}:${start.character + 1}`;
    return `  ${at}  ${severity}  ${printable(message)}  ${code}\n`;
  });
  const whole = ok ? 'the report matches its template' : 'the report does not match its template';
  return `${lines.join('')}${printable(name)}: ${whole}.\n`;
};

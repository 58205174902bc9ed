/** Writes findings for people: one line per finding, grouped by file, with a summary. On a terminal, long lines are broken. */
import type { LintFinding, Severity } from '../../../core/index';
import { leftOutText } from '../../leftOut';
import { counted, printable } from '../../printable';
import { agentPaths } from '../../readers';
import type { ReportedFile } from '../../reported';
import { wrapped } from '../../wrap';
import type { CheckFormatter, CheckReport } from './formatter';
import { regionOf } from './region';

const colors: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 34, hint: 90 };

/** Lines and characters count from one, as editors show them. */
export const text: CheckFormatter = (report, { color, columns }) => {
  const paint = (code: number, part: string): string => (color ? `\u001b[${code}m${part}\u001b[0m` : part);
  const blocks = report.files
    .filter(({ findings }) => findings.length > 0)
    .map(
      (file) =>
        `${paint(1, printable(file.path))}\n${file.findings.map((finding) => lineOf(file, finding, paint, columns)).join('')}`,
    );
  return `${[...blocks, `${footer(report)}\n`].join('\n')}${leftOutText(report.leftOut)}`;
};

/** Characters of a line below which nothing is broken. */
const LEAST = 40;

function lineOf(
  { source }: ReportedFile,
  { span, severity, message, rule, fixes }: LintFinding,
  paint: (code: number, text: string) => string,
  columns = Number.POSITIVE_INFINITY,
): string {
  const { startLine, startColumn } = regionOf(source, span);
  const fixable = fixes?.some((fix) => fix.safe) === true ? ' (fixable)' : '';
  const place = `  ${startLine}:${startColumn}  `;
  const indent = place.length + severity.length + 2;
  const says = `${printable(message)}  ${rule}${fixable}`;
  const lines = columns - indent < LEAST ? says : wrapped(says, indent, columns, / /);
  // The rule comes last, wherever the lines are broken.
  const at = lines.lastIndexOf(rule);
  return `${place}${paint(colors[severity], severity)}  ${lines.slice(0, at)}${paint(90, lines.slice(at))}\n`;
}

function footer({
  summary: { files, errors, warnings, information, hints, fixable },
  errors: failures,
}: CheckReport): string {
  if (files === 0)
    return `No agent files found${failures.length > 0 ? '' : `; the paths searched for are ${agentPaths.join(', ')}`}.`;
  const counts = [
    counted(errors, 'error'),
    counted(warnings, 'warning'),
    `${information} information`,
    counted(hints, 'hint'),
  ].join(', ');
  return `${counted(files, 'file')} checked: ${counts}${fixable === 0 ? '' : `; ${fixable} fixable`}.`;
}

/** Writes findings for people: one line per finding, grouped by file, with a summary. */
import type { LintFinding, Severity } from '../../../core/index';
import { leftOutText } from '../../leftOut';
import { counted, printable } from '../../printable';
import { agentPaths } from '../../readers';
import type { ReportedFile } from '../../reported';
import type { CheckFormatter, CheckReport } from './formatter';
import { regionOf } from './region';

const colors: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 34, hint: 90 };

/** Lines and characters count from one, as editors show them. */
export const text: CheckFormatter = (report, { color }) => {
  const paint = (code: number, part: string): string => (color ? `\u001b[${code}m${part}\u001b[0m` : part);
  const blocks = report.files
    .filter(({ findings }) => findings.length > 0)
    .map(
      (file) =>
        `${paint(1, printable(file.path))}\n${file.findings.map((finding) => lineOf(file, finding, paint)).join('')}`,
    );
  return `${[...blocks, `${footer(report)}\n`].join('\n')}${leftOutText(report.leftOut)}`;
};

function lineOf(
  { source }: ReportedFile,
  { span, severity, message, rule, fixes }: LintFinding,
  paint: (code: number, text: string) => string,
): string {
  const { startLine, startColumn } = regionOf(source, span);
  const fixable = fixes?.some((fix) => fix.safe) === true ? ' (fixable)' : '';
  return `  ${startLine}:${startColumn}  ${paint(colors[severity], severity)}  ${printable(message)}  ${paint(90, rule + fixable)}\n`;
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

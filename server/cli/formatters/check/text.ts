/** Writes findings for people, grouped by file, with a summary: a line for each, or on a terminal also the lines that it is about. */
import type { LintFinding, Severity, Source } from '../../../core/index';
import { type Kept, sourceIn } from '../../kept';
import { leftOutText } from '../../leftOut';
import { NO_FILES } from '../../noFiles';
import { counted, printable } from '../../printable';
import type { ReportedFile } from '../../reported';
import { wrapped } from '../../wrap';
import { codeFrame } from './codeFrame';
import type { CheckFormatter, CheckReport } from './formatter';
import { regionOf } from './region';

const colors: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 34, hint: 90 };

type Paint = (code: number, text: string) => string;

/** Lines and characters count from one, as editors show them. */
export const text: CheckFormatter = (report, { color, columns }) => {
  const paint: Paint = (code, part) => (color ? `\u001b[${code}m${part}\u001b[0m` : part);
  // Without frames, each finding is one line, so that other programs can read it.
  const shownOf = ({ source }: ReportedFile, finding: LintFinding): string =>
    report.isFramed
      ? `${lineOf(source, finding, paint, columns)}${frameOf(sourceIn(source), finding, paint, columns)}`
      : lineOf(source, finding, paint, undefined);
  const blocks = report.files
    .filter(({ findings }) => findings.length > 0)
    .map(
      (file) =>
        `${paint(1, printable(file.path))}\n${file.findings.map((finding) => shownOf(file, finding)).join(report.isFramed ? '\n' : '')}`,
    );
  const sum = footer(report);
  const fits = report.isFramed && columns !== undefined && columns >= LEAST;
  const end = fits ? wrapped(sum, 0, columns) : sum;
  return `${[...blocks, `${end}\n`].join('\n')}${leftOutText(report.leftOut)}`;
};

/** Characters of a line below which nothing is broken. */
const LEAST = 40;

/** Columns of a line where there is no terminal. */
const COLUMNS = 100;

function frameOf(source: Source, { span, severity }: LintFinding, paint: Paint, columns = COLUMNS): string {
  return codeFrame(source, span, {
    columns,
    gutter: (part) => paint(90, part),
    caret: (part) => paint(colors[severity], part),
  });
}

function lineOf(
  source: Kept,
  { span, severity, message, rule, fixes }: LintFinding,
  paint: Paint,
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
  unchanged,
}: CheckReport): string {
  if (files === 0 && unchanged > 0)
    return unchanged === 1 ? 'The agent file has not changed.' : `None of ${unchanged} agent files has changed.`;
  if (files === 0) return failures.length > 0 ? 'No agent files found.' : NO_FILES.trimEnd();
  const counts = [
    counted(errors, 'error'),
    counted(warnings, 'warning'),
    `${information} information`,
    counted(hints, 'hint'),
  ].join(', ');
  return `${counted(files, 'file')} checked: ${counts}${fixable === 0 ? '' : `; ${fixable} fixable with 'agent-authoring fix'`}.`;
}

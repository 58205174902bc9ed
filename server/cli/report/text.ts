/** The report for people: one line a finding, grouped by file, with a summary. */
import { formats as dialects, type LintFinding, rangeOf, type Severity } from '../../core/index';
import type { Checked, CheckedFile } from '../check';
import { summaryOf } from './summary';

const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 34, hint: 90 };

const places = dialects.flatMap(({ files }) => files).join(', ');

/** The report of a check. `colour` adds ANSI colours. Lines and characters count from one, as editors show them. */
export function textReport(checked: Checked, colour: boolean): string {
  const paint = (code: number, text: string): string => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  const blocks = checked.files
    .filter(({ findings }) => findings.length > 0)
    .map(
      (file) =>
        `${paint(1, printable(file.path))}\n${file.findings.map((finding) => lineOf(file, finding, paint)).join('')}`,
    );
  return `${[...blocks, `${footer(checked)}\n`].join('\n')}`;
}

function lineOf(
  { file }: CheckedFile,
  { span, severity, message, rule, fixes }: LintFinding,
  paint: (code: number, text: string) => string,
): string {
  const { start } = rangeOf(file.source, span);
  const fixable = fixes?.some((fix) => fix.safe) === true ? ' (fixable)' : '';
  return `  ${start.line + 1}:${start.character + 1}  ${paint(colours[severity], severity)}  ${printable(message)}  ${paint(90, rule + fixable)}\n`;
}

function footer(checked: Checked): string {
  const { files, errors, warnings, information, hints, fixable } = summaryOf(checked);
  if (files === 0)
    return `No agent files found${checked.errors.length > 0 ? '' : `; they are looked for at ${places}`}.`;
  const counts = [
    plural(errors, 'error'),
    plural(warnings, 'warning'),
    `${information} information`,
    plural(hints, 'hint'),
  ].join(', ');
  return `${plural(files, 'file')} checked: ${counts}${fixable === 0 ? '' : `; ${fixable} fixable`}.`;
}

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Control and bidirectional characters of a path or message, made visible: a file must not steer the terminal. */
export function printable(text: string): string {
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const isControl = code < 0x20 || (code >= 0x7f && code < 0xa0);
    const isBidirectional =
      code === 0x200e || code === 0x200f || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    return isControl || isBidirectional ? `\\u{${code.toString(16)}}` : character;
  }).join('');
}

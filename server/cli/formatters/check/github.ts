/** Writes findings as annotations of GitHub Actions: workflow commands that the runner shows at the lines of a pull request. */
import type { LintFinding, Severity } from '../../../core/index';
import { relativePath } from '../../paths';
import { printable } from '../../printable';
import type { ReportedFile } from '../../reported';
import type { CheckFormatter } from './formatter';
import { regionOf } from './region';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** One line per finding; lines and columns count from one. */
export const github: CheckFormatter = ({ files }, environment) =>
  files
    .flatMap((file) => {
      const path = relativePath(file.path, environment);
      return file.findings.map((finding) => annotation(path, file, finding));
    })
    .join('');

function annotation(path: string, { source }: ReportedFile, { span, severity, message, rule }: LintFinding): string {
  const { startLine, startColumn, endLine, endColumn } = regionOf(source, span);
  // The runner drops columns when a range has several lines.
  const isOneLine = startLine === endLine;
  const properties: readonly (readonly [string, string | number])[] = [
    ['file', path],
    ['line', startLine],
    ...(isOneLine ? [['col', startColumn] as const] : []),
    ['endLine', endLine],
    ...(isOneLine ? [['endColumn', endColumn] as const] : []),
    ['title', rule],
  ];
  const shown = properties.map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${commands[severity]} ${shown.join(',')}::${data(message)}\n`;
}

/** A command ends with its line, so line ends are escaped. Other control characters must not control a terminal. */
const data = (text: string): string =>
  text
    .split(/([\r\n])/)
    .map((part) => (part === '\r' ? '%0D' : part === '\n' ? '%0A' : printable(part).replaceAll('%', '%25')))
    .join('');

/** In a property, commas and colons are separators too. */
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Converts spans to lines and columns that count from one, as other programs show them. */
import { type LintFinding, rangeIn } from '../../../core/index';
import { hasMarkIn, type Kept } from '../../kept';

/** Lines and columns count from one, in UTF-16 code units; the end column is the one after the last. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The region of a span. A byte order mark does not count. */
export function regionOf(source: Kept, span: LintFinding['span']): Region {
  const { start, end } = rangeIn(source, span);
  const hasMark = hasMarkIn(source);
  const column = ({ line, character }: typeof start): number =>
    Math.max(0, character - (hasMark && line === 0 ? 1 : 0)) + 1;
  return {
    startLine: start.line + 1,
    startColumn: column(start),
    endLine: end.line + 1,
    endColumn: column(end),
  };
}

/** The same in another file, of which only the lines are known. */
export function regionIn(
  { lines }: NonNullable<NonNullable<LintFinding['related']>[number]['in']>,
  span: LintFinding['span'],
): Region {
  const { start, end } = rangeIn(lines, span);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

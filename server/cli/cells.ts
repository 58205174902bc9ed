/** Splits a line of a file into what a terminal shows one after the other, each with its width. */
import { eastAsianWidth } from 'get-east-asian-width';
import { lazy, visibleParts } from '../core/index';

/** What is shown for some characters of a line. */
export interface Cell {
  /** In UTF-16 units from the beginning of the line; the end is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly shown: string;
  /** In columns of a terminal: 2 for most characters of East Asia and emoji. */
  readonly width: number;
}

/** Columns from one tab stop to the next. */
const TAB = 4;

/** Most lines need none. */
const graphemes = lazy(() => new Intl.Segmenter('en'));

/** The cells of a line, in order. Tabs are spaces up to the next tab stop; what would control the terminal is written as `\u{1b}`. */
export function cellsOf(line: string): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  const add = (start: number, end: number, shown: string, width: number): void => {
    cells.push({ start, end, shown, width });
    column += width;
  };
  for (const { start, end, shown, isSpelled } of visibleParts(line)) {
    if (line.charAt(start) === '\t') add(start, end, ' '.repeat(TAB - (column % TAB)), TAB - (column % TAB));
    else if (isSpelled) add(start, end, shown, shown.length);
    else
      for (const { segment, index } of segmentsOf(shown))
        add(start + index, start + index + segment.length, segment, columnsOf(segment));
  }
  return cells;
}

/** What a reader takes for one character may be several, such as a letter and its accent. */
const segmentsOf = (text: string): Iterable<{ readonly segment: string; readonly index: number }> =>
  /[^ -~]/.test(text) ? graphemes().segment(text) : Array.from(text, (segment, index) => ({ segment, index }));

/** How many columns a character takes, with all that belongs to it. Terminals count what is shown first. */
function columnsOf(segment: string): number {
  if (/\ufe0f|\p{Regional_Indicator}{2}/u.test(segment)) return 2;
  const first = /[^\p{Mark}\p{Format}]/u.exec(segment)?.[0].codePointAt(0);
  return first === undefined ? 0 : eastAsianWidth(first);
}

/** How many columns some cells take. */
export const widthOf = (cells: readonly Cell[]): number => cells.reduce((sum, { width }) => sum + width, 0);

/** Shows the lines of a problem with their numbers, and carets under its range. */
import { type LintFinding, lineAt, lineContent, type Source } from '../../../core/index';
import { type Cell, cellsOf, widthOf } from '../../cells';

type Span = LintFinding['span'];

export interface FrameStyle {
  /** How many columns a line may take. */
  readonly columns: number;
  /** Colors what is around the text, and the carets. */
  readonly gutter: (text: string) => string;
  readonly caret: (text: string) => string;
}

/** Columns for the text of a file, however narrow the terminal is. */
const LEAST = 20;

/** Stands for what is left out. */
const CUT = '…';

/**
 * The first and the last line of a range, each with carets below it: five lines at most, each with its line end. A long line is cut
 * around the range.
 */
export function codeFrame(source: Source, range: Span, { columns, gutter, caret }: FrameStyle): string {
  const first = lineAt(source, range.start);
  const last = lastLineOf(source, range, first);
  const digits = String(last + 1).length;
  const margin = (label: string, end = ' '): string => gutter(`    ${label.padStart(digits)} |${end}`);
  const room = Math.max(LEAST, columns - digits - '     | '.length);
  const rows = (line: number): readonly string[] => {
    const { shown, from, width } = lineAround(source, lineContent(source, line), range, room);
    return [
      `${margin(String(line + 1))}${shown}`,
      `${margin('')}${' '.repeat(from)}${caret('^'.repeat(Math.max(1, width)))}`,
    ];
  };
  const between = last > first + 1 ? [margin(CUT, '')] : [];
  const shown = last === first ? rows(first) : [...rows(first), ...between, ...rows(last)];
  return shown.map((row) => `${row}\n`).join('');
}

/** The line in which a range ends; not the one after it when the range ends with a line end. */
function lastLineOf(source: Source, { start, end }: Span, first: number): number {
  const last = lineAt(source, Math.max(start, end));
  return last > first && end === lineContent(source, last).start ? last - 1 : last;
}

/** A line as it is shown, and the columns of its part of a range. */
interface Shown {
  readonly shown: string;
  readonly from: number;
  readonly width: number;
}

/** The part of a line that fits into `room` columns, with that of the range in it, or the beginning of that. */
function lineAround({ text }: Source, content: Span, range: Span, room: number): Shown {
  const hasMark = content.start === 0 && text.startsWith('\ufeff');
  const start = hasMark ? 1 : content.start;
  const from = Math.max(start, Math.min(range.start, content.end));
  const to = Math.max(from, Math.min(range.end, content.end));
  // Lines can be megabytes long, and few of their characters fit.
  const reach = room * 4;
  const near = {
    start: characterAt(text, Math.max(start, from - reach)),
    end: characterAt(text, Math.min(content.end, from + 2 * reach)),
  };
  const cells = cellsOf(text.slice(near.start, near.end));
  const isMarked = (cell: Cell): boolean => near.start + cell.start < to && near.start + cell.end > from;
  const before = cells.filter((cell) => near.start + cell.end <= from);
  const marked = cells.filter(isMarked);
  const after = cells.slice(before.length + marked.length);
  return cut({ before, marked, after }, { before: near.start > start, after: near.end < content.end }, room);
}

/** An offset that is not between the halves of a character. */
const characterAt = (text: string, offset: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(offset)) && offset > 0 ? offset - 1 : offset;

/** The cells of a line: before, in and after a range. */
interface Parts<T> {
  readonly before: T;
  readonly after: T;
}

/**
 * Cuts what does not fit.
 * @param hasMore Whether the line has more than these cells.
 */
function cut(
  { before, marked, after }: Parts<readonly Cell[]> & { readonly marked: readonly Cell[] },
  hasMore: Parts<boolean>,
  room: number,
): Shown {
  const isWhole = !hasMore.before && !hasMore.after && widthOf([...before, ...marked, ...after]) <= room;
  const space = isWhole ? room : room - 2 * CUT.length;
  const kept = fitting(marked, space);
  const left = space - widthOf(kept);
  const rest = kept.length < marked.length ? [] : after;
  // Half of what is left is for each side, and more where the other side needs less.
  const behind = fitting(rest, Math.max(Math.ceil(left / 2), left - widthOf(before)));
  const ahead = fitting(before.toReversed(), left - widthOf(behind)).toReversed();
  const start = hasMore.before || ahead.length < before.length ? CUT : '';
  const isCut = hasMore.after || kept.length < marked.length || behind.length < after.length;
  const shown = [...ahead, ...kept, ...behind].map((cell) => cell.shown).join('');
  return {
    shown: `${start}${shown}${isCut ? CUT : ''}`,
    from: start.length + widthOf(ahead),
    width: widthOf(kept),
  };
}

/** The first cells, as many as fit. */
function fitting(cells: readonly Cell[], room: number): readonly Cell[] {
  let width = 0;
  const first = cells.findIndex((cell) => {
    width += cell.width;
    return width > room;
  });
  return first < 0 ? cells : cells.slice(0, first);
}

/** One line of the body, and a cursor in it that counts columns: a tab reaches to the next multiple of four. */
import type { Line } from '../../text/lines';

/** Where the scan of a line is after some container prefixes. */
export interface Cursor {
  /** The column up to which prefixes have used the line; it may be inside a tab. */
  readonly column: number;
  /** The next character that is not a space, or the end of the line. */
  readonly at: number;
  /** The column of that character. */
  readonly atColumn: number;
}

/** The cursor for a prefix that ends at offset `from`, which is column `column`. */
export function cursorFrom(text: string, line: Line, from: number, column: number): Cursor {
  let at = from;
  let atColumn = column;
  for (; at < line.end; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x20) atColumn++;
    else if (code === 0x09) atColumn += 4 - (atColumn % 4);
    else break;
  }
  return { column, at, atColumn };
}

/** The cursor before any prefix. A byte order mark has no width: it belongs to the file, not to its first line. */
export const lineCursor = (text: string, line: Line): Cursor =>
  cursorFrom(text, line, line.start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : line.start, 0);

/** Columns of white space between the prefixes and the content. */
export const indentOf = (cursor: Cursor): number => cursor.atColumn - cursor.column;

/** The char code at `at`, or -1 from `end` on, so that a scan cannot run into the next line. */
export const codeAt = (text: string, at: number, end: number): number => (at < end ? text.charCodeAt(at) : -1);

/** The first offset from `at` on that is not `code`, at most `end`. */
export function skipCode(text: string, at: number, end: number, code: number): number {
  let stop = at;
  while (stop < end && text.charCodeAt(stop) === code) stop++;
  return stop;
}

/** One line of the body, and a cursor in it that counts columns: a tab reaches to the next multiple of four. */
import { isBlankCode, isBreakCode } from '../text/span';

/** A line as offsets: `end` is before its line end, `next` is behind it. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** Where the scan of a line stands after some container prefixes. */
export interface Cursor {
  /** The column up to which prefixes have used the line; it may lie inside a tab. */
  readonly column: number;
  /** The next character that is not a blank, or the end of the line. */
  readonly at: number;
  /** The column of that character. */
  readonly atColumn: number;
}

/** The line that begins at `start`; the last line of a text has `next` equal to `end` when nothing ends it. */
export function lineFrom(text: string, start: number): Line {
  let end = start;
  while (end < text.length && !isBreakCode(text.charCodeAt(end))) end++;
  const crlf = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a;
  return { start, end, next: Math.min(text.length, end + (crlf ? 2 : 1)) };
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

/** The cursor before any prefix. A byte order mark takes no room: it belongs to the file, not to its first line. */
export const lineCursor = (text: string, line: Line): Cursor =>
  cursorFrom(text, line, line.start === 0 && text.charCodeAt(0) === 0xfeff ? 1 : line.start, 0);

/** Columns of white space between the prefixes and the content. */
export const indentOf = (cursor: Cursor): number => cursor.atColumn - cursor.column;

/** The char code at `at`, or -1 from `end` on, so that a scan cannot run into the next line. */
export const codeAt = (text: string, at: number, end: number): number => (at < end ? text.charCodeAt(at) : -1);

/** The first offset from `at` on that holds no blank, at most `end`. */
export function skipBlanks(text: string, at: number, end: number): number {
  let stop = at;
  while (stop < end && isBlankCode(text.charCodeAt(stop))) stop++;
  return stop;
}

/** The first offset from `at` on that does not hold `code`, at most `end`. */
export function skipCode(text: string, at: number, end: number, code: number): number {
  let stop = at;
  while (stop < end && text.charCodeAt(stop) === code) stop++;
  return stop;
}

export const isDigitCode = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** A to Z in either case. */
export const isLetterCode = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** Questions about one line of a text, answered by character code in a single pass. */

import { isLineBreak, isSpaceOrTab } from './chars';
import type { Span } from './span';

/** Where the line that begins at `start` ends (its content, without the line end) and where the next one begins. */
export interface Line extends Span {
  /** The offset after the line end; equal to `end` on the last line. */
  readonly next: number;
}

/** The line of `text` that begins at `start`. */
export function lineFrom(text: string, start: number): Line {
  let end = start;
  while (end < text.length && !isLineBreak(text.charCodeAt(end))) end++;
  const isPair = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a;
  return { start, end, next: Math.min(text.length, end + (isPair ? 2 : 1)) };
}

/** Where the line that contains `offset` begins; an offset at a line's first character is on that line. */
export function lineStartAt(text: string, offset: number): number {
  let start = Math.min(offset, text.length);
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return start;
}

/** The first offset at or after `from`, and before `end`, that contains neither space nor tab. */
export function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpaceOrTab(text.charCodeAt(at))) at++;
  return at;
}

/** Whether the line has nothing but spaces and tabs. */
export const isBlankLine = (text: string, line: Span): boolean => skipSpaces(text, line.start, line.end) === line.end;

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
  const end = lineEndFrom(text, start);
  const isPair = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a;
  return { start, end, next: Math.min(text.length, end + (isPair ? 2 : 1)) };
}

/** Most lines are shorter, so one search in a part of this length finds their end. */
const PART = 256;

/**
 * Where the next line end begins. The engine searches much faster than a loop over characters; it searches part by part, so that a
 * text with CR only is not searched for LF to its end again for each line.
 */
function lineEndFrom(text: string, start: number): number {
  for (let from = start; from < text.length; from += PART) {
    const part = text.slice(from, from + PART);
    const feed = part.indexOf('\n');
    const before = feed < 0 ? part : part.slice(0, feed);
    const at = before.indexOf('\r');
    if (at >= 0) return from + at;
    if (feed >= 0) return from + feed;
  }
  return Math.max(start, text.length);
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

/** Questions about one line of a text, answered by character code in a single pass. */
import { isBlankCode, isBreakCode, type Span } from '../text/span';

/** Where the line that begins at `start` ends (its content, without the line end) and where the next one begins. */
export interface Line extends Span {
  /** The offset after the line end; equal to `end` on the last line. */
  readonly next: number;
}

/** The line of `text` that begins at `start`. */
export function lineFrom(text: string, start: number): Line {
  let end = start;
  while (end < text.length && !isBreakCode(text.charCodeAt(end))) end++;
  const isPair = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a;
  return { start, end, next: Math.min(text.length, end + (isPair ? 2 : 1)) };
}

/** Where the line that holds `offset` begins; an offset at a line's first character is on that line. */
export function lineStartAt(text: string, offset: number): number {
  let start = Math.min(offset, text.length);
  while (start > 0 && !isBreakCode(text.charCodeAt(start - 1))) start--;
  return start;
}

/** The first offset at or after `from`, and before `end`, that holds neither space nor tab. */
export function afterBlanks(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlankCode(text.charCodeAt(at))) at++;
  return at;
}

/** Whether the line has nothing but spaces and tabs. */
export const isBlankLine = (text: string, line: Span): boolean => afterBlanks(text, line.start, line.end) === line.end;

/** Whether the line is three dashes and then only blanks, from its very first column. */
export const isFenceLine = (text: string, line: Span): boolean =>
  text.startsWith('---', line.start) &&
  line.end >= line.start + 3 &&
  afterBlanks(text, line.start + 3, line.end) === line.end;

/**
 * The key that a line at column 0 begins with: a word of letters, digits, `_`, `-` up to a colon.
 * @returns The key's span and whether a blank or the line's end follows the colon, as YAML demands; undefined for other lines.
 * @example `name: a` gives 0–4, spaced; `description:x` gives 0–11, not spaced; `http://x` is no key of ours either way.
 */
export function keyOf(text: string, line: Span): { readonly span: Span; readonly spaced: boolean } | undefined {
  let at = line.start;
  while (at < line.end && isKeyCode(text.charCodeAt(at))) at++;
  if (at === line.start || text.charCodeAt(at) !== 0x3a) return undefined;
  const spaced = at + 1 === line.end || isBlankCode(text.charCodeAt(at + 1));
  return { span: { start: line.start, end: at }, spaced };
}

/** A character of a key as people write it without quotes: letters, digits, `_`, `-`. */
export const isKeyCode = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x5f ||
  code === 0x2d;

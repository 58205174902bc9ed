/** What a line of frontmatter begins with: the closing dashes or a key. */
import { isSpaceOrTab } from '../../text/chars';
import { skipSpaces } from '../../text/lines';
import type { Span } from '../../text/span';

/** Whether the line is three dashes and then only spaces, from its very first column. */
export const isDelimiterLine = (text: string, line: Span): boolean =>
  text.startsWith('---', line.start) &&
  line.end >= line.start + 3 &&
  skipSpaces(text, line.start + 3, line.end) === line.end;

/**
 * The key that a line at column 0 begins with: a word of letters, digits, `_`, `-` up to a colon.
 * @returns The key's span and whether a space or the line's end follows the colon, as YAML demands; undefined for other lines.
 * @example `name: a` gives 0–4, spaced; `description:x` gives 0–11, not spaced; `http://x` is not a key of ours either way.
 */
export function keyOf(text: string, line: Span): { readonly span: Span; readonly spaced: boolean } | undefined {
  let at = line.start;
  while (at < line.end && isKeyCode(text.charCodeAt(at))) at++;
  if (at === line.start || text.charCodeAt(at) !== 0x3a) return undefined;
  const spaced = at + 1 === line.end || isSpaceOrTab(text.charCodeAt(at + 1));
  return { span: { start: line.start, end: at }, spaced };
}

/** A character of a key as people write it without quotes: letters, digits, `_`, `-`. */
export const isKeyCode = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x5f ||
  code === 0x2d;

/** What help while typing reads of a line: its indentation and its bullet. */
import { isSpaceOrTab } from '../text/chars';
import type { Span } from '../text/span';

/** After the spaces at the start of the line, but not after a cursor that is in them. */
export function afterIndent(text: string, line: Span, offset: number): number {
  let at = line.start;
  while (at < line.end && isSpaceOrTab(text.charCodeAt(at))) at++;
  return Math.max(at, Math.min(offset, line.end));
}

/** Where the text after `- `, `* ` or `+ ` begins. */
export const bulletOf = (text: string): number | undefined =>
  '-*+'.includes(text.charAt(0)) && isSpaceOrTab(text.charCodeAt(1)) ? 2 : undefined;

/** Questions about offsets that all parts of VS Code's YAML reader ask. */
import { isLineBreak, isSpaceOrTab } from '../../text/chars';

/** Whether a line break or the end is at an offset. */
export const isBreakOrEnd = (text: string, at: number, end: number): boolean =>
  at >= end || isLineBreak(text.charCodeAt(at));

/** Whether white space or the end is at an offset. */
export const isGap = (text: string, at: number, end: number): boolean =>
  isBreakOrEnd(text, at, end) || isSpaceOrTab(text.charCodeAt(at));

/** The offset after the line break at `at`. */
export const afterBreak = (text: string, at: number): number => at + (text.startsWith('\r\n', at) ? 2 : 1);

/** The offset of the next line break, or the end. */
export function endOfLine(text: string, from: number, end: number): number {
  let at = from;
  while (!isBreakOrEnd(text, at, end)) at++;
  return at;
}

/** Whether a `---` or `...` is at the start of a line, with white space after it. */
export const isMark = (text: string, at: number, end: number): boolean =>
  at + 3 <= end && (text.startsWith('---', at) || text.startsWith('...', at)) && isGap(text, at + 3, end);

/** How many characters are before an offset on its line. */
export function columnOf(text: string, at: number, from: number): number {
  let start = at;
  while (start > from && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return at - start;
}

/** Opening and closing lines of fenced code blocks, CommonMark 4.5. */

import { isSpaceOrTab } from '../../text/chars';
import { skipSpaces } from '../../text/lines';
import { type Span, textAt, trimmed } from '../../text/span';
import { codeAt, skipCode } from './line';

/** What the opening line of a fence says. */
export interface FenceOpener {
  /** The char code of `` ` `` or `~`. */
  readonly mark: number;
  /** The run of marks; the closing run must be at least as long. */
  readonly opener: Span;
  /** The info string without spaces around it; without one, the empty span right after the marks. */
  readonly info: Span;
}

const backtick = 0x60;
const tilde = 0x7e;

/** Reads an opening fence at `at`, or nothing. */
export function fenceOpener(text: string, at: number, end: number): FenceOpener | undefined {
  const mark = codeAt(text, at, end);
  if (mark !== backtick && mark !== tilde) return undefined;
  const marksEnd = skipCode(text, at, end, mark);
  if (marksEnd - at < 3) return undefined;
  // With a backtick further on the line would be a code span in a paragraph.
  if (mark === backtick && containsCode(text, marksEnd, end, backtick)) return undefined;
  const info = trimmed(text, { start: marksEnd, end });
  return {
    mark,
    opener: { start: at, end: marksEnd },
    info: info.start < info.end ? info : { start: marksEnd, end: marksEnd },
  };
}

/** The run of marks when the line from `at` on closes the fence, or nothing. */
export function fenceCloser(text: string, at: number, end: number, fence: FenceOpener): Span | undefined {
  const marksEnd = skipCode(text, at, end, fence.mark);
  if (marksEnd - at < fence.opener.end - fence.opener.start) return undefined;
  return skipSpaces(text, marksEnd, end) === end ? { start: at, end: marksEnd } : undefined;
}

/** The first word of an info string, lower case. */
export function languageOf(text: string, info: Span): string {
  let end = info.start;
  while (end < info.end && !isSpaceOrTab(text.charCodeAt(end))) end++;
  return textAt(text, { start: info.start, end }).toLowerCase();
}

function containsCode(text: string, from: number, end: number, code: number): boolean {
  for (let i = from; i < end; i++) if (text.charCodeAt(i) === code) return true;
  return false;
}

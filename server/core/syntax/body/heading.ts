/** The one-line forms of CommonMark 4.1 to 4.3: thematic break, ATX heading, and the underline of a setext heading. */

import { isSpaceOrTab } from '../../text/chars';
import { skipSpaces } from '../../text/lines';
import { type Span, trimmed } from '../../text/span';
import { codeAt, skipCode } from './line';

/** An ATX heading: where its title is, and where its text ends without trailing spaces. */
export interface AtxHeading {
  readonly level: number;
  readonly titleSpan: Span;
  readonly end: number;
}

const hash = 0x23;

/** Reads an ATX heading at `at`, or nothing. An empty title is an empty span right after the hashes. */
export function atxHeading(text: string, at: number, end: number): AtxHeading | undefined {
  const marks = skipCode(text, at, end, hash);
  const level = marks - at;
  if (level < 1 || level > 6 || (marks < end && !isSpaceOrTab(text.charCodeAt(marks)))) return undefined;
  const content = trimmed(text, { start: marks, end });
  let close = content.end;
  while (close > marks && text.charCodeAt(close - 1) === hash) close--;
  const closes = close < content.end && isSpaceOrTab(text.charCodeAt(close - 1));
  const title = trimmed(text, { start: content.start, end: closes ? close : content.end });
  return {
    level,
    titleSpan: title.start < title.end ? title : { start: marks, end: marks },
    end: content.start < content.end ? content.end : marks,
  };
}

/** The heading level of a setext underline at `at`: 1 for `=`, 2 for `-`. */
export function setextLevel(text: string, at: number, end: number): 1 | 2 | undefined {
  const mark = codeAt(text, at, end);
  if (mark !== 0x3d && mark !== 0x2d) return undefined;
  if (skipSpaces(text, skipCode(text, at, end, mark), end) < end) return undefined;
  return mark === 0x3d ? 1 : 2;
}

/** Whether three or more of one of `*`, `-`, `_`, with nothing but spaces between, fill the line from `at` on. */
export function isThematicBreak(text: string, at: number, end: number): boolean {
  const mark = codeAt(text, at, end);
  if (mark !== 0x2a && mark !== 0x2d && mark !== 0x5f) return false;
  let marks = 0;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === mark) marks++;
    else if (!isSpaceOrTab(code)) return false;
  }
  return marks >= 3;
}

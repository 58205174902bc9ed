/** The text around the value of a field, so that the value can be replaced and comments stay in place. */

import { isBlankLine, lineFrom, lineStartAt, skipSpaces } from '../../text/lines';
import { type Span, span } from '../../text/span';
import type { Entry } from '../tree';
import { isGap } from './names';

/** @example In `tools: Read  # x`: `colon` 6, `note` 14–17, `end` 11; without the comment `end` is 13. */
export interface Frame {
  /** The end of the colon. */
  readonly colon: number;
  /** The comment on the line of the key, or after a value of one line. */
  readonly note: Span | undefined;
  /** Where the value ends, including trailing spaces. */
  readonly end: number;
}

/** The frame of an entry at the start of a line; undefined when there is more around its value than spaces and one comment. */
export function frameOf(text: string, { keySpan, value }: Entry): Frame | undefined {
  const colon = skipSpaces(text, keySpan.end, text.length) + 1;
  if (text[colon - 1] !== ':' || !isBlankLine(text, span(lineStartAt(text, keySpan.start), keySpan.start)))
    return undefined;
  const tail = lineFrom(text, value.span.end);
  const trailingNote = noteIn(text, tail);
  if (trailingNote === undefined && !isBlankLine(text, tail)) return undefined;
  if (value.kind !== 'sequence' || value.style === 'flow')
    return isGap(text, span(colon, value.span.start))
      ? { colon, note: trailingNote, end: trailingNote === undefined ? tail.end : value.span.end }
      : undefined;
  // In a block list, a comment after the last item or below it is about items.
  if (trailingNote !== undefined || isCommented(text, tail.next, keySpan.start)) return undefined;
  const first = lineFrom(text, colon);
  const note = noteIn(text, first);
  return isGap(text, span(note === undefined ? colon : first.end, value.span.start))
    ? { colon, note, end: tail.end }
    : undefined;
}

/** The comment in the rest of a line that contains nothing else. */
function noteIn(text: string, rest: Span): Span | undefined {
  const start = skipSpaces(text, rest.start, rest.end);
  return start > rest.start && start < rest.end && text[start] === '#' ? span(start, rest.end) : undefined;
}

/** Whether the next line that is not white space is a comment to the right of the key. */
function isCommented(text: string, from: number, key: number): boolean {
  const column = key - lineStartAt(text, key);
  for (let line = lineFrom(text, from); line.start < text.length; line = lineFrom(text, line.next)) {
    const start = skipSpaces(text, line.start, line.end);
    if (start < line.end) return text[start] === '#' && start - line.start > column;
  }
  return false;
}

/** The word around a cursor, as a double click would select it. */
import { type Span, span } from './span';

/** The run of letters, digits, `-` and `_` that touches `offset` in `line`, or the empty span at it. */
export function wordAround(text: string, line: Span, offset: number): Span {
  let start = offset;
  let end = offset;
  while (start > line.start && isWordCode(text.charCodeAt(start - 1))) start--;
  while (end < line.end && isWordCode(text.charCodeAt(end))) end++;
  return span(start, end);
}

/** Every character beyond ASCII counts: letters of other alphabets, and emoji that must not be cut in half. */
const isWordCode = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x61 && code <= 0x7a) ||
  code === 0x2d ||
  code === 0x5f ||
  code > 0x7f;

/** Analyzes the quotes of a value that begins with one: which of them ends it too early, and what was meant. */

import { isSpaceOrTab } from '../text/chars';
import { type Span, span } from '../text/span';
import type { Piece } from './pieces';

/** The quotes of a value. Offsets are absolute. */
export interface Quotes {
  readonly mark: '"' | "'";
  /** The quote that ends the value for YAML; undefined when none does. */
  readonly closer: number | undefined;
  /** The last quote, when it is the last character of the value and not the first one. */
  readonly last: number | undefined;
  /** Whether the value as a whole was meant to be between its first and its last quote. */
  readonly wraps: boolean;
}

/** Reads the quotes of a piece whose value begins with one. */
export function quotesOf(text: string, { first, span: whole }: Piece): Quotes {
  const mark = text[first.start] === '"' ? '"' : "'";
  const closer = closerOf(text, span(first.start + 1, whole.end), mark);
  const end = whole.end - 1;
  const last = end > first.start && text[end] === mark ? end : undefined;
  // `"He said "hi" to me"`, `'It's fine.'`: a space before the second quote or a letter after it, and it is inside the value.
  const opensInside =
    closer !== undefined && (isSpaceOrTab(text.charCodeAt(closer - 1)) || isWordCode(text.charCodeAt(closer + 1)));
  return { mark, closer, last, wraps: last !== undefined && (opensInside || closer === undefined) };
}

/** The characters to mark: the inner quotes, the quote that ends the value too early, or the one that is never closed. */
export function quoteFault(text: string, piece: Piece): Span {
  const { mark, closer, last } = quotesOf(text, piece);
  const { start } = piece.first;
  if (closer === undefined) return span(start, start + 1);
  const inner = last === undefined ? -1 : text.lastIndexOf(mark, last - 1);
  return span(closer, Math.max(closer, inner) + 1);
}

const isWordCode = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

/** The first quote that ends a quoted text: not escaped in double quotes, not doubled in single ones. */
function closerOf(text: string, range: Span, mark: string): number | undefined {
  for (let at = range.start; at < range.end; at++) {
    if (mark === '"' && text[at] === '\\') at++;
    else if (text[at] === mark) {
      if (mark === '"' || text[at + 1] !== mark) return at;
      at++;
    }
  }
  return undefined;
}

/** A range of a text as two UTF-16 offsets, with functions on it. */
import { isSpaceOrTab } from './chars';

/**
 * A half-open range of UTF-16 offsets.
 * @example In `tools: Read`, the span of the key is `{ start: 0, end: 5 }` and that of the value `{ start: 7, end: 11 }`.
 */
export interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** The span from `start` up to, not including, `end`. */
export const span = (start: number, end: number): Span => ({ start, end });

/** Whether a cursor at `offset` touches the span; both edges count, because a cursor is between two characters. */
export const touches = (range: Span, offset: number): boolean => offset >= range.start && offset <= range.end;

/** Whether `inner` is within `outer`, or equal. */
export const covers = (outer: Span, inner: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** Whether the two spans share at least one character, or a shared edge when one of them is empty. */
export const overlaps = (a: Span, b: Span): boolean =>
  a.start === a.end || b.start === b.end ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;

/** The characters of `text` inside the span. */
export const textAt = (text: string, range: Span): string => text.slice(range.start, range.end);

/** The span without the spaces and tabs at its two ends; a span of nothing else becomes empty at its end. */
export function trimmed(text: string, range: Span): Span {
  let { start, end } = range;
  while (start < end && isSpaceOrTab(text.charCodeAt(start))) start++;
  while (end > start && isSpaceOrTab(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** The span `by` characters further on. */
export const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

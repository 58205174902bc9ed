/** Block quotes and list items: which of the open ones a line continues, and which new ones it opens. CommonMark 5.1, 5.2. */
import { isDigit, isSpaceOrTab } from '../../text/chars';
import type { Line } from '../../text/lines';
import { type Cursor, codeAt, cursorFrom, indentOf, lineCursor } from './line';

/** An open container; an item is continued by lines indented by `width` columns or more. */
export type Container = { readonly kind: 'quote' } | { readonly kind: 'item'; readonly width: number };

/** Deeper markers are read as text, so that the work per line is bounded. */
export const maxDepth = 64;

/** How many of the open containers a line continues, and the cursor after their prefixes. */
export interface Continued {
  readonly count: number;
  readonly cursor: Cursor;
}

/**
 * @param containers the open ones, outermost first
 * @param hollow whether the innermost one is an item without content so far; a blank line ends such an item
 */
export function continuedBy(text: string, line: Line, containers: readonly Container[], hollow: boolean): Continued {
  let cursor = lineCursor(text, line);
  let count = 0;
  for (const container of containers) {
    if (cursor.at === line.end) {
      // Nothing is left but spaces, which continue every item that has content.
      if (container.kind === 'quote' || (hollow && count === containers.length - 1)) break;
    } else {
      const next = container.kind === 'quote' ? quoteCursor(text, line, cursor) : itemCursor(cursor, container.width);
      if (next === undefined) break;
      cursor = next;
    }
    count++;
  }
  return { count, cursor };
}

/** A container that begins at a cursor, and the cursor after its marker. */
export interface Opened {
  readonly container: Container;
  readonly cursor: Cursor;
}

/**
 * Reads a container marker at `cursor`, or nothing.
 * @param interrupts whether an open paragraph would end here: then an item must have content, and its number must be 1
 */
export function containerAt(text: string, line: Line, cursor: Cursor, interrupts: boolean): Opened | undefined {
  const quote = quoteCursor(text, line, cursor);
  if (quote !== undefined) return { container: { kind: 'quote' }, cursor: quote };
  return itemAt(text, line, cursor, interrupts);
}

/** The cursor after `>` and one optional column of white space. */
function quoteCursor(text: string, line: Line, cursor: Cursor): Cursor | undefined {
  if (indentOf(cursor) > 3 || codeAt(text, cursor.at, line.end) !== 0x3e) return undefined;
  const next = cursorFrom(text, line, cursor.at + 1, cursor.atColumn + 1);
  return isSpaceOrTab(codeAt(text, cursor.at + 1, line.end)) ? { ...next, column: next.column + 1 } : next;
}

const itemCursor = (cursor: Cursor, width: number): Cursor | undefined =>
  indentOf(cursor) >= width ? { ...cursor, column: cursor.column + width } : undefined;

function itemAt(text: string, line: Line, cursor: Cursor, interrupts: boolean): Opened | undefined {
  const length = markerLength(text, cursor.at, line.end);
  if (length === 0 || indentOf(cursor) > 3) return undefined;
  const markerEnd = cursor.at + length;
  const afterMarker = cursorFrom(text, line, markerEnd, cursor.atColumn + length);
  const empty = afterMarker.at === line.end;
  if (!empty && afterMarker.at === markerEnd) return undefined;
  const numbered = length > 1;
  if (interrupts && (empty || (numbered && Number(text.slice(cursor.at, markerEnd - 1)) !== 1))) return undefined;
  // Five columns or more are one column and then indented code; an empty item counts as if one column followed.
  const gap = indentOf(afterMarker);
  const used = empty || gap > 4 ? 1 : gap;
  return {
    container: { kind: 'item', width: indentOf(cursor) + length + used },
    cursor: { ...afterMarker, column: empty ? afterMarker.atColumn : afterMarker.column + used },
  };
}

/** The length of `-`, `+`, `*`, or of one to nine digits with `.` or `)`; 0 when none is at `at`. */
function markerLength(text: string, at: number, end: number): number {
  const first = codeAt(text, at, end);
  if (first === 0x2a || first === 0x2b || first === 0x2d) return 1;
  let stop = at;
  while (stop - at < 10 && isDigit(codeAt(text, stop, end))) stop++;
  const digits = stop - at;
  const after = codeAt(text, stop, end);
  return digits >= 1 && digits <= 9 && (after === 0x2e || after === 0x29) ? digits + 1 : 0;
}

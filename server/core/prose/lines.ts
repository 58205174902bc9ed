/** The lines of a paragraph without container markers. */

import { isDigit } from '../text/chars';
import { lineFrom, skipSpaces } from '../text/lines';
import { type Span, span, trimmed } from '../text/span';

export interface ProseLine {
  /** Without quote marks, the list marker and outer spaces. */
  readonly content: Span;
  /** The marker of a list item, when one is before the content; empty otherwise. */
  readonly marker: Span;
  /** Whether a paragraph or item begins here. */
  readonly first: boolean;
  /** Whether it is in a block quote. */
  readonly quoted: boolean;
}

/** The lines of a paragraph, in order. */
export function linesOfParagraph(text: string): readonly ProseLine[] {
  const lines: ProseLine[] = [];
  for (let start = 0; start < text.length; ) {
    const { end, next } = lineFrom(text, start);
    lines.push(lineOf(text, start, end, lines.at(-1)));
    start = next;
  }
  return lines;
}

/** `before` is the line before it in its block. */
function lineOf(text: string, start: number, end: number, before: ProseLine | undefined): ProseLine {
  const at = afterQuotes(text, start, end);
  const markerEnd = at + markerLength(text, at, end);
  const isTable = text[at] === '|';
  const first = before === undefined || markerEnd > at || isTable;
  return {
    content: trimmed(text, span(markerEnd, end)),
    marker: span(at, markerEnd),
    first,
    // A paragraph in a quote may continue without the quote's mark.
    quoted: at > skipSpaces(text, start, end) || (before?.quoted === true && !first),
  };
}

/** After spaces and quote marks. */
export function afterQuotes(text: string, start: number, end: number): number {
  let at = skipSpaces(text, start, end);
  while (at < end && text[at] === '>') at = skipSpaces(text, at + 1, end);
  return at;
}

/** The length of `-`, `*`, `+` or a number with `.` or `)`, when a space or the line's end follows; 0 when there is none. */
function markerLength(text: string, at: number, end: number): number {
  let stop = at;
  if (text[at] === '-' || text[at] === '*' || text[at] === '+') stop++;
  else {
    while (stop < end && stop - at < 10 && isDigit(text.charCodeAt(stop))) stop++;
    if (stop === at || (text[stop] !== '.' && text[stop] !== ')')) return 0;
    stop++;
  }
  return stop >= end || text[stop] === ' ' || text[stop] === '\t' ? Math.min(stop, end) - at : 0;
}

/** Finds the lines of a body that look like code fences, and what is around each of them. */

import { fenceOpener } from '../syntax/body/fence';
import { atxHeading } from '../syntax/body/heading';
import type { AgentFile } from '../syntax/tree';
import { isDigit } from '../text/chars';
import { lineFrom, lineStartAt, skipSpaces } from '../text/lines';
import type { Span } from '../text/span';
import { afterQuotes } from './lines';

/**
 * What is on a neighboring line. `intro`: text that announces something, such as a heading, a bold line or a line that ends in a
 * colon. `end`: a closing tag. The text has a blank line before its beginning and after its end.
 */
export type Neighbor = 'blank' | 'intro' | 'fence' | 'end' | 'text';

export interface FenceLine {
  /** The run of backticks or tildes. */
  readonly marks: Span;
  /** What is after the marks, without spaces around it; empty for a bare fence line. */
  readonly info: Span;
  /** The line's text before the marks. */
  readonly prefix: string;
  /** The char code of the backtick or tilde. */
  readonly mark: number;
  readonly before: Neighbor;
  readonly after: Neighbor;
}

/** How many backticks or tildes a fence line has. */
export const lengthOf = ({ marks }: FenceLine): number => marks.end - marks.start;

/** Whether something is after the marks. A closing fence has no such text. */
export const hasInfo = ({ info }: FenceLine): boolean => info.start < info.end;

/** The fence lines of the body in file order, also those that CommonMark reads as text; one pass. */
export function fenceLinesOf({ source: { text }, body }: AgentFile): readonly FenceLine[] {
  const lines: FenceLine[] = [];
  const marked = /```|~~~/g;
  marked.lastIndex = body.span.start;
  let fenceEnd = -1; // where the line after the last fence line begins
  for (let hit = marked.exec(text); hit !== null; hit = marked.exec(text)) {
    const start = Math.max(body.span.start, lineStartAt(text, hit.index));
    const { end, next } = lineFrom(text, hit.index);
    const at = contentStart(text, start, end);
    const found = fenceOpener(text, at, end);
    if (found !== undefined) {
      const { opener: marks, info, mark } = found;
      const before = fenceEnd === start ? 'fence' : neighborBefore(text, start, body.span.start);
      lines.push({ marks, info, mark, prefix: text.slice(start, at), before, after: neighborAt(text, next) });
      fenceEnd = next;
    }
    marked.lastIndex = next;
  }
  return lines;
}

/** What is on the line before the one that begins at `start`, which is not a fence line. */
function neighborBefore(text: string, start: number, first: number): Neighbor {
  if (start <= first) return 'blank';
  const isPair = text.charCodeAt(start - 1) === 0x0a && text.charCodeAt(start - 2) === 0x0d;
  const end = start - (isPair ? 2 : 1);
  return neighborOf(text, Math.max(first, lineStartAt(text, end)), end);
}

function neighborAt(text: string, start: number): Neighbor {
  const { end } = lineFrom(text, start);
  return fenceOpener(text, contentStart(text, start, end), end) === undefined ? neighborOf(text, start, end) : 'fence';
}

function neighborOf(text: string, start: number, end: number): Neighbor {
  const from = afterQuotes(text, start, end);
  let to = end;
  while (to > from && ' \t*_'.includes(text.charAt(to - 1))) to--;
  if (from >= to) return 'blank';
  if (text.startsWith('</', from)) return 'end';
  const isCaption = text.startsWith('**', from) && text.startsWith('**', to);
  const isIntro = isCaption || ':：'.includes(text.charAt(to - 1)) || atxHeading(text, from, end) !== undefined;
  return isIntro ? 'intro' : 'text';
}

/** After spaces, quote marks and one marker of a list item. */
function contentStart(text: string, start: number, end: number): number {
  const at = afterQuotes(text, start, end);
  const marker = afterMarker(text, at, end);
  return marker > at && text[marker] === ' ' ? skipSpaces(text, marker, end) : at;
}

/** After `-`, `*`, `+` or a number with `.` or `)`; `at` when there is none. */
function afterMarker(text: string, at: number, end: number): number {
  if ('-*+'.includes(text.charAt(at))) return Math.min(at + 1, end);
  let stop = at;
  while (stop < end && stop - at < 10 && isDigit(text.charCodeAt(stop))) stop++;
  return stop > at && stop < end && '.)'.includes(text.charAt(stop)) ? stop + 1 : at;
}

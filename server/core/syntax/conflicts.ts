/** Finds the conflicts that a merge left in a file, by the markers that Git writes at the start of a line. */

import { lazyFor } from '../text/lazy';
import { lineFrom } from '../text/lines';
import { type Span, span } from '../text/span';
import type { AgentFile } from './tree';

/**
 * The conflicts of a file, in order: each from its `<<<<<<<` line to the end of its `>>>>>>>` line, without the line end.
 * All three markers must be there, in order. Markers inside a code block are an example.
 */
export const conflictsOf = lazyFor(({ source: { text }, body }: AgentFile): readonly Span[] => {
  if (!text.includes(OPEN)) return [];
  const conflicts: Span[] = [];
  let start = -1;
  let isHalf = false;
  for (let at = 0; at < text.length; ) {
    const line = lineFrom(text, at);
    if (isMarker(text, line, OPEN)) {
      start = line.start;
      isHalf = false;
    } else if (start >= 0 && isMarker(text, line, MIDDLE)) isHalf = true;
    else if (isHalf && isMarker(text, line, CLOSE)) {
      conflicts.push(span(start, line.end));
      start = -1;
      isHalf = false;
    }
    at = line.next;
  }
  if (conflicts.length === 0) return conflicts;
  // Both are in file order, so each code block is checked once.
  let next = 0;
  return conflicts.filter((conflict) => {
    while ((body.fences[next]?.span.end ?? text.length + 1) < conflict.end) next++;
    return (body.fences[next]?.span.start ?? text.length) > conflict.start;
  });
});

const OPEN = '<<<<<<<';
const MIDDLE = '=======';
const CLOSE = '>>>>>>>';

/** Whether the line is the marker, alone or followed by a space and a label. */
const isMarker = (text: string, line: Span, marker: string): boolean =>
  text.startsWith(marker, line.start) &&
  (line.end === line.start + marker.length || text[line.start + marker.length] === ' ');

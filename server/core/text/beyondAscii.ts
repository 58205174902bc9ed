/** Tells ASCII from what is beyond it, which most questions about encodings are about. */
import { searchOf } from './lineSearch';
import type { Source } from './source';
import { moved, type Span, span } from './span';

/** Whether a text has only the characters of ASCII that are seen, and spaces. */
export const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

/** The runs beyond ASCII between two offsets in file order, those of the whole text when they are left out; one pass. */
export function runsBeyondAscii(text: string, start = 0, end = text.length): readonly Span[] {
  const runs: Span[] = [];
  const part = text.slice(start, end);
  for (const { 0: run, index } of part.matchAll(/[\u0080-\uffff]+/g))
    runs.push(span(start + index, start + index + run.length));
  return runs;
}

/** The same for a file, whose runs several rules look at. */
export const runsIn: (source: Source) => readonly Span[] = searchOf({
  find: runsBeyondAscii,
  startOf: ({ start }) => start,
  moved,
});

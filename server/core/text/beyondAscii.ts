/** Finds the runs of characters beyond ASCII, which most questions about encodings are about. */
import { lazyFor } from './lazy';
import type { Source } from './source';
import { type Span, span } from './span';

/** The runs in file order; one pass. */
export function runsBeyondAscii(text: string): readonly Span[] {
  const runs: Span[] = [];
  for (const { 0: run, index } of text.matchAll(/[\u0080-\uffff]+/g)) runs.push(span(index, index + run.length));
  return runs;
}

/** The same for a file, whose runs several rules look at. */
export const runsIn: (source: Source) => readonly Span[] = lazyFor(({ text }) => runsBeyondAscii(text));

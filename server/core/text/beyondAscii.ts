/** Finds the runs of characters beyond ASCII, which most questions about encodings are about. */
import { type Span, span } from './span';

/** The runs in file order; one pass. */
export function runsBeyondAscii(text: string): readonly Span[] {
  const runs: Span[] = [];
  for (const { 0: run, index } of text.matchAll(/[\u0080-\uffff]+/g)) runs.push(span(index, index + run.length));
  return runs;
}

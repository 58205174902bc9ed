/** Finds the code in a body: code blocks, indented code and code spans. */
import type { AgentFile } from '../syntax/tree';
import type { Span } from '../text/span';

/** Whether an offset is in code, in logarithmic time. */
export function codeRegions({ body }: AgentFile): (offset: number) => boolean {
  const blocks = body.blocks.filter(({ kind }) => kind === 'fence' || kind === 'code').map(({ span }) => span);
  const spans = body.inlines.filter(({ kind }) => kind === 'code').map(({ span }) => span);
  return (offset) => isWithin(blocks, offset) || isWithin(spans, offset);
}

/** Whether one of `sorted`, which do not overlap, contains the character at `offset`. */
export function isWithin(sorted: readonly Span[], offset: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const candidate = sorted[middle];
    if (candidate === undefined || candidate.start > offset) high = middle;
    else if (candidate.end <= offset) low = middle + 1;
    else return true;
  }
  return false;
}

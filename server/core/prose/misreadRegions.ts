/**
 * Finds the parts of a body where code and text are swapped because of a wrong code fence: the writer meant code, and CommonMark
 * reads text, or the reverse. Rules that judge headings, links or instructions are quiet there.
 */
import type { AgentFile } from '../syntax/tree';
import { type Span, span } from '../text/span';
import type { FenceReading, Pairing } from './fencePairs';

/** The regions in which CommonMark differs from any likely reading, in file order and without overlaps. */
export function misreadRegions({ source: { text }, body }: AgentFile, { readings }: Pairing): readonly Span[] {
  const tree = body.fences.map((fence) => fence.span);
  return merged(readings.flatMap((reading) => differences(tree, codeIn(reading, text.length))));
}

/** Whether one of `regions` has a character between two offsets, in logarithmic time. */
export function overlapsAny(regions: readonly Span[], start: number, end: number): boolean {
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((regions[middle]?.end ?? end) <= start) low = middle + 1;
    else high = middle;
  }
  return (regions[low]?.start ?? end) < end;
}

/** What the writer means as code. An unclosed code block may end anywhere, and one without an opening fence may begin anywhere. */
function codeIn({ pairs, open, stray }: FenceReading, end: number): readonly Span[] {
  return merged([
    ...pairs.map(({ opener, closer }) => span(opener.marks.start, closer.marks.end)),
    ...open.map(({ marks }) => span(marks.start, end)),
    ...stray.flatMap(({ fence, previous }) =>
      previous === undefined ? [] : [span(previous.marks.end, fence.marks.start)],
    ),
  ]);
}

/** The spans in file order; those that overlap are joined. */
function merged(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const one of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last === undefined || one.start > last.end) joined.push(one);
    else if (one.end > last.end) joined[joined.length - 1] = span(last.start, one.end);
  }
  return joined;
}

/** What is in one of two lists of spans and not in the other. */
function differences(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  const bounds = [...edges(a, 1), ...edges(b, 2)].sort((x, y) => x.at - y.at);
  const found: Span[] = [];
  let inside = 0;
  let from = 0;
  for (const { at, bit } of bounds) {
    if ((inside === 1 || inside === 2) && from < at) found.push(span(from, at));
    inside ^= bit;
    from = at;
  }
  return found;
}

const edges = (spans: readonly Span[], bit: number): readonly { readonly at: number; readonly bit: number }[] =>
  spans.flatMap(({ start, end }) => [
    { at: start, bit },
    { at: end, bit },
  ]);

/** Finds sections without a heading: bold lines and pairs of tags. */

import { isLineBreak, isSpaceOrTab } from '../../text/chars';
import { type Span, span, textAt } from '../../text/span';
import type { BoldLine, Heading, Section, Tag } from '../tree';
import type { BodyLine } from './scanner';
import { type TagPair, tagName, tagPairs } from './tagPairs';

/** What the scanner found, each list in file order. */
export interface Found {
  readonly headings: readonly Heading[];
  readonly boldLines: readonly BoldLine[];
  readonly tags: readonly Tag[];
}

/** The bold lines that are whole paragraphs, in file order. */
export function boldLinesOf(
  text: string,
  lines: readonly BodyLine[],
  headings: readonly Heading[],
): readonly BoldLine[] {
  // The title of a setext heading is a line of text too.
  const titles = new Set(headings.map(({ heading }) => heading.start));
  const found: BoldLine[] = [];
  for (const [i, line] of lines.entries()) {
    if (!isAlone(line, lines[i + 1]) || titles.has(line.span.start)) continue;
    const bold = boldLine(text, line.span);
    if (bold !== undefined) found.push(bold);
  }
  return found;
}

/** The pseudo-headings of a body that ends at `end`, in file order; linear but for sorting them. */
export function pseudoHeadingsOf(text: string, end: number, { headings, boldLines, tags }: Found): readonly Section[] {
  const levels = headings.map(({ level, heading }) => ({ level, start: heading.start }));
  const stops = [
    ...headings.map(({ lineStart }) => lineStart),
    ...boldLines.map(({ heading }) => heading.start),
    ...tags.filter(({ closing }) => closing).map((tag) => tag.span.start),
  ].sort((a, b) => a - b);
  const pseudoHeadings = [
    ...boldLines.map((opening) => ({ ...opening, form: 'bold' as const, span: opening.heading })),
    ...tagPairs(text, tags).map((pair) => ({ ...tagged(pair), form: 'tag' as const })),
  ].sort((a, b) => a.heading.start - b.heading.start);
  let nextLevel = 0;
  let nextStop = 0;
  return pseudoHeadings.map((pseudoHeading): Section => {
    const { start } = pseudoHeading.heading;
    while ((levels[nextLevel]?.start ?? end) < start) nextLevel++;
    while ((stops[nextStop] ?? end) <= start && nextStop < stops.length) nextStop++;
    return {
      ...pseudoHeading,
      level: (levels[nextLevel - 1]?.level ?? 0) + 1,
      title: textAt(text, pseudoHeading.titleSpan),
      span: pseudoHeading.form === 'tag' ? pseudoHeading.span : span(start, stops[nextStop] ?? end),
      children: [],
    };
  });
}

/** Whether a line is a whole paragraph, outside list items as far as one line tells. */
const isAlone = (line: BodyLine, next: BodyLine | undefined): boolean =>
  line.kind === 'paragraph' &&
  line.first &&
  !line.item &&
  (next === undefined || next.kind !== 'paragraph' || next.first);

/** `**title**`, perhaps with a colon after it, at the margin: an indented line belongs to a list item or to code. */
function boldLine(text: string, { start, end }: Span): BoldLine | undefined {
  const first = text.charCodeAt(start);
  if (first !== 0x2a && first !== 0x5f) return undefined;
  const isAtMargin = start === 0 || isLineBreak(text.charCodeAt(start - 1));
  const close = text[end - 1] === ':' ? end - 1 : end;
  const mark = text.slice(start, start + 2);
  const title = span(start + 2, close - 2);
  if (!isAtMargin || (mark !== '**' && mark !== '__') || title.end <= title.start) return undefined;
  const isWhole = text.startsWith(mark, title.end) && text.indexOf(mark, title.start) === title.end;
  const isFlanked = !isSpaceOrTab(text.charCodeAt(title.start)) && !isSpaceOrTab(text.charCodeAt(title.end - 1));
  return isWhole && isFlanked && text[title.start] !== mark[0]
    ? { heading: span(start, end), titleSpan: title }
    : undefined;
}

const tagged = ({ open, close, name }: TagPair): BoldLine & Pick<Section, 'span'> => ({
  heading: open,
  titleSpan: tagName({ name, closing: false, span: open }),
  span: span(open.start, close.end),
});

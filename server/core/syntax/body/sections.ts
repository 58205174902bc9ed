/** The tree of sections that the headings of a body open. */
import { type Span, textAt } from '../../text/span';
import type { Heading, Section } from '../tree';

/**
 * The root section over `body`, with the sections of `headings`, which are in file order.
 * A section ends where the line of the next heading of its own or a higher level begins. Headings inside block quotes
 * and list items count like all others.
 */
export function sectionsOf(text: string, body: Span, headings: readonly Heading[]): Section {
  // Backwards: when a heading is reached, what follows it is already built, nearest on top.
  const following: Section[] = [];
  const lineStarts: number[] = [];
  for (let i = headings.length - 1; i >= 0; i--) {
    const heading = headings[i];
    if (heading === undefined) continue;
    const children: Section[] = [];
    for (let next = following.at(-1); next !== undefined && next.level > heading.level; next = following.at(-1)) {
      children.push(next);
      following.pop();
      lineStarts.pop();
    }
    following.push(sectionOf(text, heading, lineStarts.at(-1) ?? body.end, children));
    lineStarts.push(heading.lineStart);
  }
  const start = { start: body.start, end: body.start };
  return {
    form: 'heading',
    level: 0,
    title: '',
    heading: start,
    titleSpan: start,
    span: body,
    children: following.reverse(),
  };
}

function sectionOf(text: string, heading: Heading, end: number, children: readonly Section[]): Section {
  const start = heading.heading.start;
  return {
    form: 'heading',
    level: heading.level,
    title: heading.titleLines.map((line) => textAt(text, line)).join(' '),
    heading: heading.heading,
    titleSpan: { start: heading.titleLines[0]?.start ?? start, end: heading.titleLines.at(-1)?.end ?? start },
    span: { start, end },
    children,
  };
}

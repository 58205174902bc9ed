/** Says why a host sees no frontmatter in a file in which other programs see some. Most hosts differ only in what they accept. */
import type { AgentFile } from '../syntax/tree';
import { type Span, span } from '../text/span';
import type { Obstacle, Reading } from './reading';

/** The reading of a file without frontmatter. */
export const unseen = (obstacle?: Obstacle): Reading =>
  obstacle === undefined ? { kind: 'unseen' } : { kind: 'unseen', obstacle };

/** The byte order marks before the first dashes, where there are more than the host accepts; undefined otherwise. */
export function excessMarks(text: string, accepted: 0 | 1): Obstacle | undefined {
  const [marks = ''] = /^\uFEFF*/.exec(text) ?? [];
  return marks.length > accepted && text.startsWith('---', marks.length)
    ? { kind: 'byte-order-mark', span: span(0, marks.length), marks: accepted }
    : undefined;
}

/** Dashes whose line ends in a lone CR, which the host does not take for a line end. */
export const loneReturn = (dashes: Span): Obstacle => ({ kind: 'line-ends', span: dashes });

/** The block of a host that wants it at the first character, after dashes and a line end only. */
export interface Block {
  /** The lines between the dashes. */
  readonly content: Span;
  readonly closer: Span;
}

/**
 * The block between a first line of three dashes and the next line that begins with dashes, whatever is after them; the reading of
 * the file where there is none.
 */
export function strictBlock({ source: { text }, frontMatter }: AgentFile): Block | Reading {
  const [opener] = /^---\r?\n/.exec(text) ?? [];
  if (opener === undefined) return unseen(excessMarks(text, 0) ?? oddOpener(text));
  const start = opener.length;
  const end = text.indexOf('\n---', start);
  if (end >= 0)
    return {
      content: span(start, end > start && text[end - 1] === '\r' ? end - 1 : end),
      closer: span(end + 1, end + 4),
    };
  // Lines that end in a lone CR have an end for us and none for the program.
  const closer = frontMatter?.closer;
  return unseen(closer !== undefined && closer.start > start ? loneReturn(closer) : undefined);
}

/** What is after the first dashes and is no line end for the host; undefined where no dashes are, or more than white space is after them. */
function oddOpener(text: string): Obstacle | undefined {
  const [whole, spaces = '', cr] = /^---([ \t]*)(\r?)/.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const end = 3 + spaces.length;
  if (spaces !== '' && /^(?:\r|\n|$)/.test(text.slice(end, end + 1)))
    return { kind: 'opener-spaces', span: span(3, end) };
  return cr === '\r' ? loneReturn(span(0, 3)) : undefined;
}

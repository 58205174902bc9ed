/** Puts dashes around fields at the top of a file that has none, so that a host reads them as frontmatter. */
import type { Agent } from '../agent/agent';
import { fileOf, keysOf } from '../hosts/lookup';
import { isDelimiterLine, keyOf } from '../syntax/frontMatter/keyLine';
import { isLineBreak } from '../text/chars';
import { type Edit, insertAt } from '../text/edits';
import { isBlankLine, type Line, lineFrom } from '../text/lines';
import { lineEndOf } from '../text/source';

/**
 * The edits that make the fields at `at` frontmatter, in the order of the text: dashes above them, and dashes below them where
 * there are none.
 * @param at Where the text begins, after a byte order mark.
 * @returns undefined if the first line that is not blank is not a field of the format.
 */
export function enclosingDashes({ file: { source }, format }: Agent, at: number): readonly Edit[] | undefined {
  const { text } = source;
  const first = firstLine(text, at, (line) => !isBlankLine(text, line));
  const key = first && keyOf(text, first);
  if (key?.spaced !== true || !keysOf(format).has(text.slice(key.span.start, key.span.end))) return undefined;
  const end = lineEndOf(source);
  const opening = `---${end}`;
  const closing = firstLine(text, at, (line) => isDelimiterLine(text, line))?.start ?? text.length;
  // Without closing dashes, the frontmatter ends before the first line that cannot be a part of it.
  const { frontMatter } = fileOf(opening + text.slice(at, closing), format);
  if (frontMatter === undefined) return undefined;
  const last = at + frontMatter.content.end - opening.length;
  const edits = [insertAt(at, opening)];
  if (closing < text.length && text.slice(last, closing).trim() === '') return edits;
  const before = isLineBreak(text.charCodeAt(last - 1)) ? '' : end;
  return [...edits, insertAt(last, `${before}---${end}`)];
}

/** The first line from `at` on for which `is` holds. */
function firstLine(text: string, at: number, is: (line: Line) => boolean): Line | undefined {
  for (let from = at; from < text.length; ) {
    const line = lineFrom(text, from);
    if (is(line)) return line;
    from = line.next;
  }
  return undefined;
}

/** Frontmatter with its keys in order, each with the comments above it. */
import type { Format } from '../../hosts/host';
import type { Entry, FrontMatter } from '../../syntax/tree';
import { lineFrom, lineStartAt, skipSpaces } from '../../text/lines';

/** The whole text with the frontmatter's entries sorted. Equal keys and unknown ones keep their order. */
export function sortedFrontMatter(text: string, { content, entries }: FrontMatter, format: Format): string {
  const rankOf = rankIn(format);
  // A second key on the same line, as in `{a: 1, b: 2}`, cannot move by lines.
  if (entries.some((entry) => lineStartAt(text, entry.keySpan.start) !== entry.keySpan.start)) return text;
  const starts = entries.map((entry, i) => chunkStart(text, entry, entries[i - 1]?.span.end ?? content.start));
  const chunks = entries.map((entry, i) => ({
    rank: rankOf(entry.key),
    text: text.slice(starts[i] ?? content.end, starts[i + 1] ?? content.end),
  }));
  const sorted = chunks.toSorted((a, b) => a.rank - b.rank).map((chunk) => chunk.text);
  return text.slice(0, starts[0] ?? content.end) + sorted.join('') + text.slice(content.end);
}

function rankIn({ fields }: Format): (key: string) => number {
  const keys = Object.keys(fields);
  const required = keys.filter((key) => fields[key]?.required === true);
  const order = new Map([...new Set([...required, ...keys])].map((key, i) => [key, i]));
  return (key) => order.get(key) ?? keys.length;
}

/** The start of the comment lines that are directly above the entry, or of the entry's own line. */
function chunkStart(text: string, { keySpan }: Entry, from: number): number {
  let start = keySpan.start;
  while (start > from) {
    const above = lineStartAt(text, beforeBreak(text, start));
    const line = lineFrom(text, above);
    if (above < from || text[skipSpaces(text, line.start, line.end)] !== '#') break;
    start = above;
  }
  return start;
}

/** The end of the line before the one that starts at `lineStart`. */
const beforeBreak = (text: string, lineStart: number): number =>
  lineStart - (text[lineStart - 1] === '\n' && text[lineStart - 2] === '\r' ? 2 : 1);

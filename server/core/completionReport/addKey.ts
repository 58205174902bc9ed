/** Adds a key to a report template in its place, in the style of the keys around it. */
import type { ReportKeyKind } from '../sectionKinds/reportKeys';
import type { AgentFile, Entry } from '../syntax/tree';
import { isWhitespace } from '../text/chars';
import { type Edit, insertAt } from '../text/edits';
import { lineAt, lineContent, lineEndOf } from '../text/source';
import type { Span } from '../text/span';
import type { Report } from './template';

/**
 * The edit that adds `kind` to the report's mapping, after the nearest key that is before it in `order`, or else before
 * the first one after it.
 * @param order The keys of reports as they usually are, `kind.key` among them.
 * @returns undefined where the report contains no mapping to add to.
 */
export function addKey(
  file: AgentFile,
  report: Report,
  kind: ReportKeyKind,
  order: readonly string[],
): Edit | undefined {
  const map = report.rootEntry?.value;
  if (map?.kind !== 'mapping') return undefined;
  const place = order.indexOf(kind.key);
  const rank = ({ key }: Entry): number => order.indexOf(key);
  const nearest = map.entries.reduce<Entry | undefined>(
    (near, entry) => (rank(entry) >= 0 && rank(entry) < place && (!near || rank(near) < rank(entry)) ? entry : near),
    undefined,
  );
  const next = map.entries.find((entry) => rank(entry) > place);
  const before = nearest ?? (next === undefined ? map.entries.at(-1) : undefined);
  const neighbor = before ?? next;
  if (neighbor === undefined) return undefined;
  const write = map.style === 'flow' ? inBraces : onLines;
  return write(file, kind, prefixOf(file, neighbor.keySpan.start), { before, neighbor });
}

interface Neighbors {
  /** The entry after which the key goes; undefined when it goes before `neighbor`. */
  readonly before: Entry | undefined;
  readonly neighbor: Entry;
}

type Write = (
  file: AgentFile,
  kind: ReportKeyKind,
  prefix: string | undefined,
  neighbors: Neighbors,
) => Edit | undefined;

/** In a flow map or JSON: on a separate line if its neighbor is on one. */
const inBraces: Write = (file, kind, prefix, { before, neighbor }) => {
  const gap = prefix === undefined ? ' ' : lineEndOf(file.source) + prefix;
  const place = `"[${kind.place}]"`;
  const text = `"${kind.key}": ${kind.shape === 'list' ? `[${place}]` : place}`;
  return before === undefined
    ? insertAt(neighbor.keySpan.start, `${text},${gap}`)
    : insertAt(before.span.end, `,${gap}${text}`);
};

/** One line or two in block style, indented like its neighbor. */
const onLines: Write = (file, kind, prefix, { before, neighbor }) => {
  if (prefix === undefined) return undefined;
  const end = lineEndOf(file.source);
  const place = `"[${kind.place}]"`;
  const text = kind.shape === 'list' ? `${kind.key}:${end}${prefix}  - ${place}` : `${kind.key}: ${place}`;
  return before === undefined
    ? insertAt(neighbor.keySpan.start, text + end + prefix)
    : insertAt(lineEndBehind(file, before.span), end + prefix + text);
};

/** The text before a key on its line: spaces and block quote marks; undefined for anything else. */
function prefixOf({ source }: AgentFile, keyStart: number): string | undefined {
  const line = lineContent(source, lineAt(source, keyStart));
  const prefix = source.text.slice(line.start, keyStart);
  return /^[ \t>]*$/.test(prefix) ? prefix : undefined;
}

/**
 * The end of the last line of an entry that is not white space, after a comment too; the span of a block scalar ends in blank
 * lines.
 */
function lineEndBehind({ source }: AgentFile, { start, end }: Span): number {
  let last = end;
  while (last > start && isWhitespace(source.text.charCodeAt(last - 1))) last--;
  return lineContent(source, lineAt(source, last)).end;
}

/** Where a cursor stands inside the fence of a report template. */
import { type Nested, nestedAt } from '../syntax/nesting';
import type { AgentFile, Entry, Value } from '../syntax/tree';
import { type Span, span, textAt, touches } from '../text/span';
import { readReport } from './read';
import { type ReportFence, reportFenceOf } from './template';

/** A place in a report template. Keys of `nested.path` count from the report's own map: its root is left out. */
export interface ReportPlace {
  readonly report: ReportFence;
  /** Whether the cursor is at the root key or beside it. */
  readonly above: boolean;
  readonly nested: Nested;
}

/** The place of `offset`, or undefined when it is not inside a report template. */
export function placeInReport(file: AgentFile, offset: number): ReportPlace | undefined {
  const report = reportFenceOf(file);
  if (report === undefined || !touches(report.content, offset) || offset < report.content.start) return undefined;
  const { text } = file.source;
  const isPlain = report.syntax === 'yaml' && report.quotes === 0;
  // Nothing behind the fence may count as a key of it.
  const nested = isPlain
    ? nestedAt(text.slice(0, report.content.end), report.fence.opener.start, offset)
    : nestedInTree(text, report, offset);
  if (nested === undefined) return undefined;
  if (report.root === undefined) return { report, above: false, nested };
  const [first, ...path] = nested.path;
  return first === undefined ? { report, above: true, nested } : { report, above: false, nested: { ...nested, path } };
}

/** Indentation says nothing in JSON, so there only a key that is written already has a place. */
function nestedInTree(text: string, report: ReportFence, offset: number): Nested | undefined {
  const path: string[] = [];
  let entries: readonly Entry[] = readReport(text, report).entries;
  for (;;) {
    const entry = entries.find((candidate) => touches(candidate.span, offset));
    if (entry === undefined) return undefined;
    if (touches(entry.keySpan, offset))
      return {
        path,
        at: 'key',
        key: entry.key,
        span: withoutQuotes(text, entry.keySpan),
        siblings: entries.map(({ key }) => key),
      };
    const value = valueAt(entry.value, offset);
    if (value === undefined) return undefined;
    path.push(entry.key);
    entries = value.kind === 'map' ? value.entries : [];
  }
}

function valueAt(value: Value, offset: number): Value | undefined {
  let found: Value | undefined = value;
  while (found?.kind === 'list') found = found.items.find((item) => touches(item.span, offset))?.value;
  return found;
}

function withoutQuotes(text: string, range: Span): Span {
  const isQuoted = textAt(text, range).startsWith('"') && range.end - range.start > 1;
  return isQuoted ? span(range.start + 1, range.end - 1) : range;
}

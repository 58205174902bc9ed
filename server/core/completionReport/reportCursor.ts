/** Where a cursor is inside the fence of a report template. */
import { nestedInJson } from '../syntax/cursor/jsonNesting';
import { type Nested, nestedAt } from '../syntax/cursor/nesting';
import type { Entry, Value } from '../syntax/tree';
import { lineFrom, lineStartAt, skipSpaces } from '../text/lines';
import { type Span, span, textAt, touches } from '../text/span';
import { keyLinesIn } from './keyLines';
import { masked } from './mask';
import { readReport } from './read';
import type { ReportFence } from './template';

/** A place in a report template. Keys of `nested.path` count from the report's own map: its root is left out. */
export interface ReportCursor {
  readonly report: ReportFence;
  /** Whether the cursor is at the root key or beside it. */
  readonly above: boolean;
  readonly nested: Nested;
  /**
   * Spaces to insert before a key so that it is in the report's mapping, because editors start a new line of Markdown at the
   * margin.
   */
  readonly indent?: string;
  /** In JSON: what a new entry needs around it. */
  readonly commas?: Commas;
}

export interface Commas {
  /** Where the entry before ends, when no comma is after it. */
  readonly missingAt: number | undefined;
  /** Whether another entry follows. */
  readonly isFollowed: boolean;
}

/** The place of `offset`, or undefined when it is not inside a report template. */
export function reportCursorAt(text: string, report: ReportFence, offset: number): ReportCursor | undefined {
  if (!touches(report.content, offset) || offset < report.content.start) return undefined;
  const { nested, commas } = report.syntax === 'json' ? inJson(text, report, offset) : inYaml(text, report, offset);
  if (nested === undefined) return undefined;
  const place = { report, above: false, nested, ...(commas === undefined ? {} : { commas }) };
  if (report.root === undefined) return place;
  const [first, ...path] = nested.path;
  const begun = path.length === 0 ? atMargin(text, report, nested) : undefined;
  return begun ?? (first === undefined ? { ...place, above: true } : { ...place, nested: { ...nested, path } });
}

/** On a line below the root key that contains nothing but the beginning of a key, left of where the report's keys are. */
function atMargin(text: string, report: ReportFence, nested: Nested): ReportCursor | undefined {
  if (report.syntax !== 'yaml' || report.quotes > 0 || nested.at !== 'key' || nested.key !== undefined)
    return undefined;
  const line = lineFrom(text, lineStartAt(text, nested.span.start));
  const isAlone =
    skipSpaces(text, line.start, line.end) >= nested.span.start &&
    skipSpaces(text, nested.span.end, line.end) === line.end;
  const [root, ...keys] = keyLinesIn(text, report.content);
  if (!isAlone || root === undefined || line.start < root.end) return undefined;
  const columnOf = (at: number): number => at - lineStartAt(text, at);
  const [first] = keys;
  const column = first === undefined ? columnOf(root.start) + 2 : columnOf(first.start);
  const siblings = keys.map((key) => textAt(text, key));
  const lacking = column - columnOf(nested.span.start);
  if (lacking <= 0) return undefined;
  const indent = ' '.repeat(lacking);
  return { report, above: false, nested: { ...nested, path: [], siblings }, indent };
}

interface Found {
  readonly nested: Nested | undefined;
  readonly commas?: Commas;
}

function inJson(text: string, { content, quotes }: ReportFence, offset: number): Found {
  const plain = text.slice(0, content.start) + masked(text, content, 'json', quotes);
  const nested = nestedInJson(plain, content, offset);
  if (nested === undefined) return { nested };
  return { nested, commas: { missingAt: nested.lacksComma, isFollowed: nested.isFollowed } };
}

function inYaml(text: string, report: ReportFence, offset: number): Found {
  if (report.quotes > 0) return { nested: nestedInTree(text, report, offset) };
  // Nothing after the code block is a key of it.
  return { nested: nestedAt(text.slice(0, report.content.end), report.fence.opener.start, offset) };
}

/** In a block quote columns are unreliable, so only existing keys have a place. */
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
    entries = value.kind === 'mapping' ? value.entries : [];
  }
}

function valueAt(value: Value, offset: number): Value | undefined {
  let found: Value | undefined = value;
  while (found?.kind === 'sequence') found = found.items.find((item) => touches(item.span, offset))?.value;
  return found;
}

function withoutQuotes(text: string, range: Span): Span {
  const isQuoted = textAt(text, range).startsWith('"') && range.end - range.start > 1;
  return isQuoted ? span(range.start + 1, range.end - 1) : range;
}

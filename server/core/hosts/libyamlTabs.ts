/** Finds the tabs that `libyaml` refuses at the start of a line although YAML 1.2 allows them. */
import type { Entry, Scalar, Value } from '../syntax/tree';
import { isWhitespace } from '../text/chars';
import { lineFrom } from '../text/lines';
import { type Span, span } from '../text/span';
import type { Objection } from './reading';

/**
 * The first tab that the program refuses: in the white space at the start of a line, and after a dash. It takes them in quoted text,
 * between the parts of a flow collection, and after the spaces that indent a text over several lines.
 */
export function tabObjection(text: string, content: Span, entries: readonly Entry[]): Objection | undefined {
  if (!text.slice(content.start, content.end).includes('\t')) return undefined;
  const values = entries.flatMap(({ value }) => leavesOf(value));
  let next = 0;
  let around: Around | undefined;
  for (let at = content.start; at < content.end; ) {
    const line = lineFrom(text, at);
    while ((values[next]?.span.end ?? line.start) <= line.start && next < values.length) next++;
    const value = values[next];
    if (value === undefined || value.span.start >= line.start) around = undefined;
    else if (around?.value !== value) around = aroundOf(text, value);
    const [space = ''] = /^[ \t]*(?:-[ \t]+)*/.exec(text.slice(line.start, Math.min(line.end, content.end))) ?? [];
    const tab = space.indexOf('\t');
    if (tab >= 0 && !isFine(text, line.start, tab, around))
      return {
        span: span(line.start + tab, line.start + tab + 1),
        what: 'it allows no tab at the start of a line; use spaces',
      };
    at = line.next;
  }
  return undefined;
}

/** The scalars and flow collections in a value, in file order. */
export function leavesOf(value: Value): readonly Value[] {
  if (value.kind === 'sequence' && value.style === 'block') return value.items.flatMap((item) => leavesOf(item.value));
  if (value.kind === 'mapping' && value.style === 'block')
    return value.entries.flatMap((entry) => leavesOf(entry.value));
  return [value];
}

/** A value that began on an earlier line. */
interface Around {
  readonly value: Value;
  /** How many spaces come before a tab at least. */
  readonly indent: number;
}

function aroundOf(text: string, value: Value): Around {
  if (value.kind !== 'scalar') return { value, indent: 1 };
  const { style } = value;
  return {
    value,
    indent: style === 'plain' ? 1 : style === 'single' || style === 'double' ? 0 : indentOf(text, value),
  };
}

/** @param tab How many characters are before the tab on its line. */
function isFine(text: string, lineStart: number, tab: number, around: Around | undefined): boolean {
  if (around === undefined) return false;
  if (tab >= around.indent) return true;
  // In a flow collection, the tab can only be part of a plain value.
  return around.value.kind !== 'scalar' && MARKS.includes(lastBefore(text, lineStart, around.value.span.start));
}

const MARKS = '[{,:"\'';

/** The last character before `at` that is not white space. */
function lastBefore(text: string, at: number, start: number): string {
  let last = at - 1;
  while (last > start && isWhitespace(text.charCodeAt(last))) last--;
  return text.charAt(last);
}

/** How many spaces indent a block of text; infinite where its first line has a tab among them. */
function indentOf(text: string, { inner }: Scalar): number {
  for (let at = inner.start; at < inner.end; ) {
    const line = lineFrom(text, at);
    const [space = ''] = /^[ \t]*/.exec(text.slice(line.start, Math.min(line.end, inner.end))) ?? [];
    if (line.start + space.length < line.end) return space.includes('\t') ? Number.POSITIVE_INFINITY : space.length;
    at = line.next;
  }
  return Number.POSITIVE_INFINITY;
}

/** Selection ranges: what "expand selection" selects, step by step, from the word under the cursor to the whole file. */

import type { SelectionRange } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import type { Format } from '../../hosts/host';
import { tagPairs } from '../../syntax/body/tagPairs';
import { listItems, type NameSeparators } from '../../syntax/lists/items';
import type { AgentFile, Body, Entry, FrontMatter, Section, Value } from '../../syntax/tree';
import { append } from '../../text/append';
import { isLineBreak, isWhitespace } from '../../text/chars';
import { skipSpaces } from '../../text/lines';
import { lineAt, lineContent } from '../../text/source';
import { covers, type Span, span, touches } from '../../text/span';
import { wordAround } from '../../text/wordAt';
import { holdsNames } from '../nameFields';
import { rangeOf } from '../ranges';

/**
 * The ranges around `offset`, the innermost first, each within its parent.
 * In the frontmatter: word, item, list, entry, frontmatter. In the body: word, code or link, line, block, tags, section and the
 * sections around it. In a fence: word, line, content, fence. The file is around all of them.
 */
export function selectionAt(agent: Agent, offset: number): SelectionRange {
  const { file, format } = agent;
  const { source, frontMatter, body } = file;
  const { text } = source;
  const line = lineContent(source, lineAt(source, offset));
  const isInFrontMatter = frontMatter !== undefined && offset < frontMatter.span.end;
  const spans = [
    wordAround(text, line, offset),
    span(skipSpaces(text, line.start, line.end), line.end),
    ...(isInFrontMatter ? inFrontMatter(text, frontMatter, offset, format) : []),
    // The body may be in one of the fields.
    ...(!isInFrontMatter || touches(body.span, offset) ? inBody(text, body, offset) : []),
    span(0, text.length),
  ];
  return chain(file, spans, offset);
}

/** Links the spans around the cursor, from small to large; one that crosses a smaller one is skipped. */
function chain(file: AgentFile, spans: readonly Span[], offset: number): SelectionRange {
  const sorted = spans
    .filter((range) => range.start < range.end && touches(range, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const nested: Span[] = [];
  for (const range of sorted) {
    const inner = nested.at(-1);
    if (inner === undefined || (covers(range, inner) && range.end - range.start > inner.end - inner.start))
      nested.push(range);
  }
  // The file itself contains every cursor; it may be empty.
  let result: SelectionRange = { range: rangeOf(file.source, span(0, file.source.text.length)) };
  for (const range of nested.reverse().slice(1)) result = { range: rangeOf(file.source, range), parent: result };
  return result;
}

function inFrontMatter(text: string, frontMatter: FrontMatter, offset: number, format: Format): readonly Span[] {
  const spans: Span[] = [
    frontMatter.span,
    withoutBreak(text, frontMatter.span),
    withoutBreak(text, frontMatter.content),
  ];
  let entries: readonly Entry[] = frontMatter.entries;
  for (let entry = entryAt(entries, offset); entry !== undefined; entry = entryAt(entries, offset)) {
    spans.push(entry.span, entry.keySpan);
    const isNames = holdsNames(format, entry.key);
    entries = [];
    let value: Value | undefined = entry.value;
    while (value !== undefined) {
      append(spans, spansOf(text, value, isNames ? format.splitsNamesAt : undefined));
      if (value.kind === 'mapping') entries = value.entries;
      const item: { readonly span: Span; readonly value: Value } | undefined =
        value.kind === 'sequence' ? value.items.find((one) => touches(one.span, offset)) : undefined;
      if (item !== undefined) spans.push(item.span);
      value = item?.value;
    }
  }
  return spans;
}

const entryAt = (entries: readonly Entry[], offset: number): Entry | undefined =>
  entries.find((entry) => touches(entry.span, offset));

/** The value, the text between its quotes, and the names in a string with commas. */
function spansOf(text: string, value: Value, separators: NameSeparators | undefined): readonly Span[] {
  if (value.kind !== 'scalar') return [value.span];
  const names = separators === undefined ? [] : listItems(text, value, separators).map((item) => item.span);
  return [value.span, withoutBreak(text, value.inner), ...names];
}

function inBody(text: string, body: Body, offset: number): readonly Span[] {
  const spans: Span[] = [body.span];
  for (let section: Section | undefined = body.root; section !== undefined; ) {
    if (section.level > 0) spans.push(filled(text, section.span, offset), section.heading, section.titleSpan);
    section = section.children.findLast((child) => child.span.start <= offset && offset <= child.span.end);
  }
  const pseudoHeading = body.pseudoHeadings.find((one) => one.form === 'bold' && touches(one.span, offset));
  if (pseudoHeading !== undefined)
    spans.push(filled(text, pseudoHeading.span, offset), pseudoHeading.heading, pseudoHeading.titleSpan);
  const block = body.blocks.find((one) => one.span.start <= offset && offset < one.span.end);
  if (block !== undefined && block.kind !== 'blank') spans.push(withoutBreak(text, block.span));
  const fence = body.fences.find((one) => touches(one.span, offset));
  if (fence !== undefined) spans.push(fence.span, withoutBreak(text, fence.content));
  const reference = body.inlines.find((one) => touches(one.span, offset));
  if (reference !== undefined) spans.push(reference.span);
  for (const { open, close } of tagPairs(text, body.tags)) {
    spans.push(span(open.start, close.end), withoutBreak(text, afterBreak(text, span(open.end, close.start))));
  }
  return spans;
}

/** The section without the blank lines at its end, unless the cursor is in them. */
function filled(text: string, { start, end }: Span, offset: number): Span {
  let stop = end;
  while (stop > start && isWhitespace(text.charCodeAt(stop - 1))) stop--;
  return span(start, offset <= stop ? stop : end);
}

/** Without the line end at the end of the span. */
function withoutBreak(text: string, { start, end }: Span): Span {
  let stop = end;
  if (stop > start && text[stop - 1] === '\n') stop--;
  if (stop > start && text[stop - 1] === '\r') stop--;
  return span(start, stop);
}

/** Without the line end at the start of the span. */
function afterBreak(text: string, { start, end }: Span): Span {
  let from = start;
  while (from < end && from < start + 2 && isLineBreak(text.charCodeAt(from))) from++;
  return span(from, end);
}

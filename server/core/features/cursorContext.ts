/** Resolves an offset for all cursor features: what it is in, and what would be replaced there. */

import type { Agent } from '../agent/agent';
import { reportCursorAt } from '../completionReport/reportCursor';
import { lookup } from '../hosts/lookup';
import { sectionKindOf } from '../sectionKinds/recognize';
import { nestedInJson } from '../syntax/cursor/jsonNesting';
import { nestedAt } from '../syntax/cursor/nesting';
import { type Item, listItems, type NameSeparators } from '../syntax/lists/items';
import type { AgentFile, Entry, FrontMatter, Section, Value } from '../syntax/tree';
import { skipSpaces } from '../text/lines';
import { lineAt, lineContent, type Source } from '../text/source';
import { type Span, span, touches, trimmed } from '../text/span';
import { wordAround } from '../text/wordAt';
import type { CursorContext } from './cursorPlaces';
import { contextInToml } from './cursorToml';

export type { CursorContext } from './cursorPlaces';

/** Resolves an offset. Every offset of every file has a context. */
export function contextAt(agent: Agent, offset: number): CursorContext {
  const { file } = agent;
  if (agent.format.notation === 'json') return contextInJson(agent, offset);
  const { frontMatter } = file;
  if (agent.format.notation === 'toml')
    return isInPrompt(file, offset) ? contextInBody(agent, offset) : contextInToml(agent, offset);
  const start = startAt(agent, offset);
  if (start !== undefined) return { kind: 'start', span: start };
  if (frontMatter === undefined) return contextInBody(agent, offset);
  const { closer, content, opener } = frontMatter;
  if (offset < content.start || lineAt(file.source, offset) === lineAt(file.source, opener.start))
    return { kind: 'delimiter', span: opener };
  if (closer !== undefined && offset >= closer.start && touches(lineOf(file.source, closer.start), offset))
    return { kind: 'delimiter', span: closer };
  const isInside =
    closer === undefined
      ? offset <= content.end || isBegunKey(file.source, frontMatter, offset)
      : offset < closer.start;
  return isInside ? contextInFrontMatter(agent, frontMatter, offset) : contextInBody(agent, offset);
}

/** Whether an offset is in the body of a file whose body is a string among its fields. Without one the body is after all text. */
const isInPrompt = ({ body, source }: AgentFile, offset: number): boolean =>
  body.span.start < source.text.length && touches(body.span, offset);

/** A place in a file that is one JSON object. Keys and strings are replaced with their quotes. */
function contextInJson({ file, format }: Agent, offset: number): CursorContext {
  const { text } = file.source;
  const place = nestedInJson(text, span(file.frontMatter?.span.start ?? 0, text.length), offset);
  if (place === undefined) return { kind: 'prose', span: span(offset, offset) };
  const [top = place.key, ...path] = place.path;
  const entry = file.frontMatter?.entries.findLast(
    ({ key, keySpan }) => key === top && keySpan.start <= Math.max(offset, place.span.end),
  );
  if (place.path.length === 0 && place.at === 'key') return { kind: 'key', span: place.span, entry };
  const field = top === undefined ? undefined : lookup(format.fields, top);
  if (entry === undefined) return { kind: 'prose', span: place.span };
  if (place.path.length === 0) return { kind: 'value', span: place.span, entry, field };
  return field === undefined
    ? { kind: 'prose', span: place.span }
    : { kind: 'nested', span: place.span, entry, field, nested: { ...place, path } };
}

/** What frontmatter would replace on the first line, if there are no fields yet: nothing, or the dashes that are typed. */
function startAt({ file: { frontMatter, source } }: Agent, offset: number): Span | undefined {
  if (lineAt(source, offset) > 0) return undefined;
  if (frontMatter !== undefined)
    return frontMatter.closer === undefined && frontMatter.language === '' && frontMatter.entries.length === 0
      ? frontMatter.opener
      : undefined;
  const { start, end } = lineOf(source, offset);
  const first = source.text.slice(start, end).trim();
  if (first === '-' || first === '--') {
    const dashes = trimmed(source.text, span(start, end));
    return touches(dashes, offset) ? dashes : undefined;
  }
  return source.text.slice(start, offset).trim() === '' ? span(offset, offset) : undefined;
}

/** Whether the cursor is in the first letters of a key: a single word after frontmatter that is not closed yet. */
function isBegunKey(source: Source, { content }: FrontMatter, offset: number): boolean {
  const line = lineOf(source, offset);
  const word = wordAround(source.text, line, offset);
  return (
    word.start === line.start &&
    word.end === line.end &&
    word.end > word.start &&
    source.text[word.start] !== '-' &&
    source.text.slice(content.end, line.start).trim() === ''
  );
}

function contextInFrontMatter(agent: Agent, frontMatter: FrontMatter, offset: number): CursorContext {
  const { file } = agent;
  const { text } = file.source;
  const line = lineOf(file.source, offset);
  const entry = frontMatter.entries.findLast((candidate) => candidate.keySpan.start <= offset);
  if (entry !== undefined && touches(entry.keySpan, offset)) return { kind: 'key', span: entry.keySpan, entry };
  if (entry === undefined || startsNewKey(text, line, entry, offset))
    return { kind: 'key', span: wordAround(text, line, offset), entry: undefined };
  if (isComment(text, line, entry.value, offset)) return { kind: 'comment', span: span(offset, offset) };
  return contextInValue(agent, line, entry, offset);
}

/** A line at column 0 begins a key unless a value that may span lines (quoted, block, flow) still runs there. */
function startsNewKey(text: string, line: Span, entry: Entry, offset: number): boolean {
  if (entry.keySpan.start >= line.start) return false;
  const first = skipSpaces(text, line.start, line.end);
  const { value } = entry;
  if (first === line.end) {
    // A blank line: still inside a value only when that value continues after it, or when the cursor is indented into it.
    return offset >= value.span.end ? offset === line.start : value.kind === 'broken';
  }
  if (first > line.start || text[first] === '-' || text[first] === '#') return false;
  if (value.kind === 'scalar' && value.style !== 'plain' && offset < value.span.end) return false;
  return !(
    (value.kind === 'sequence' || value.kind === 'mapping') &&
    value.style === 'flow' &&
    offset < value.span.end
  );
}

/** The items of a value. Where a host splits no text, one that is in place of a list is about to become its first item. */
function itemsOf(text: string, value: Value, separators: NameSeparators): readonly Item[] {
  return separators === 'none' && value.kind === 'scalar' && value.type === 'string'
    ? [{ text: value.text, span: value.inner, index: 0 }]
    : listItems(text, value, separators);
}

function contextInValue(agent: Agent, line: Span, entry: Entry, offset: number): CursorContext {
  const { file, format } = agent;
  const field = lookup(format.fields, entry.key);
  const kind = field?.shape.kind;
  if (field !== undefined && (kind === 'tools' || kind === 'names')) {
    const items = itemsOf(file.source.text, entry.value, format.splitsNamesAt);
    const item = items.find((candidate) => touches(candidate.span, offset));
    return {
      kind: 'item',
      span: item?.span ?? span(offset, offset),
      entry,
      field,
      item,
      others: items.filter((other) => other !== item),
    };
  }
  if (field !== undefined && (kind === 'mapping' || kind === 'sequence') && line.start > entry.keySpan.start) {
    const nested = nestedAt(file.source.text, entry.keySpan.start, offset);
    return { kind: 'nested', span: nested.span, entry, field, nested };
  }
  const { value } = entry;
  const shown = value.kind === 'scalar' ? value.inner : value.span;
  const isOnIt = value.kind !== 'missing' && touches(shown, offset);
  const isOneLine = shown.end <= line.end;
  return { kind: 'value', span: isOnIt && isOneLine ? shown : span(offset, offset), entry, field };
}

function isComment(text: string, line: Span, value: Value, offset: number): boolean {
  if (value.kind !== 'missing' && offset <= value.span.end && value.span.end > line.start && value.span.start < offset)
    return false;
  const from = Math.max(line.start, value.span.end <= offset ? value.span.end : line.start);
  const hash = text.indexOf('#', from);
  return (
    hash >= 0 &&
    hash < offset &&
    hash < line.end &&
    (hash === line.start || text[hash - 1] === ' ' || text[hash - 1] === '\t')
  );
}

function contextInBody({ file, report: reportOf }: Agent, offset: number): CursorContext {
  const { text } = file.source;
  const { body } = file;
  const fence = body.fences.find((candidate) => offset >= candidate.span.start && offset <= candidate.span.end);
  if (fence !== undefined) {
    const report = reportOf();
    const place = report === undefined ? undefined : reportCursorAt(text, report, offset);
    return place?.report.fence === fence
      ? { kind: 'report', span: place.nested.span, fence, place }
      : { kind: 'fence', span: fence.span, fence };
  }
  const section = headingAt(body.root, offset);
  if (section !== undefined) return { kind: 'heading', span: section.titleSpan, section, level: section.level };
  const line = lineOf(file.source, offset);
  const level = hashes(text, line);
  // `##` and `## ` are headings about to be typed; CommonMark sees a heading there too, but without a title.
  if (level > 0 && offset >= line.start + level)
    return {
      kind: 'heading',
      span: span(skipSpaces(text, line.start + level, offset), line.end),
      section: undefined,
      level,
    };
  const pseudoHeading = body.pseudoHeadings.find(({ heading }) => touches(heading, offset));
  if (pseudoHeading !== undefined && sectionKindOf(pseudoHeading.title) !== undefined)
    return { kind: 'pseudoHeading', span: pseudoHeading.titleSpan, section: pseudoHeading };
  const reference = body.inlines.find((candidate) => touches(candidate.span, offset));
  return reference === undefined
    ? { kind: 'prose', span: span(offset, offset) }
    : { kind: 'reference', span: reference.span, reference };
}

function headingAt(root: Section, offset: number): Section | undefined {
  let found: Section | undefined;
  let current: Section | undefined = root;
  while (current !== undefined) {
    if (current.level > 0 && current.titleSpan.end > current.titleSpan.start && touches(current.heading, offset))
      found = current;
    current = current.children.findLast((child) => child.heading.start <= offset);
  }
  return found;
}

function hashes(text: string, line: Span): number {
  let count = 0;
  while (line.start + count < line.end && text[line.start + count] === '#') count++;
  const after = line.start + count;
  return count >= 1 && count <= 6 && (after === line.end || text[after] === ' ') ? count : 0;
}

/** The content of the line that contains `offset`. */
const lineOf = (source: Source, offset: number): Span => lineContent(source, lineAt(source, offset));

/** Folding ranges: the frontmatter and what nests in it, sections, fenced blocks, tags, comments. */

import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { sectionKindOf } from '../../sectionKinds/recognize';
import { tagPairs } from '../../syntax/body/tagPairs';
import type { AgentFile, Entry, Section, Value } from '../../syntax/tree';
import { skipSpaces } from '../../text/lines';
import { lineAt, lineContent } from '../../text/source';
import { type Span, span } from '../../text/span';

/** The folding ranges of a file, by start line; without ranges of a single line and without duplicates. */
export function foldingOf(agent: Agent): readonly FoldingRange[] {
  const { file } = agent;
  const { text } = file.source;
  const pairs = tagPairs(text, file.body.tags);
  const spans: Span[] = [
    // Fields that are the whole file have nothing to fold them into.
    ...(file.frontMatter === undefined || agent.format.notation !== undefined ? [] : [file.frontMatter.span]),
    ...valueSpans(file.frontMatter?.entries ?? []),
    ...valueSpans(reportEntries(agent)),
    ...sectionSpans(file),
    ...file.body.pseudoHeadings.filter(isKnownLine).map((pseudoHeading) => pseudoHeading.span),
    ...file.body.fences.map((fence) => fence.span),
    ...pairs.map(({ open, close }) => span(open.start, close.end)),
  ];
  const ranges = [
    ...spans.map((range): FoldingRange => folded(file, range)),
    ...[...frontMatterComments(file), ...bodyComments(file)].map(
      (range): FoldingRange => ({
        ...folded(file, range),
        kind: FoldingRangeKind.Comment,
      }),
    ),
  ]
    .filter(({ startLine, endLine }) => endLine > startLine)
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  return ranges.filter(({ startLine, endLine }, i) => {
    const before = ranges[i - 1];
    return before?.startLine !== startLine || before.endLine !== endLine;
  });
}

function folded(file: AgentFile, range: Span): FoldingRange {
  return { startLine: lineAt(file.source, range.start), endLine: lastTextLine(file, range) };
}

/** A tag folds as every tag does. */
const isKnownLine = ({ form, title }: Section): boolean => form === 'bold' && sectionKindOf(title) !== undefined;

function sectionSpans(file: AgentFile): readonly Span[] {
  const spans: Span[] = [];
  const pending: Section[] = [...file.body.root.children];
  for (let section = pending.pop(); section !== undefined; section = pending.pop()) {
    spans.push(section.span);
    for (const child of section.children) pending.push(child);
  }
  return spans;
}

/** Fields with their values, and the items and keys below them. */
function valueSpans(entries: readonly Entry[]): readonly Span[] {
  const spans: Span[] = [];
  const pending: Value[] = [];
  for (const entry of entries) {
    spans.push(entry.span);
    pending.push(entry.value);
  }
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    const parts = value.kind === 'sequence' ? value.items : value.kind === 'mapping' ? value.entries : [];
    for (const part of parts) {
      spans.push(part.span);
      pending.push(part.value);
    }
  }
  return spans;
}

/** The keys of the report template, under their root where it has one. */
function reportEntries(agent: Agent): readonly Entry[] {
  const report = agent.report();
  return report?.rootEntry === undefined ? (report?.entries ?? []) : [report.rootEntry];
}

/** Runs of lines in the frontmatter that are nothing but comments. What looks like one inside a string does not count. */
function frontMatterComments(file: AgentFile): readonly Span[] {
  const { frontMatter, source } = file;
  if (frontMatter === undefined) return [];
  const values = frontMatter.entries.map((entry) => entry.value).filter((value) => value.kind === 'scalar');
  const runs: Span[] = [];
  let next = 0;
  let start: number | undefined;
  const last = lineAt(source, frontMatter.content.end);
  for (let number = lineAt(source, frontMatter.content.start); number <= last; number++) {
    const line = lineContent(source, number);
    while ((values[next]?.span.end ?? Number.POSITIVE_INFINITY) <= line.start) next++;
    const isText = (values[next]?.span.start ?? Number.POSITIVE_INFINITY) < line.start;
    const isComment =
      line.start < frontMatter.content.end &&
      !isText &&
      source.text[skipSpaces(source.text, line.start, line.end)] === '#';
    if (isComment) start ??= line.start;
    else if (start !== undefined) {
      runs.push(span(start, line.start));
      start = undefined;
    }
  }
  return runs;
}

/** `<!-- … -->` blocks of the body. */
const bodyComments = ({ body, source }: AgentFile): readonly Span[] =>
  body.blocks
    .filter(({ kind, span: { start, end } }) => kind === 'html' && isComment(source.text, span(start, end)))
    .map((block) => block.span);

const isComment = (text: string, { start, end }: Span): boolean =>
  text.startsWith('<!--', skipSpaces(text, start, end));

/** The last line of the span that is not white space, so that the gap before the next heading stays visible. */
function lastTextLine(file: AgentFile, { start, end }: Span): number {
  const first = lineAt(file.source, start);
  let line = lineAt(file.source, Math.max(start, end - 1));
  while (line > first) {
    const content = lineContent(file.source, line);
    if (file.source.text.slice(content.start, content.end).trim() !== '') break;
    line--;
  }
  return line;
}

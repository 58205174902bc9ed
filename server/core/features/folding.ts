/** Folding ranges: the header, each section, each fenced block. */
import type { FoldingRange } from 'vscode-languageserver-types';
import type { AgentFile, Section } from '../syntax/tree';
import { lineAt, lineContent } from '../text/source';
import type { Span } from '../text/span';

/** The folding ranges of a file, by start line; ranges of a single line are left out. */
export function foldingOf(file: AgentFile): readonly FoldingRange[] {
  const spans: Span[] = file.header === undefined ? [] : [file.header.span];
  const pending: Section[] = [...file.body.root.children];
  for (let section = pending.pop(); section !== undefined; section = pending.pop()) {
    spans.push(section.span);
    for (const child of section.children) pending.push(child);
  }
  for (const fence of file.body.fences) spans.push(fence.span);
  return spans
    .map((range) => ({ startLine: lineAt(file.source, range.start), endLine: lastTextLine(file, range) }))
    .filter(({ startLine, endLine }) => endLine > startLine)
    .sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}

/** The last line of the span that is not blank, so that the gap before the next heading stays visible. */
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

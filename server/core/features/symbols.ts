/** Document symbols: the header's fields and the tree of headings, for outline, breadcrumbs and "go to symbol". */
import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { AgentFile, Entry, Section, Value } from '../syntax/tree';
import { type Span, span } from '../text/span';
import { rangeOf } from './ranges';

/** The symbols of a file, in file order. */
export function symbolsOf(file: AgentFile): readonly DocumentSymbol[] {
  const fields = (file.header?.entries ?? [])
    .filter((entry) => entry.key !== '')
    .map((entry) => fieldSymbol(file, entry));
  return [...fields, ...sectionSymbols(file)];
}

function fieldSymbol(file: AgentFile, entry: Entry): DocumentSymbol {
  return symbol(file, entry.key, SymbolKind.Property, entry.span, entry.keySpan, detailOf(entry.value));
}

function detailOf(value: Value): string {
  if (value.kind === 'scalar') return value.text.slice(0, 80).replace(/[\r\n]/g, ' ');
  if (value.kind === 'list') return `${value.items.length} ${value.items.length === 1 ? 'item' : 'items'}`;
  return value.kind === 'map' ? `${value.entries.length} ${value.entries.length === 1 ? 'key' : 'keys'}` : '';
}

/** Headings nest at most six deep, whatever their number, so a stack of open symbols replaces recursion. */
function sectionSymbols(file: AgentFile): readonly DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const pending: { readonly section: Section; readonly into: DocumentSymbol[] }[] = [];
  const push = (sections: readonly Section[], into: DocumentSymbol[]): void => {
    for (const section of sections.toReversed()) pending.push({ section, into });
  };
  push(file.body.root.children, roots);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { section, into } = next;
    const children: DocumentSymbol[] = [];
    const name = section.title.trim() === '' ? `(heading ${section.level})` : section.title;
    into.push({ ...symbol(file, name, SymbolKind.String, section.span, section.heading, ''), children });
    push(section.children, children);
  }
  return roots;
}

function symbol(
  file: AgentFile,
  name: string,
  kind: SymbolKind,
  whole: Span,
  selection: Span,
  detail: string,
): DocumentSymbol {
  // LSP demands that the selection lies in the range.
  const outer = span(Math.min(whole.start, selection.start), Math.max(whole.end, selection.end));
  return { name, kind, detail, range: rangeOf(file.source, outer), selectionRange: rangeOf(file.source, selection) };
}

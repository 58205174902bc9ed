/** Document symbols: the frontmatter's fields and the tree of headings, for outline, breadcrumbs and "go to symbol". */

import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { Agent } from '../../agent/agent';
import { entryByRole } from '../../agent/fields';
import { sectionsAt } from '../../completionReport/template';
import { sectionKindOf } from '../../sectionKinds/recognize';
import type { AgentFile, Entry, Section, Value } from '../../syntax/tree';
import { lazyFor } from '../../text/lazy';
import { lineAt, positionAt } from '../../text/source';
import { covers, type Span, span } from '../../text/span';
import { tokensText } from '../../text/tokenEstimate';
import { asLine, MAX_TITLE } from '../../text/visible';
import { rangeOf } from '../ranges';
import { type Contents, contentsOf, sectionDetail } from './sectionDetail';

/** The symbols of a file, in file order. Clients ask for them several times: for the outline, the breadcrumbs, the search. */
export const symbolsOf: (agent: Agent) => readonly DocumentSymbol[] = lazyFor((agent) => {
  const fields = fieldSymbolsOf(agent);
  const sections = sectionSymbols(agent);
  const prompt = entryByRole(agent, 'prompt-text')?.key;
  // Where the body is in a field, its sections are below that field.
  return fields.some(({ name }) => name === prompt)
    ? fields.map((field) => (field.name === prompt ? { ...field, children: [...sections] } : field))
    : [...fields, ...sections];
});

/** The headings with their places, to compare two versions of a text. */
export const headingsText = ({ file }: Agent): string => {
  const lines: string[] = [];
  const pending = [...file.body.root.children];
  for (let section = pending.pop(); section !== undefined; section = pending.pop()) {
    lines.push(`${lineAt(file.source, section.heading.start)} ${section.level} ${section.title}`);
    for (const child of section.children) pending.push(child);
  }
  return lines.join('\n');
};

/** A symbol to add, and its parent. A list of these replaces recursion. */
interface Pending<T> {
  readonly node: T;
  readonly into: DocumentSymbol[];
}

/**
 * The fields alone, for editors that show headings themselves; with the keys below them: events below `hooks`, servers below
 * `mcpServers`. The description also says its size.
 */
export const fieldSymbolsOf: (agent: Agent) => readonly DocumentSymbol[] = lazyFor((agent) => {
  const { file } = agent;
  const purpose = entryByRole(agent, 'purpose');
  const tokens = agent.tokens.description();
  const detailOf = (entry: Entry): string =>
    entry === purpose && tokens > 0 ? `${tokensText(tokens)} · ${valueDetail(entry)}` : valueDetail(entry);
  return entrySymbols(file, file.frontMatter?.entries ?? [], SymbolKind.Key, detailOf);
});

/** The entries, and the keys below them as `nested`, to any depth. */
function entrySymbols(
  file: AgentFile,
  entries: readonly Entry[],
  nested: SymbolKind,
  detailOf = valueDetail,
): readonly DocumentSymbol[] {
  const roots: DocumentSymbol[] = [];
  const pending: Pending<Entry>[] = [];
  const push = (entries: readonly Entry[], into: DocumentSymbol[]): void => {
    for (const node of entries.toReversed()) if (node.key !== '') pending.push({ node, into });
  };
  push(entries, roots);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, into } = next;
    const kind = into === roots ? SymbolKind.Property : nested;
    const children: DocumentSymbol[] = [];
    const shown = symbol(file, node.key, kind, node.span, node.keySpan, asLine(detailOf(node), MAX_TITLE));
    const below = entriesBelow(node.value);
    into.push(below.length === 0 ? shown : { ...shown, children });
    push(below, children);
  }
  return roots;
}

/** The keys of a map, or of the maps in a list. */
function entriesBelow(value: Value): readonly Entry[] {
  if (value.kind === 'mapping') return value.entries;
  return value.kind === 'sequence' ? value.items.flatMap((item) => entriesOf(item.value)) : [];
}

const entriesOf = (value: Value): readonly Entry[] => (value.kind === 'mapping' ? value.entries : []);

function valueDetail({ value }: Entry): string {
  if (value.kind === 'scalar') return value.text.slice(0, 80).replace(/[\r\n]/g, ' ');
  if (value.kind === 'sequence') return `${value.items.length} ${value.items.length === 1 ? 'item' : 'items'}`;
  return value.kind === 'mapping' ? `${value.entries.length} ${value.entries.length === 1 ? 'key' : 'keys'}` : '';
}

/** Headings nest at most six deep, whatever their number, so a stack of open symbols replaces recursion. */
function sectionSymbols(agent: Agent): readonly DocumentSymbol[] {
  const { file } = agent;
  const contents = contentsOf(file);
  const report = agent.report();
  const reportEntries = report?.rootEntry === undefined ? (report?.entries ?? []) : [report.rootEntry];
  const reportSymbols = entrySymbols(file, reportEntries, SymbolKind.Property);
  const pseudoHeadings = pseudoHeadingsBySection(file);
  /** The symbols in a section's own text, before its sub-sections. */
  const ownSymbols = (section: Section): DocumentSymbol[] => {
    const ofReport = report?.section === section ? reportSymbols : [];
    const pseudo = pseudoHeadings.get(section);
    // Most sections have neither.
    if (pseudo === undefined) return [...ofReport];
    return [...ofReport, ...pseudo.map((one) => sectionSymbol(agent, one, contents))].sort(
      (a, b) => a.range.start.line - b.range.start.line,
    );
  };
  // Before the first heading they are in no section.
  const roots = ownSymbols(file.body.root);
  const pending: Pending<Section>[] = [];
  const push = (sections: readonly Section[], into: DocumentSymbol[]): void => {
    for (let i = sections.length - 1; i >= 0; i--) {
      const node = sections[i];
      if (node !== undefined) pending.push({ node, into });
    }
  };
  push(file.body.root.children, roots);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, into } = next;
    const children = ownSymbols(node);
    const shown = sectionSymbol(agent, node, contents);
    into.push(shown);
    // Most sections have nothing below them, and an answer without empty lists is shorter.
    if (children.length > 0 || node.children.length > 0) shown.children = children;
    push(node.children, children);
  }
  return roots;
}

function sectionSymbol(agent: Agent, section: Section, contents: Contents): DocumentSymbol {
  const { form, level, title, span, heading } = section;
  const name = title.trim() === '' ? `(heading ${level})` : form === 'tag' ? `<${title}>` : title;
  return symbol(
    agent.file,
    name,
    sectionKind(section, contents),
    span,
    heading,
    sectionDetail(agent, section, contents),
  );
}

/**
 * The bold lines and tags that the catalogue knows, by the innermost section of a heading that they are in. A tag around
 * headings is left out, because it lies in none of their sections, and so is a tag in another one: tags nest without end, and
 * each would be measured as a whole.
 */
function pseudoHeadingsBySection({ body }: AgentFile): ReadonlyMap<Section, readonly Section[]> {
  const found = new Map<Section, Section[]>();
  let end = 0;
  for (const pseudoHeading of body.pseudoHeadings) {
    const isInTag = pseudoHeading.form === 'tag' && pseudoHeading.span.start < end;
    if (isInTag || sectionKindOf(pseudoHeading.title) === undefined) continue;
    if (pseudoHeading.form === 'tag') end = pseudoHeading.span.end;
    const around = sectionsAt(body.root, pseudoHeading.span).at(-1);
    const next = around?.children[0];
    if (around === undefined || !covers(around.span, pseudoHeading.span)) continue;
    if (next !== undefined && covers(pseudoHeading.span, next.heading)) continue;
    const list = found.get(around);
    if (list === undefined) found.set(around, [pseudoHeading]);
    else list.push(pseudoHeading);
  }
  return found;
}

/**
 * The symbol kind, which decides the icon, depends on what is in the section: sub-sections, a task list, code or a report, prose.
 */
function sectionKind(section: Section, { checksIn, hasFence }: Contents): SymbolKind {
  if (section.children.length > 0) return SymbolKind.Namespace;
  if (checksIn(section.span).all > 0) return SymbolKind.Boolean;
  return hasFence(section.span) ? SymbolKind.Object : SymbolKind.String;
}

/** @param detail Safe to show. */
function symbol(
  file: AgentFile,
  name: string,
  kind: SymbolKind,
  whole: Span,
  selection: Span,
  detail: string,
): DocumentSymbol {
  // LSP requires the selection to be within the range.
  const start = Math.min(whole.start, selection.start);
  const range = rangeOf(file.source, span(start, Math.max(whole.end, selection.end)));
  const selectionRange =
    selection.start === start
      ? { start: range.start, end: positionAt(file.source, selection.end) }
      : rangeOf(file.source, selection);
  return { name: asLine(name, MAX_TITLE), kind, detail, range, selectionRange };
}

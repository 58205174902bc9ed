/** The spaces of frontmatter: after colons and commas, at line ends, before list items. */
import type { Agent } from '../../agent/agent';
import { listItems, type NameSeparators } from '../../syntax/lists/items';
import type { AgentFile, Entry, FrontMatter, Sequence, Value } from '../../syntax/tree';
import { append } from '../../text/append';
import { isSpaceOrTab } from '../../text/chars';
import type { Edit } from '../../text/edits';
import { lineAt, lineContent } from '../../text/source';
import { type Span, span } from '../../text/span';
import { holdsNames } from '../nameFields';
import { indentEdits } from './indent';

/** The edits; no two touch. */
export function spacingEdits(agent: Agent, frontMatter: FrontMatter): readonly Edit[] {
  const { file, format } = agent;
  const { text } = file.source;
  const edits: Edit[] = [];
  const kept: Span[] = [];
  const pending: Value[] = [];
  const take = (entry: Entry): void => {
    append(edits, colonEdits(text, entry));
    pending.push(entry.value);
  };
  for (const entry of frontMatter.entries) {
    take(entry);
    if (holdsNames(format, entry.key)) append(edits, commaTextEdits(text, entry.value, format.splitsNamesAt));
  }
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (value.kind === 'mapping') value.entries.forEach(take);
    else if (value.kind === 'sequence') {
      if (value.style === 'flow') append(edits, flowListEdits(text, value));
      for (const item of value.items) pending.push(item.value);
    } else if (value.kind === 'scalar')
      kept.push(value.style === 'literal' || value.style === 'folded' ? value.inner : value.span);
  }
  const spans = kept.sort((a, b) => a.start - b.start);
  return withoutOverlap([
    ...indentEdits(file, frontMatter),
    ...trailingEdits(file, frontMatter, spans),
    ...edits.filter((edit) => text.slice(edit.span.start, edit.span.end) !== edit.newText),
  ]);
}

/** In file order. Of two edits that overlap, the first is kept; the next formatting does the rest. */
function withoutOverlap(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let last: Span = span(-1, -1);
  return sorted.filter(({ span: next }) => {
    if (next.start < last.end || next.start === last.start) return false;
    last = next;
    return true;
  });
}

/** `key : value` and `key:   value` as `key: value`, where nothing but spaces is between and both are on one line. */
function colonEdits(text: string, { keySpan, value }: Entry): readonly Edit[] {
  if (value.kind === 'missing' || '*&!?'.includes(text.charAt(keySpan.start))) return [];
  const between = span(keySpan.end, value.span.start);
  return onlyBlanksAnd(':', text, between) ? [{ span: between, newText: ': ' }] : [];
}

/** `a ,b` as `a, b`. */
function commaEdits(text: string, parts: readonly { readonly span: Span }[]): readonly Edit[] {
  return parts.flatMap((part, i): readonly Edit[] => {
    const next = parts[i + 1];
    const between = next === undefined ? undefined : span(part.span.end, next.span.start);
    return between !== undefined && onlyBlanksAnd(',', text, between) ? [{ span: between, newText: ', ' }] : [];
  });
}

/** Names in one string on one line. In a string with escapes the place of each name is not known. */
function commaTextEdits(text: string, value: Value, separators: NameSeparators): readonly Edit[] {
  if (value.kind !== 'scalar' || value.style === 'literal' || value.style === 'folded') return [];
  const items = listItems(text, value, separators);
  return items.every(({ span: { start, end }, text: name }) => end - start === name.length)
    ? commaEdits(text, items)
    : [];
}

/** `[ a ,b ]` as `[a, b]`. */
function flowListEdits(text: string, { items, span: whole }: Sequence): readonly Edit[] {
  const first = items[0];
  const last = items.at(-1);
  if (first === undefined || last === undefined) return [];
  const opening = span(whole.start, first.span.start);
  const closing = span(last.span.end, whole.end);
  return [
    ...(onlyBlanksAnd('[', text, opening) ? [{ span: opening, newText: '[' }] : []),
    ...commaEdits(text, items),
    ...(onlyBlanksAnd(']', text, closing) ? [{ span: closing, newText: ']' }] : []),
  ];
}

/** Whether a span contains the sign once and nothing else but spaces. */
function onlyBlanksAnd(sign: string, text: string, { start, end }: Span): boolean {
  let count = 0;
  for (let at = start; at < end; at++) {
    if (text[at] === sign) count++;
    else if (!isSpaceOrTab(text.charCodeAt(at))) return false;
  }
  return count === 1;
}

/** Spaces at line ends, except inside multi-line strings, where they may be part of the value. */
function trailingEdits({ source }: AgentFile, { content }: FrontMatter, kept: readonly Span[]): readonly Edit[] {
  const edits: Edit[] = [];
  let next = 0;
  for (let number = lineAt(source, content.start); number < source.lineStarts.length; number++) {
    const line = lineContent(source, number);
    if (line.start >= content.end) break;
    let start = line.end;
    while (start > line.start && isSpaceOrTab(source.text.charCodeAt(start - 1))) start--;
    while ((kept[next]?.end ?? source.text.length) <= line.end && next < kept.length) next++;
    const isInText = (kept[next]?.start ?? source.text.length) <= line.end;
    if (start < line.end && !isInText) edits.push({ span: span(start, line.end), newText: '' });
  }
  return edits;
}

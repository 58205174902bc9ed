/** One view of the three spellings of a list (comma text, flow list, block list), with exact spans and clean removal. */

import { append } from '../../text/append';
import { isLineBreak, isSpaceOrTab } from '../../text/chars';
import { type Edit, insertAt } from '../../text/edits';
import { lineFrom, lineStartAt } from '../../text/lines';
import { type Span, span } from '../../text/span';
import type { Entry, Scalar, Sequence, Value } from '../tree';

/**
 * One entry of a list, wherever it is written.
 * @example In `tools: Read, "Bash(git:*)"`… each token between commas and spaces outside parentheses is an item.
 */
export interface Item {
  readonly text: string;
  /** The item's own characters, without quotes, commas and dashes. */
  readonly span: Span;
  /** Which item of the YAML list it is in; 0 for comma text. */
  readonly index: number;
}

/**
 * How a host finds names in a value. `commas and spaces`: at commas and spaces (U+0020) outside parentheses, in a string and in each
 * item of a sequence; a line break that YAML folds into a space separates too, a tab or a line break in the string itself does not.
 * The others take an item of a sequence for one name, parentheses or not, and split a string that stands alone. `commas`: at commas.
 * `commas, trimmed`: the same, without the white space around an item of a sequence. `commas, quoted`: at commas, with quotes around
 * single names, and without empty items. `none`: a string that stands alone has no names.
 */
export type NameSeparators = 'commas and spaces' | 'commas' | 'commas, trimmed' | 'commas, quoted' | 'none';

type Split = (text: string, value: Scalar, index: number) => readonly Item[];

/** What a string that stands alone contains, and what an item of a sequence does. */
const SPLITS: Readonly<Record<NameSeparators, { readonly alone: Split; readonly item: Split }>> = {
  'commas and spaces': { alone: tokensOf, item: tokensOf },
  commas: { alone: partsOf, item: wholeItem },
  'commas, trimmed': {
    alone: partsOf,
    item: (text, value, index) => wholeItem(text, value, index).flatMap(trimmedItem),
  },
  'commas, quoted': {
    alone: commaItems,
    item: (text, value, index) => wholeItem(text, value, index).filter((item) => item.text !== ''),
  },
  none: { alone: () => [], item: wholeItem },
};

/** The items of a value. A number, a mapping, or nothing has no items; of a value that is broken, the text is split at commas and spaces. */
export function listItems(text: string, value: Value, separators: NameSeparators): readonly Item[] {
  const { alone, item } = SPLITS[separators];
  switch (value.kind) {
    case 'scalar':
      return alone(text, value, 0);
    case 'broken':
      return separators === 'none' ? [] : tokens(text, value.span, 0);
    case 'sequence':
      return value.items.flatMap((one, index) => (one.value.kind === 'scalar' ? item(text, one.value, index) : []));
    default:
      return [];
  }
}

function wholeItem(_text: string, { type, text, inner }: Scalar, index: number): readonly Item[] {
  return type === 'string' ? [{ text, span: inner, index }] : [];
}

/** The item without the white space around it; nothing where nothing is left. */
function trimmedItem({ text, span: whole, index }: Item): readonly Item[] {
  const name = text.trim();
  if (name === '') return [];
  // With escapes the place of each character is not known.
  const from = whole.end - whole.start === text.length ? whole.start + text.indexOf(name) : whole.start;
  return [{ text: name, span: name === text ? whole : span(from, Math.max(from, from + name.length)), index }];
}

/** The names between commas. Quotes around a name end it; white space in it belongs to it. */
function commaItems(text: string, { style, text: read, inner }: Scalar): readonly Item[] {
  const isPlain = style !== 'double' || !text.slice(inner.start, inner.end).includes('\\');
  const isAsWritten = isPlain && !/[\r\n]/.test(read.trim()) && (style !== 'single' || !read.includes("'"));
  const from = isAsWritten ? inner.start : 0;
  const source = isAsWritten ? text.slice(inner.start, inner.end) : read;
  const names = source.matchAll(/(\s*)(?:(["'])(.*?)(?:\2|$)|([^,]*))[ \t]*,?/gsy);
  return [...names].flatMap(({ index, 1: gap = '', 2: mark = '', 3: quoted = '', 4: plain = '' }) => {
    const name = mark === '' ? plain.trimEnd() : quoted;
    const start = from + index + gap.length + mark.length;
    return name === '' ? [] : [{ text: name, span: isAsWritten ? span(start, start + name.length) : inner, index: 0 }];
  });
}

/** What is between the commas of a string, whatever else is in it. */
function partsOf(text: string, { type, text: read, inner }: Scalar): readonly Item[] {
  if (type !== 'string') return [];
  // Escapes and folded lines shift offsets, so the parts of such a text share the span of the whole.
  const isAsWritten = text.slice(inner.start, inner.end) === read;
  let start = 0;
  return read.split(',').flatMap((part): readonly Item[] => {
    const { start: from, end } = trimmed(read, start, start + part.length);
    start += part.length + 1;
    if (from === end) return [];
    const place = isAsWritten ? span(inner.start + from, inner.start + end) : inner;
    return [{ text: read.slice(from, end), span: place, index: 0 }];
  });
}

/** The items of a string after quotes, escapes and folding; spans refer to it. */
export const itemsIn = (text: string): readonly Item[] => tokens(text, span(0, text.length), 0, false);

function tokensOf(text: string, { style, text: read, inner }: Scalar, index: number): readonly Item[] {
  // Escapes and kept line breaks shift offsets, so the parts of such a text share the span of the whole.
  if ((style === 'double' && text.slice(inner.start, inner.end).includes('\\')) || /[\r\n]/.test(read.trim()))
    return itemsIn(read).map((item) => ({ ...item, span: inner, index }));
  const items = tokens(text, inner, index);
  // Two single quotes mean one, and separate nothing.
  return style === 'single' ? items.map((item) => ({ ...item, text: item.text.replaceAll("''", "'") })) : items;
}

/** @param isFolded Whether line breaks stand for spaces. */
function tokens(text: string, range: Span, index: number, isFolded = true): readonly Item[] {
  const items: Item[] = [];
  let start = range.start;
  let isInside = false;
  for (let at = range.start; at <= range.end; at++) {
    const code = at < range.end ? text.charCodeAt(at) : COMMA;
    const isEscaped = isInside && text.charCodeAt(at - 1) === BACKSLASH;
    // Parentheses do not nest.
    if (code === OPEN) isInside = true;
    else if (code === CLOSE && !isEscaped) isInside = false;
    const separates = code === COMMA || code === SPACE || (isFolded && isLineBreak(code));
    if (at < range.end && (isInside || !separates)) continue;
    const item = trimmed(text, start, at);
    if (item.start < item.end) items.push({ text: text.slice(item.start, item.end), span: item, index });
    start = at + 1;
  }
  return items;
}

/** Without the white space of any kind at both ends, which hosts ignore although it separates nothing. */
function trimmed(text: string, start: number, end: number): Span {
  const part = text.slice(start, end);
  const from = start + part.length - part.trimStart().length;
  return span(from, Math.max(from, start + part.trimEnd().length));
}

/**
 * The edit that removes `items` from the list and leaves it as a person would write it: no stray comma, no empty
 * item, no blank line. When nothing would remain, the whole entry goes, because an empty list means something else.
 * @param entry The entry whose value the items come from.
 * @param all All items of the value; `gone` some of them.
 */
export function removeItems(text: string, entry: Entry, all: readonly Item[], gone: readonly Item[]): readonly Edit[] {
  if (all.length === gone.length) return [removeEntry(text, entry)];
  const { value } = entry;
  if (value.kind === 'sequence') return removeFromList(text, value, all, gone);
  return runsOf(all, gone).flatMap((run) => removeTokens(text, value, all, run));
}

/** Removes a whole entry: with its line end from frontmatter, with a comma from a mapping in braces. */
export function removeEntry(text: string, entry: Entry): Edit {
  const flow = flowRemoval(text, entry.span);
  if (flow !== undefined) return { span: flow, newText: '' };
  return {
    span: span(
      lineStartAt(text, entry.span.start),
      lineFrom(text, Math.max(entry.span.start, entry.span.end - 1)).next,
    ),
    newText: '',
  };
}

/** What goes with an entry of a mapping in braces, as in JSON: one of its commas. Undefined elsewhere. */
function flowRemoval(text: string, { start, end }: Span): Span | undefined {
  const before = text.slice(0, start).trimEnd().length - 1;
  const after = nextAt(text, end);
  if (text[before] !== '{' && text[before] !== ',') return undefined;
  if (text[after] === ',') return span(start, nextAt(text, after + 1));
  return text[after] === '}' ? span(text[before] === ',' ? before : start, end) : undefined;
}

/** The next offset that contains no white space. */
function nextAt(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charAt(at).trim() === '') at++;
  return at;
}

function removeFromList(text: string, list: Sequence, all: readonly Item[], gone: readonly Item[]): readonly Edit[] {
  const edits: Edit[] = [];
  const whole: number[] = [];
  for (const index of new Set(gone.map((item) => item.index))) {
    const value = list.items[index]?.value;
    const here = all.filter((one) => one.index === index);
    const goneHere = gone.filter((one) => one.index === index);
    if (goneHere.length === here.length) whole.push(index);
    else if (value !== undefined)
      append(
        edits,
        runsOf(here, goneHere).flatMap((run) => removeTokens(text, value, here, run)),
      );
  }
  if (list.style === 'block') {
    for (const index of whole) {
      const item = list.items[index];
      if (item !== undefined)
        edits.push({ span: span(lineStartAt(text, item.span.start), lineFrom(text, item.span.end).next), newText: '' });
    }
    return edits;
  }
  return [...edits, ...flowRemovals(text, list, whole)];
}

/** Removes items of `[a, b, c]`, each with the comma after it, or the last items with the comma before them. */
function flowRemovals(text: string, list: Sequence, whole: readonly number[]): readonly Edit[] {
  return consecutive(whole).flatMap(([from, to]): readonly Edit[] => {
    const first = list.items[from];
    const last = list.items[to];
    const next = list.items[to + 1];
    const before = list.items[from - 1];
    if (first === undefined || last === undefined) return [];
    if (next !== undefined) return [{ span: span(first.span.start, next.span.start), newText: '' }];
    return [
      {
        span: span(before?.span.end ?? first.span.start, afterSeparators(text, last.span.end, list.span.end)),
        newText: '',
      },
    ];
  });
}

/** A run of adjacent names in a string with commas, as indices into all names. */
type Run = readonly [number, number];

function runsOf(all: readonly Item[], gone: readonly Item[]): readonly Run[] {
  const at = gone.map((item) => all.indexOf(item)).filter((i) => i >= 0);
  return consecutive(at.sort((a, b) => a - b));
}

function consecutive(numbers: readonly number[]): readonly Run[] {
  const runs: [number, number][] = [];
  for (const n of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === n - 1) last[1] = n;
    else runs.push([n, n]);
  }
  return runs;
}

function removeTokens(text: string, value: Value, all: readonly Item[], [from, to]: Run): readonly Edit[] {
  const first = all[from];
  const last = all[to];
  const next = all[to + 1];
  const before = all[from - 1];
  if (first === undefined || last === undefined) return [];
  if (next !== undefined) {
    const isNewStart = from === 0 && value.kind === 'scalar' && value.style === 'plain';
    const quote = isNewStart ? quoteFor(text, span(next.span.start, value.span.end)) : '';
    const removed = { span: span(first.span.start, next.span.start), newText: quote };
    return quote === '' ? [removed] : [removed, insertAt(value.span.end, quote)];
  }
  const end = afterSeparators(text, last.span.end, value.span.end);
  return [{ span: span(before?.span.end ?? first.span.start, end), newText: '' }];
}

/**
 * The quote that a plain scalar needs when it begins with the next item, because some first characters have a meaning in YAML.
 */
function quoteFor(text: string, rest: Span): string {
  if (!INDICATORS.includes(text.charAt(rest.start))) return '';
  return text.slice(rest.start, rest.end).includes("'") ? '"' : "'";
}

/** Where a list's text continues after its last item is removed: after a comma that no longer separates anything. */
function afterSeparators(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpaceOrTab(text.charCodeAt(at))) at++;
  return at < end && text.charCodeAt(at) === COMMA ? at + 1 : from;
}

/** Characters that a plain scalar cannot begin with; `-`, `?` and `:` can, because no space follows them in an item. */
const INDICATORS = '*&!|>@`%[]{}#"\'';

const SPACE = 0x20;
const COMMA = 0x2c;
const OPEN = 0x28;
const CLOSE = 0x29;
const BACKSLASH = 0x5c;

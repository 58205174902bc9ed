/**
 * Reads the YAML that nearly every file has without a YAML parser: block mappings and lists of values on one line. Everything else
 * is left to the parser, so that this reader only has to be right where it answers; a property test compares the two.
 */
import { isDigit, isLetter } from '../../text/chars';
import { type Span, span } from '../../text/span';
import type { Entry, Scalar, Sequence, SequenceItem, Value } from '../tree';

/**
 * The entries of a mapping, as `readYaml` gives them; undefined when a parser must read it.
 * @param text The whole file; spans in the result refer to it.
 */
export function readPlainYaml(text: string, content: Span): readonly Entry[] | undefined {
  const lines = linesOf(text, content);
  if (lines === undefined || lines[0]?.indent !== 0) return undefined;
  const reader = new Reader(text, lines);
  const entries = reader.mapping(0);
  return entries !== undefined && reader.isAtEnd() ? entries : undefined;
}

/** A line with something on it that is not a comment. */
interface Line {
  readonly indent: number;
  readonly start: number;
  /** Without spaces and comments at its end. */
  readonly end: number;
  /** Whether a comment follows on the line, or on a line before the next one. */
  readonly commented: boolean;
}

const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const HASH = 0x23;
const COLON = 0x3a;
const DASH = 0x2d;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const BACKSLASH = 0x5c;

/** The lines; undefined with a tab, a lone CR, a control character or a document marker. */
function linesOf(text: string, content: Span): readonly Line[] | undefined {
  const lines: Line[] = [];
  for (let at = content.start; at < content.end; ) {
    const lineStart = at;
    while (at < content.end && text.charCodeAt(at) === SPACE) at++;
    const start = at;
    let hash = -1;
    for (; at < content.end; at++) {
      const code = text.charCodeAt(at);
      if (code < SPACE) {
        if (code !== LF && code !== CR) return undefined;
        break;
      }
      if (code === 0xfeff) return undefined;
      if (code === HASH && hash < 0 && (at === start || text.charCodeAt(at - 1) === SPACE)) hash = at;
    }
    const lineEnd = at;
    if (at < content.end && text.charCodeAt(at) === CR && text.charCodeAt(++at) !== LF) return undefined;
    at++;
    if (start === lineEnd) continue;
    if (start === hash) {
      const last = lines.pop();
      if (last !== undefined) lines.push({ ...last, commented: true });
      continue;
    }
    // In a quoted value `#` is a character.
    const isQuoted = hash >= 0 && (text.slice(start, hash).includes('"') || text.slice(start, hash).includes("'"));
    if (isQuoted) return undefined;
    let end = hash < 0 ? lineEnd : hash;
    while (text.charCodeAt(end - 1) === SPACE) end--;
    if (start === lineStart && (text.startsWith('---', start) || text.startsWith('...', start))) return undefined;
    lines.push({ indent: start - lineStart, start, end, commented: hash >= 0 });
  }
  return lines;
}

/** Deeper nesting is left to the parser. */
const DEEPEST = 16;

class Reader {
  readonly #text: string;
  readonly #lines: readonly Line[];
  #next = 0;
  #depth = 0;

  constructor(text: string, lines: readonly Line[]) {
    this.#text = text;
    this.#lines = lines;
  }

  isAtEnd(): boolean {
    return this.#next === this.#lines.length;
  }

  /** The entries of a block mapping whose keys are indented by `indent`. */
  mapping(indent: number): readonly Entry[] | undefined {
    const entries: Entry[] = [];
    for (let line = this.#lines[this.#next]; line?.indent === indent; line = this.#lines[this.#next]) {
      const entry = this.#entry(line.start, line);
      if (entry === undefined) return undefined;
      entries.push(entry);
    }
    const after = this.#lines[this.#next];
    return entries.length === 0 || (after !== undefined && after.indent > indent) ? undefined : entries;
  }

  /** The entry whose key begins at `start` in the next line. */
  #entry(start: number, line: Line): Entry | undefined {
    const text = this.#text;
    const keyEnd = keyEndAt(text, start);
    if (keyEnd === undefined || text.charCodeAt(keyEnd) !== COLON) return undefined;
    const key = text.slice(start, keyEnd);
    if (isSpecial(key)) return undefined;
    const from = skip(text, keyEnd + 1, line.end);
    if (from === keyEnd + 1 && from < line.end) return undefined;
    const keySpan = span(start, keyEnd);
    const indent = line.indent + (start - line.start);
    this.#next++;
    const value = from < line.end ? this.#inline(from, line.end, indent) : this.#below(keyEnd + 1, line, indent);
    return value && { key, keySpan, value, span: span(start, Math.max(keyEnd, value.span.end)) };
  }

  /** A value on the line; nothing may continue it on the next one. */
  #inline(from: number, end: number, indent: number): Value | undefined {
    const next = this.#lines[this.#next];
    return next !== undefined && next.indent > indent ? undefined : valueAt(this.#text, from, end);
  }

  /** The value on the lines below a key that is indented by `indent`. */
  #below(colonEnd: number, line: Line, indent: number): Value | undefined {
    const next = this.#lines[this.#next];
    // Where a comment is between, the parser decides what it belongs to.
    if (line.commented) return undefined;
    const isList = next !== undefined && next.indent >= indent && this.#isItem(next);
    if (next === undefined || (next.indent <= indent && !isList))
      // Where spaces follow the colon, the parser places the missing value behind them.
      return this.#text.charCodeAt(colonEnd) === SPACE
        ? undefined
        : { kind: 'missing', span: span(colonEnd, colonEnd) };
    if (++this.#depth > DEEPEST) return undefined;
    const value = isList ? this.#list(next.indent) : this.#map(next);
    this.#depth--;
    // The parser counts a comment behind the last line to the collection.
    return this.#lines[this.#next - 1]?.commented === true ? undefined : value;
  }

  #map(first: Line): Value | undefined {
    const entries = this.mapping(first.indent);
    return (
      entries && {
        kind: 'mapping',
        style: 'block',
        entries,
        span: span(first.start, entries.at(-1)?.span.end ?? first.end),
      }
    );
  }

  #isItem({ start, end }: Line): boolean {
    return this.#text.charCodeAt(start) === DASH && (start + 1 === end || this.#text.charCodeAt(start + 1) === SPACE);
  }

  #list(indent: number): Sequence | undefined {
    const items: SequenceItem[] = [];
    for (
      let line = this.#lines[this.#next];
      line?.indent === indent && this.#isItem(line);
      line = this.#lines[this.#next]
    ) {
      const from = skip(this.#text, line.start + 1, line.end);
      const value = from < line.end ? this.#item(from, line) : undefined;
      if (value === undefined) return undefined;
      items.push({ value, span: span(line.start, value.span.end) });
    }
    const after = this.#lines[this.#next];
    const [first] = items;
    if (first === undefined || (after !== undefined && after.indent > indent)) return undefined;
    return {
      kind: 'sequence',
      style: 'block',
      items,
      span: span(first.span.start, items.at(-1)?.span.end ?? first.span.end),
    };
  }

  /** A value, or a mapping whose first key is on the line of the dash. */
  #item(from: number, line: Line): Value | undefined {
    const keyEnd = keyEndAt(this.#text, from);
    if (keyEnd === undefined || keyEnd >= line.end || this.#text.charCodeAt(keyEnd) !== COLON) {
      this.#next++;
      return this.#inline(from, line.end, line.indent);
    }
    if (++this.#depth > DEEPEST) return undefined;
    const indent = line.indent + (from - line.start);
    const first = this.#entry(from, line);
    if (first === undefined) return undefined;
    const next = this.#lines[this.#next];
    const rest = next?.indent === indent ? this.mapping(indent) : [];
    const after = this.#lines[this.#next];
    if (rest === undefined || (after !== undefined && after.indent > line.indent)) return undefined;
    this.#depth--;
    if (this.#lines[this.#next - 1]?.commented === true) return undefined;
    const entries = [first, ...rest];
    return { kind: 'mapping', style: 'block', entries, span: span(from, entries.at(-1)?.span.end ?? first.span.end) };
  }
}

function skip(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** Where a key of letters, digits, `_` and `-` ends that begins with a letter or `_`; undefined when none begins at `start`. */
function keyEndAt(text: string, start: number): number | undefined {
  if (!isLetter(text.charCodeAt(start)) && text.charCodeAt(start) !== 0x5f) return undefined;
  let at = start + 1;
  for (
    let code = text.charCodeAt(at);
    isLetter(code) || isDigit(code) || code === 0x5f || code === DASH;
    code = text.charCodeAt(at)
  )
    at++;
  return at;
}

/** The value between two offsets of one line; undefined when it is not a plain or simply quoted one, or a list of such. */
function valueAt(text: string, start: number, end: number): Value | undefined {
  if (text.charCodeAt(start) === 0x5b) return flowList(text, start, end);
  const value = quotedAt(text, start, end) ?? plainAt(text, start, end);
  return value?.span.end === end ? value : undefined;
}

/** A quoted value without escapes and without another quote of its kind. */
function quotedAt(text: string, start: number, end: number): Scalar | undefined {
  const quote = text.charCodeAt(start);
  if (quote !== DOUBLE && quote !== SINGLE) return undefined;
  let at = start + 1;
  for (; at < end && text.charCodeAt(at) !== quote; at++)
    if (quote === DOUBLE && text.charCodeAt(at) === BACKSLASH) return undefined;
  if (at >= end || text.charCodeAt(at + 1) === quote) return undefined;
  const inner = span(start + 1, at);
  const style = quote === DOUBLE ? 'double' : 'single';
  return {
    kind: 'scalar',
    style,
    text: text.slice(inner.start, inner.end),
    type: 'string',
    span: span(start, at + 1),
    inner,
  };
}

/** A plain value up to `end`. */
function plainAt(text: string, start: number, end: number): Scalar | undefined {
  const first = text.charAt(start);
  if ('-?:,[]{}#&*!|>\'"%@`'.includes(first)) return undefined;
  for (let at = start; at < end; at++)
    if (text.charCodeAt(at) === COLON && (at + 1 === end || text.charCodeAt(at + 1) === SPACE)) return undefined;
  const written = text.slice(start, end);
  const type = typeOf(written);
  const range = span(start, end);
  return type && { kind: 'scalar', style: 'plain', text: written, type, span: range, inner: range };
}

/** `[a, "b"]` of plain and quoted values. */
function flowList(text: string, start: number, end: number): Sequence | undefined {
  if (text.charAt(end - 1) !== ']') return undefined;
  const items: SequenceItem[] = [];
  const last = end - 1;
  for (let at = skip(text, start + 1, last); at < last; ) {
    const quoted = quotedAt(text, at, last);
    let stop = quoted?.span.end ?? at;
    if (quoted === undefined) while (stop < last && !',[]{}'.includes(text.charAt(stop))) stop++;
    let valueEnd = stop;
    while (quoted === undefined && valueEnd > at && text.charCodeAt(valueEnd - 1) === SPACE) valueEnd--;
    const value = quoted ?? (valueEnd > at ? plainAt(text, at, valueEnd) : undefined);
    if (value === undefined) return undefined;
    items.push({ value, span: value.span });
    at = skip(text, stop, last);
    if (at === last) break;
    if (text.charAt(at) !== ',') return undefined;
    at = skip(text, at + 1, last);
  }
  return { kind: 'sequence', style: 'flow', items, span: span(start, end) };
}

/** Words that YAML reads as something else than text. */
const special: ReadonlyMap<string, Scalar['type']> = new Map([
  ...['null', 'Null', 'NULL'].map((word) => [word, 'null'] as const),
  ...['true', 'True', 'TRUE', 'false', 'False', 'FALSE'].map((word) => [word, 'boolean'] as const),
]);

const isSpecial = (word: string): boolean => special.has(word);

/** What a plain value is; undefined for one that may be a number with a sign, a point or a base. */
function typeOf(written: string): Scalar['type'] | undefined {
  const word = special.get(written);
  if (word !== undefined) return word;
  if (/^\d+$/.test(written)) return 'number';
  return /^[\d.+~]/.test(written) ? undefined : 'string';
}

/**
 * Reads the YAML that nearly every file has without a YAML parser: block mappings and lists of values on one line. Everything else
 * is left to the parser, so that this reader only has to be right where it answers; a property test compares the two.
 */
import { isDigit, isLetter } from '../../text/chars';
import { type Span, span } from '../../text/span';
import type { Entry, Sequence, SequenceItem, Value } from '../tree';
import { type PlainLine, plainLinesOf } from './plainLines';
import { isSpecial, skipSpace, valueAt } from './plainValues';

/**
 * The entries of a mapping, as `readYaml` gives them; undefined when a parser must read it.
 * @param text The whole file; spans in the result refer to it.
 */
export function readPlainYaml(text: string, content: Span): readonly Entry[] | undefined {
  const lines = plainLinesOf(text, content);
  if (lines === undefined || lines[0]?.indent !== 0) return undefined;
  const reader = new Reader(text, lines);
  const entries = reader.mapping(0);
  return entries !== undefined && reader.isAtEnd() ? entries : undefined;
}

/** Deeper nesting is left to the parser. */
const DEEPEST = 16;

class Reader {
  readonly #text: string;
  readonly #lines: readonly PlainLine[];
  #next = 0;
  #depth = 0;

  constructor(text: string, lines: readonly PlainLine[]) {
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
  #entry(start: number, line: PlainLine): Entry | undefined {
    const text = this.#text;
    const keyEnd = keyEndAt(text, start);
    if (keyEnd === undefined || text.charCodeAt(keyEnd) !== COLON) return undefined;
    const key = text.slice(start, keyEnd);
    if (isSpecial(key)) return undefined;
    const from = skipSpace(text, keyEnd + 1, line.end);
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
  #below(colonEnd: number, line: PlainLine, indent: number): Value | undefined {
    const next = this.#lines[this.#next];
    // Where a comment is between, the parser decides what it belongs to.
    if (line.commented) return undefined;
    const isList = next !== undefined && next.indent >= indent && this.#isItem(next);
    if (next === undefined || (next.indent <= indent && !isList))
      // With spaces after the colon, the parser puts the missing value after them.
      return this.#text.charCodeAt(colonEnd) === SPACE
        ? undefined
        : { kind: 'missing', span: span(colonEnd, colonEnd) };
    if (++this.#depth > DEEPEST) return undefined;
    const value = isList ? this.#list(next.indent) : this.#map(next);
    this.#depth--;
    // For the parser, a comment after the last line is part of the collection.
    return this.#lines[this.#next - 1]?.commented === true ? undefined : value;
  }

  #map(first: PlainLine): Value | undefined {
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

  #isItem({ start, end }: PlainLine): boolean {
    return this.#text.charCodeAt(start) === DASH && (start + 1 === end || this.#text.charCodeAt(start + 1) === SPACE);
  }

  #list(indent: number): Sequence | undefined {
    const items: SequenceItem[] = [];
    for (
      let line = this.#lines[this.#next];
      line?.indent === indent && this.#isItem(line);
      line = this.#lines[this.#next]
    ) {
      const from = skipSpace(this.#text, line.start + 1, line.end);
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
  #item(from: number, line: PlainLine): Value | undefined {
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

const SPACE = 0x20;
const COLON = 0x3a;
const DASH = 0x2d;

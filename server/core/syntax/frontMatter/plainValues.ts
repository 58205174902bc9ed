/** Reads values of plain YAML that are on one line: plain and quoted ones, and lists of these in brackets. */
import { span } from '../../text/span';
import type { Scalar, Sequence, SequenceItem, Value } from '../tree';

/** The value between two offsets of one line; undefined when it is not a plain or simply quoted one, or a list of such. */
export function valueAt(text: string, start: number, end: number): Value | undefined {
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
  for (let at = skipSpace(text, start + 1, last); at < last; ) {
    const quoted = quotedAt(text, at, last);
    let stop = quoted?.span.end ?? at;
    if (quoted === undefined) while (stop < last && !',[]{}'.includes(text.charAt(stop))) stop++;
    let valueEnd = stop;
    while (quoted === undefined && valueEnd > at && text.charCodeAt(valueEnd - 1) === SPACE) valueEnd--;
    const value = quoted ?? (valueEnd > at ? plainAt(text, at, valueEnd) : undefined);
    if (value === undefined) return undefined;
    items.push({ value, span: value.span });
    at = skipSpace(text, stop, last);
    if (at === last) break;
    if (text.charAt(at) !== ',') return undefined;
    at = skipSpace(text, at + 1, last);
  }
  return { kind: 'sequence', style: 'flow', items, span: span(start, end) };
}

/** Words that YAML reads as something else than text. */
const special: ReadonlyMap<string, Scalar['type']> = new Map([
  ...['null', 'Null', 'NULL'].map((word) => [word, 'null'] as const),
  ...['true', 'True', 'TRUE', 'false', 'False', 'FALSE'].map((word) => [word, 'boolean'] as const),
]);

export const isSpecial = (word: string): boolean => special.has(word);

/** What a plain value is; undefined for one that may be a number with a sign, a point or a base. */
function typeOf(written: string): Scalar['type'] | undefined {
  const word = special.get(written);
  if (word !== undefined) return word;
  if (/^\d+$/.test(written)) return 'number';
  return /^[\d.+~]/.test(written) ? undefined : 'string';
}

/** The first offset from `from` on, and before `end`, that is not a space. */
export function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) === SPACE) at++;
  return at;
}

const SPACE = 0x20;
const COLON = 0x3a;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const BACKSLASH = 0x5c;

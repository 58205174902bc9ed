/** Where a cursor is inside JSON, read token by token so that a half-typed text has places too. */

import { isLineBreak, isWhitespace } from '../../text/chars';
import { type Span, span } from '../../text/span';
import type { Nested } from './nesting';

/** A place in JSON: where a key or value belongs, and which commas an entry that is written there still needs. */
export interface JsonPlace extends Nested {
  /** Where the value before ends, when no comma follows it. */
  readonly lacksComma: number | undefined;
  /** Whether another entry follows in the same map. */
  readonly isFollowed: boolean;
}

/** A map or list that is open. */
interface Open {
  readonly isMap: boolean;
  /** Its key or index in the map or list around it. */
  readonly name: string;
  /** The key of the next or last value. */
  key: string;
  expects: 'key' | 'colon' | 'value' | 'comma';
  /** Where the last value ended. */
  end: number;
  readonly keys: { readonly name: string; readonly start: number }[];
}

interface Token {
  readonly span: Span;
  readonly kind: 'open' | 'close' | 'colon' | 'comma' | 'word';
}

interface Cursor {
  readonly open: Open;
  readonly path: readonly string[];
  readonly at: 'key' | 'value';
  readonly key: string | undefined;
  readonly span: Span;
  readonly lacksComma: number | undefined;
}

/**
 * The place of `offset` in the JSON between the two ends of `content`; undefined outside all maps and lists, and in lists
 * where no value is. Linear in the length.
 */
export function nestedInJson(text: string, content: Span, offset: number): JsonPlace | undefined {
  const stack: Open[] = [];
  let cursor: Cursor | undefined;
  const look = (next: Token | undefined): void => {
    const isHere = next === undefined || offset < next.span.start || (next.kind === 'word' && offset <= next.span.end);
    if (cursor === undefined && isHere) cursor = cursorIn(text, stack, next, offset);
  };
  for (const token of tokensOf(text, content)) {
    if (token.span.start >= offset || (token.kind === 'word' && token.span.end >= offset)) {
      look(token);
      // Outside every map, or in a list where no value is.
      if (cursor === undefined) break;
    }
    take(text, stack, token);
  }
  look(undefined);
  if (cursor === undefined) return undefined;
  const { open, ...place } = cursor;
  const others = open.keys.filter(({ start }) => start !== place.span.start);
  return {
    ...place,
    siblings: others.map(({ name }) => name),
    isFollowed: others.some(({ start }) => start >= place.span.end),
  };
}

function cursorIn(text: string, stack: readonly Open[], next: Token | undefined, offset: number): Cursor | undefined {
  const open = stack.at(-1);
  if (open === undefined) return undefined;
  const isOn = next?.kind === 'word' && next.span.start <= offset;
  const range = isOn ? next.span : span(offset, offset);
  const path = stack.slice(1).map(({ name }) => name);
  const lacksComma = open.expects === 'comma' ? open.end : undefined;
  const shared = { open, path, span: range, lacksComma };
  if (!open.isMap) return isOn ? { ...shared, at: 'value', key: undefined } : undefined;
  if (open.expects === 'value') return { ...shared, at: 'value', key: open.key };
  if (open.expects === 'colon') return undefined;
  return { ...shared, at: 'key', key: isOn ? nameOf(text, range) : undefined };
}

function take(text: string, stack: Open[], { kind, span: range }: Token): void {
  const open = stack.at(-1);
  if (kind === 'open') {
    const isMap = text[range.start] === '{';
    stack.push({
      isMap,
      name: open?.isMap === true ? open.key : '-',
      key: '',
      expects: isMap ? 'key' : 'value',
      end: range.end,
      keys: [],
    });
  } else if (kind === 'close') {
    stack.pop();
    closed(stack.at(-1), range.end);
  } else if (open === undefined) return;
  else if (kind === 'colon') open.expects = 'value';
  else if (kind === 'comma') open.expects = open.isMap ? 'key' : 'value';
  else if (open.isMap && open.expects !== 'value') {
    open.key = nameOf(text, range);
    open.keys.push({ name: open.key, start: range.start });
    open.expects = 'colon';
  } else closed(open, range.end);
}

/** A value ended. */
function closed(open: Open | undefined, end: number): void {
  if (open === undefined) return;
  open.expects = 'comma';
  open.end = end;
}

/** A key without its quotes. */
function nameOf(text: string, { start, end }: Span): string {
  const word = text.slice(start, end);
  const from = word.startsWith('"') ? 1 : 0;
  return word.slice(from, word.length > 1 && word.endsWith('"') ? -1 : undefined);
}

const marks: Readonly<Record<string, Token['kind']>> = {
  '{': 'open',
  '[': 'open',
  '}': 'close',
  ']': 'close',
  ':': 'colon',
  ',': 'comma',
};

function* tokensOf(text: string, { start, end }: Span): Iterable<Token> {
  for (let at = start; at < end; ) {
    const character = text.charAt(at);
    const kind = Object.hasOwn(marks, character) ? marks[character] : undefined;
    if (isWhitespace(text.charCodeAt(at))) at++;
    else if (kind !== undefined) {
      yield { kind, span: span(at, at + 1) };
      at++;
    } else {
      const stop = character === '"' ? endOfString(text, at, end) : endOfWord(text, at, end);
      yield { kind: 'word', span: span(at, stop) };
      at = stop;
    }
  }
}

/** A string ends with its line, as no JSON string contains a line end: it is still being typed. */
function endOfString(text: string, from: number, end: number): number {
  for (let at = from + 1; at < end && !isLineBreak(text.charCodeAt(at)); at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  let stop = from + 1;
  while (stop < end && !isLineBreak(text.charCodeAt(stop))) stop++;
  return stop;
}

function endOfWord(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && !isWhitespace(text.charCodeAt(at)) && text[at] !== '"' && !Object.hasOwn(marks, text.charAt(at)))
    at++;
  return at;
}

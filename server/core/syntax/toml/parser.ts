/** Reads one statement of TOML with the `toml-eslint-parser` package and turns its nodes into our values. */
import { type AST, parseTOML } from 'toml-eslint-parser';
import { memo } from '../../text/memo';
import { type Span, span } from '../../text/span';
import type { Entry, Value } from '../tree';
import { innerOf } from './strings';
import { tomlMessage } from './tomlMessages';

/** One part of a dotted key. */
export interface KeyPart {
  readonly name: string;
  readonly span: Span;
}

/** What a statement says. */
export type Read =
  | { readonly kind: 'field'; readonly keys: readonly KeyPart[]; readonly value: Value }
  | { readonly kind: 'table'; readonly keys: readonly KeyPart[]; readonly isItem: boolean; readonly span: Span }
  /** `detail`: what is wrong, as a sentence without a full stop. */
  | { readonly kind: 'fault'; readonly span: Span; readonly detail: string };

/**
 * Reads a statement alone. Never throws.
 * @param statement Within the bounds of `statementsIn`, because the package recurses. Spans of the result begin at its start.
 */
export const readStatement: (statement: string) => Read = memo(1 << 17, (statement): Read => {
  try {
    // Without a line end the package loses the place of a `0`.
    const [top] = parseTOML(`${statement}\n`, { tomlVersion: '1.1' }).body;
    const [node] = top.body;
    if (node === undefined || top.body.length > 1) return faultAt(statement, 0, '');
    if (node.type === 'TOMLTable')
      return { kind: 'table', keys: partsOf(node.key), isItem: node.kind === 'array', span: placeOf(node) };
    const tooLarge = numberFault(node.value);
    if (tooLarge !== undefined) return tooLarge;
    return { kind: 'field', keys: partsOf(node.key), value: readValue(statement, node.value) };
  } catch (error) {
    return faultAt(statement, indexOf(error), error instanceof Error ? error.message : '');
  }
});

/** Where a node is. */
const placeOf = ({ range: [start, end] }: { readonly range: readonly [number, number] }): Span => span(start, end);

/** The package's own errors have the offset at which it stopped. */
const indexOf = (error: unknown): number =>
  error instanceof SyntaxError && 'index' in error && typeof error.index === 'number' ? error.index : 0;

/** Where the string begins that is the value and is never closed. The package stops at its end, which says less. */
function openingOf(statement: string, message: string): number | undefined {
  const [before] = /^[\w-]+[ \t]*=[ \t]*(?=["'])/.exec(statement.slice(0, 500)) ?? [];
  return message.startsWith('Unterminated string') ? before?.length : undefined;
}

function faultAt(statement: string, index: number, message: string): Read {
  const start = Math.max(0, Math.min(openingOf(statement, message) ?? index, statement.length - 1));
  const [word = ''] = /^[^\s,[\]{}=#]*/.exec(statement.slice(start, start + 200)) ?? [];
  return {
    kind: 'fault',
    span: span(start, Math.min(statement.length, start + Math.max(1, word.length))),
    detail: tomlMessage(statement, start, message),
  };
}

const partsOf = ({ keys }: AST.TOMLKey): readonly KeyPart[] =>
  keys.map((key) => ({ name: key.type === 'TOMLBare' ? key.name : key.value, span: placeOf(key) }));

/** The first whole number that no program can hold in 64 bits. */
function numberFault(node: AST.TOMLContentNode): Read | undefined {
  if (node.type === 'TOMLArray') return firstOf(node.elements);
  if (node.type === 'TOMLInlineTable') return firstOf(node.body.map(({ value }) => value));
  if (node.kind !== 'integer' || BigInt.asIntN(64, node.bigint) === node.bigint) return undefined;
  return { kind: 'fault', span: placeOf(node), detail: 'this number is too large' };
}

function firstOf(nodes: readonly AST.TOMLContentNode[]): Read | undefined {
  for (const node of nodes) {
    const found = numberFault(node);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Recursion is bounded, because `statementsIn` stops at text that nests deeper than `limits.depth`. */
function readValue(text: string, node: AST.TOMLContentNode): Value {
  const range = placeOf(node);
  if (node.type === 'TOMLArray') {
    const items = node.elements.map((item) => ({ value: readValue(text, item), span: placeOf(item) }));
    return { kind: 'sequence', style: 'flow', items, span: range };
  }
  if (node.type === 'TOMLInlineTable')
    return { kind: 'mapping', style: 'flow', entries: node.body.map((one) => entryOf(text, one)), span: range };
  if (node.kind === 'string') {
    const marks = node.multiline ? 3 : 1;
    return {
      kind: 'scalar',
      style: node.style === 'basic' ? 'double' : 'single',
      text: node.value,
      type: 'string',
      span: range,
      inner: innerOf(text, span(range.start + marks, range.end - marks), node.multiline),
    };
  }
  const written = text.slice(range.start, range.end);
  const type =
    node.kind === 'boolean' ? 'boolean' : node.kind === 'integer' || node.kind === 'float' ? 'number' : 'string';
  return { kind: 'scalar', style: 'plain', text: written, type, span: range, inner: range };
}

/** A dotted key is a table in a table. */
function entryOf(text: string, { key, value }: AST.TOMLKeyValue): Entry {
  return nestedEntry(partsOf(key), readValue(text, value));
}

/** The entry of a key with its value; each further part of a dotted key is one level below. */
function nestedEntry([first, ...rest]: readonly KeyPart[], value: Value): Entry {
  const keySpan = first?.span ?? span(value.span.start, value.span.start);
  const below = rest.length === 0 ? value : tableWith(nestedEntry(rest, value));
  return { key: first?.name ?? '', keySpan, value: below, span: span(keySpan.start, below.span.end) };
}

const tableWith = (entry: Entry): Value => ({ kind: 'mapping', style: 'flow', entries: [entry], span: entry.span });

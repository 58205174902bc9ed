/** Parses JSON with comments and commas after the last value, as configuration files of editors have them, with exact spans. */
import { type ParseError, parseTree } from 'jsonc-parser';
import { isDeep, MAX_JSON_DEPTH } from '../../text/json';
import { type Span, span } from '../../text/span';
import type { Entry, Value } from '../tree';
import { firstOf, valueAt, whatOf } from './parseJson';

/** The value of a text, and its first fault. */
export interface JsoncRead {
  /** Undefined for a text without a value, and for one that nests too deep. What can be read in spite of a fault is there. */
  readonly root: Value | undefined;
  readonly fault: { readonly span: Span; readonly says: string } | undefined;
}

/** Parses a text; a byte order mark before it is ignored. Never throws; linear in the text. */
export function parseJsonc(text: string): JsoncRead {
  const json = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
  if (isDeep(json)) {
    return { root: undefined, fault: { span: firstOf(text), says: `it nests deeper than ${MAX_JSON_DEPTH} levels` } };
  }
  const errors: ParseError[] = [];
  const root = parseTree(json, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const [first] = errors.toSorted((a, b) => a.offset - b.offset);
  const fault = first && {
    span: span(first.offset, Math.min(json.length, first.offset + Math.max(1, first.length))),
    says: whatOf(first, json),
  };
  return { root: root && valueAt(root), fault };
}

/** The value as `JSON.parse` gives it; a missing value is null. Of a key that is written twice, the last value counts. */
export function plainOf(value: Value): unknown {
  switch (value.kind) {
    case 'mapping':
      return Object.fromEntries(value.entries.map(({ key, value: inner }) => [key, plainOf(inner)]));
    case 'sequence':
      return value.items.map(({ value: inner }) => plainOf(inner));
    case 'scalar':
      return value.type === 'string' ? value.text : primitiveOf(value.text);
    default:
      return null;
  }
}

function primitiveOf(text: string): number | boolean | null {
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text);
  return text === 'null' || Number.isNaN(number) ? null : number;
}

/** The entry of a key, the last one where it is written twice; undefined when there is none. */
export const entryOf = (value: Value | undefined, key: string): Entry | undefined =>
  value?.kind === 'mapping' ? value.entries.findLast((entry) => entry.key === key) : undefined;

/**
 * The span of the value at a path, as far as the path can be followed.
 * @param wantsKey Whether the key at the end of the path is meant, with its quotes, and not its value.
 */
export function spanAt(root: Value, path: readonly (string | number)[], wantsKey = false): Span {
  let value = root;
  for (const [i, key] of path.entries()) {
    const entry = typeof key === 'string' ? entryOf(value, key) : undefined;
    if (entry !== undefined && wantsKey && i === path.length - 1)
      return span(entry.keySpan.start - 1, entry.keySpan.end + 1);
    const next =
      entry?.value ?? (typeof key === 'number' && value.kind === 'sequence' ? value.items[key]?.value : undefined);
    if (next === undefined || next.kind === 'missing') break;
    value = next;
  }
  return value.span;
}

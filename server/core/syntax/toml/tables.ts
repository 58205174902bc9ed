/** Puts the statements of TOML together: keys with dots, `[tables]` and `[[lists of tables]]` that are written in several places. */
import { type Span, span } from '../../text/span';
import type { Entry, Value } from '../tree';
import type { KeyPart } from './parser';

/** A key that TOML does not allow where it is. */
export interface Clash {
  readonly span: Span;
  /** As a sentence without a full stop. */
  readonly detail: string;
}

/** How a key came to be, which decides what may be added to it. */
type Origin = 'value' | 'dotted' | 'header' | 'implied' | 'items';

interface Node {
  readonly part: KeyPart;
  origin: Origin;
  value: Value | undefined;
  readonly children: Node[];
  /** Of a list of tables, each with its children. */
  readonly items: { readonly start: number; readonly children: Node[] }[];
  /** Where what belongs to it ends, as far as nothing else is between. */
  end: number;
}

export interface Tables {
  /** Enters the table of a header; `isItem` for `[[name]]`. */
  readonly open: (keys: readonly KeyPart[], isItem: boolean, header: Span) => Clash | undefined;
  /** Adds a field to the table that is open. A key without dots outside of tables may be there twice; the caller sees it. */
  readonly add: (keys: readonly KeyPart[], value: Value) => Clash | undefined;
  readonly entries: () => readonly Entry[];
}

/** An empty document. */
export function newTables(): Tables {
  const root: Node[] = [];
  let current: Node[] = root;
  /** The keys that lead to the open table, whose ends grow with it. */
  let path: readonly Node[] = [];
  let last: Node | undefined;

  /** Lets what belongs to the key end at `end`, unless another key has begun in between. */
  const grow = (nodes: readonly Node[], end: number): void => {
    const [top] = nodes;
    if (top === undefined || (last !== undefined && last !== top)) return;
    for (const node of nodes) node.end = Math.max(node.end, end);
  };

  /** Adds a key to a level. */
  const put = (level: Node[], part: KeyPart, origin: Origin, end: number): Node => {
    const node = newNode(part, origin, end);
    level.push(node);
    if (level === root) last = node;
    return node;
  };

  const open = (keys: readonly KeyPart[], isItem: boolean, header: Span): Clash | undefined => {
    let level = root;
    const nodes: Node[] = [];
    for (const [i, part] of keys.entries()) {
      const isLast = i === keys.length - 1;
      const known = find(level, part);
      if (known?.origin === 'implied' && isLast && !isItem) known.origin = 'header';
      else if (known !== undefined && (known.origin === 'value' || (isLast && !(isItem && known.origin === 'items')))) {
        current = [];
        path = [];
        return { span: part.span, detail: 'this table is defined before' };
      }
      const own = isItem ? 'items' : 'header';
      const node = known ?? put(level, part, isLast ? own : 'implied', header.end);
      nodes.push(node);
      if (isLast && isItem) node.items.push({ start: header.start, children: [] });
      level = node.items.at(-1)?.children ?? node.children;
    }
    grow(nodes, header.end);
    current = level;
    path = nodes;
    return undefined;
  };

  const add = (keys: readonly KeyPart[], value: Value): Clash | undefined => {
    const { end } = value.span;
    let level = current;
    const nodes = [...path];
    for (const part of keys.slice(0, -1)) {
      const known = find(level, part);
      if (known !== undefined && known.origin !== 'dotted') return definedBefore(part);
      const node = known ?? put(level, part, 'dotted', end);
      nodes.push(node);
      level = node.children;
    }
    const own = keys.at(-1);
    if (own !== undefined) {
      const known = find(level, own);
      const isSeen = known?.origin === 'value' && level === root;
      if (known !== undefined && !isSeen) return definedBefore(own);
      const node = put(level, own, 'value', end);
      node.value = value;
      nodes.push(node);
    }
    grow(nodes, end);
    return undefined;
  };

  return { open, add, entries: () => root.map(entryOf) };
}

const find = (level: readonly Node[], part: KeyPart): Node | undefined =>
  level.find((one) => one.part.name === part.name);

const definedBefore = (part: KeyPart): Clash => ({ span: part.span, detail: 'this key is defined before' });

const newNode = (part: KeyPart, origin: Origin, end: number): Node => ({
  part,
  origin,
  value: undefined,
  children: [],
  items: [],
  end,
});

/** Recursion is bounded, because a header or key with too many parts is beyond the limits of `statementsIn`. */
function entryOf(node: Node): Entry {
  const { part, end } = node;
  const value = valueAt(node);
  return { key: part.name, keySpan: part.span, value, span: span(part.span.start, Math.max(end, part.span.end)) };
}

function valueAt({ value, origin, children, items, part, end }: Node): Value {
  if (value !== undefined) return value;
  const whole = span(part.span.end, Math.max(end, part.span.end));
  if (origin !== 'items') return { kind: 'mapping', style: 'block', entries: children.map(entryOf), span: whole };
  return {
    kind: 'sequence',
    style: 'block',
    items: items.map(({ start, children: below }) => {
      const entries = below.map(entryOf);
      const place = span(start, Math.max(start, entries.at(-1)?.span.end ?? start));
      return { value: { kind: 'mapping', style: 'block', entries, span: place }, span: place };
    }),
    span: whole,
  };
}

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

  const open = (keys: readonly KeyPart[], isItem: boolean, header: Span): Clash | undefined => {
    let level = root;
    const nodes: Node[] = [];
    for (const [i, part] of keys.entries()) {
      const isLast = i === keys.length - 1;
      let node = level.find((one) => one.part.name === part.name);
      if (node === undefined) {
        node = newNode(part, isLast ? (isItem ? 'items' : 'header') : 'implied', header.end);
        level.push(node);
        if (level === root) last = node;
      } else if (isLast && !isItem && node.origin === 'implied') node.origin = 'header';
      else if (node.origin === 'value' || (isLast && !(isItem && node.origin === 'items'))) {
        current = [];
        path = [];
        return { span: part.span, detail: 'this table is defined before' };
      }
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
    let level = current;
    const nodes = [...path];
    for (const [i, part] of keys.entries()) {
      const isLast = i === keys.length - 1;
      const known = level.find((one) => one.part.name === part.name);
      if (isLast) {
        const isSeen = known?.origin === 'value' && level === root;
        if (known !== undefined && !isSeen) return { span: part.span, detail: 'this key is defined before' };
        const node = newNode(part, 'value', value.span.end);
        node.value = value;
        level.push(node);
        if (level === root) last = node;
        nodes.push(node);
      } else {
        if (known !== undefined && known.origin !== 'dotted')
          return { span: part.span, detail: 'this key is defined before' };
        const node = known ?? newNode(part, 'dotted', value.span.end);
        if (known === undefined) {
          level.push(node);
          if (level === root) last = node;
        }
        nodes.push(node);
        level = node.children;
      }
    }
    grow(nodes, value.span.end);
    return undefined;
  };

  return { open, add, entries: () => root.map(entryOf) };
}

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

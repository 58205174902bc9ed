/** Places the nodes of a directed graph in columns, so that most edges lead to the right and few of them cross. */
import { type Link, layersOf } from './layers';
import { orderedIn } from './ordering';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Layout {
  /** One for each node; none of them overlap. */
  readonly boxes: readonly Box[];
  /** One line for each edge, from its start to its end, through the gaps between the columns. */
  readonly lines: readonly (readonly Point[])[];
  readonly width: number;
  readonly height: number;
}

/** In pixels, with text of 13 pixels. */
const HEIGHT = 40;
const GAP = 16;
const COLUMN_GAP = 72;
const PART_GAP = 40;
const MARGIN = 16;
/** Lines that pass a column take less room than nodes. */
const PASSING = 8;
/** Separate parts are put beside each other until they are so wide. */
const WIDE = 900;

/**
 * The same for the same input.
 * @param widths Of the nodes.
 * @param edges Between nodes, by their numbers from 0.
 */
export function layoutOf(widths: readonly number[], edges: readonly Link[]): Layout {
  const boxes: Box[] = widths.map((width) => ({ x: 0, y: 0, width, height: HEIGHT }));
  const lines: (readonly Point[])[] = edges.map(() => []);
  let [x, y, shelf, width] = [MARGIN, MARGIN, 0, 0];
  for (const nodes of partsOf(widths.length, edges)) {
    const part = partLayout(nodes, widths, edges);
    if (x > MARGIN && x + part.width > Math.max(WIDE, width)) {
      x = MARGIN;
      y += shelf + PART_GAP;
      shelf = 0;
    }
    for (const [node, box] of part.boxes) boxes[node] = { ...box, ...movedBy(box, x, y) };
    for (const [edge, line] of part.lines) lines[edge] = line.map((point) => movedBy(point, x, y));
    width = Math.max(width, x + part.width);
    x += part.width + (nodes.length === 1 ? GAP : PART_GAP);
    shelf = Math.max(shelf, part.height);
  }
  return { boxes, lines, width: Math.ceil(width + MARGIN), height: Math.ceil(y + shelf + MARGIN) };
}

/** Whole pixels, which are short to send. */
const movedBy = ({ x, y }: Point, right: number, down: number): Point => ({
  x: Math.round(x + right),
  y: Math.round(y + down),
});

/** The nodes that edges connect, the largest part first; a node without edges is a part of its own. */
function partsOf(count: number, edges: readonly Link[]): readonly (readonly number[])[] {
  const root = Array.from({ length: count }, (_, i) => i);
  const find = (node: number): number => {
    let one = node;
    for (let up = root[one]; up !== undefined && up !== one; up = root[one]) {
      root[one] = root[up] ?? up;
      one = up;
    }
    return one;
  };
  for (const { from, to } of edges) {
    const [a, b] = [find(from), find(to)];
    root[Math.max(a, b)] = Math.min(a, b);
  }
  const parts = new Map<number, number[]>();
  for (let node = 0; node < count; node++) {
    const part = parts.get(find(node));
    if (part === undefined) parts.set(find(node), [node]);
    else part.push(node);
  }
  return [...parts.values()].sort((a, b) => b.length - a.length);
}

interface PartLayout {
  readonly boxes: ReadonlyMap<number, Box>;
  readonly lines: ReadonlyMap<number, readonly Point[]>;
  readonly width: number;
  readonly height: number;
}

/** A connected part, from 0, 0. */
function partLayout(nodes: readonly number[], widths: readonly number[], edges: readonly Link[]): PartLayout {
  const local = new Map(nodes.map((node, i) => [node, i]));
  const own = edges.flatMap(({ from, to }, edge) => {
    const [a, b] = [local.get(from), local.get(to)];
    return a === undefined || b === undefined || a === b ? [] : [{ from: a, to: b, edge }];
  });
  const { layers, chains } = layersOf(nodes.length, own);
  const isNode = (item: number): boolean => item < nodes.length;
  const neighbors = neighborsOf(chains);
  const ordered = orderedIn(layers, neighbors);
  const heightOf = (item: number): number => (isNode(item) ? HEIGHT : PASSING);
  const middles = middlesOf(ordered, neighbors, heightOf);
  const top = ordered.flat().reduce((least, item) => Math.min(least, (middles.get(item) ?? 0) - heightOf(item) / 2), 0);
  const boxes = new Map<number, Box>();
  const columnOf = new Map<number, { readonly x: number; readonly width: number }>();
  let x = 0;
  let height = 0;
  for (const layer of ordered) {
    const width = layer.reduce((most, item) => Math.max(most, widths[nodes[item] ?? -1] ?? 0), 0);
    for (const item of layer) {
      const y = (middles.get(item) ?? 0) - top;
      columnOf.set(item, { x, width });
      height = Math.max(height, y + heightOf(item) / 2);
      const node = nodes[item];
      if (node !== undefined) boxes.set(node, { x, y: y - HEIGHT / 2, width: widths[node] ?? 0, height: HEIGHT });
    }
    x += width + COLUMN_GAP;
  }
  const lines = new Map<number, readonly Point[]>();
  const portAt = portsOf(chains, middles);
  for (const [i, { edge }] of own.entries()) {
    const { items, isReversed } = chains[i] ?? { items: [], isReversed: false };
    const line = items.flatMap((item, n): readonly Point[] => {
      const column = columnOf.get(item) ?? { x: 0, width: 0 };
      const box = boxes.get(nodes[item] ?? -1);
      const y = (middles.get(item) ?? 0) - top;
      if (!isNode(item) || box === undefined)
        return [
          { x: column.x, y },
          { x: column.x + column.width, y },
        ];
      const isStart = n === 0;
      const port = y + portAt(i, isStart);
      // Beside a wider node of the column the line is still straight.
      return isStart
        ? [
            { x: box.x + box.width, y: port },
            { x: column.x + column.width, y: port },
          ]
        : [{ x: box.x, y: port }];
    });
    const distinct = line.filter(({ x, y }, n) => x !== line[n - 1]?.x || y !== line[n - 1]?.y);
    lines.set(edge, isReversed ? distinct.toReversed() : distinct);
  }
  for (const [edge, { from, to }] of edges.entries()) {
    const box = from === to ? boxes.get(from) : undefined;
    // An edge to the node itself goes around its right end.
    if (box !== undefined) lines.set(edge, around(box));
  }
  return {
    boxes,
    lines,
    width: x - COLUMN_GAP + (edges.some(({ from, to }) => from === to && local.has(from)) ? GAP * 2 : 0),
    height,
  };
}

const around = ({ x, y, width, height }: Box): readonly Point[] => [
  { x: x + width, y: y + height * 0.3 },
  { x: x + width + GAP, y: y + height * 0.3 },
  { x: x + width + GAP, y: y + height * 0.7 },
  { x: x + width, y: y + height * 0.7 },
];

type Chains = ReturnType<typeof layersOf>['chains'];

/** The items before and after each item along the edges. */
function neighborsOf(chains: Chains): { readonly before: Neighbors; readonly after: Neighbors } {
  const [before, after] = [new Map<number, number[]>(), new Map<number, number[]>()];
  const add = (to: Map<number, number[]>, item: number, other: number): void => {
    const known = to.get(item);
    if (known === undefined) to.set(item, [other]);
    else known.push(other);
  };
  for (const { items } of chains)
    for (const [i, item] of items.entries()) {
      const next = items[i + 1];
      if (next === undefined) continue;
      add(after, item, next);
      add(before, next, item);
    }
  return { before, after };
}

type Neighbors = ReadonlyMap<number, readonly number[]>;

/** How often the columns are moved towards their neighbors. */
const ROUNDS = 6;

/** The middle of each item, so that items of a column keep their order and distance and are near those that they lead to. */
function middlesOf(
  layers: readonly (readonly number[])[],
  { before, after }: ReturnType<typeof neighborsOf>,
  heightOf: (item: number) => number,
): ReadonlyMap<number, number> {
  const middles = new Map<number, number>();
  const offsets = layers.map((layer) => {
    let at = 0;
    return layer.map((item, i) => {
      const previous = layer[i - 1];
      if (previous !== undefined) at += (heightOf(previous) + heightOf(item)) / 2 + GAP;
      return at;
    });
  });
  for (const [n, layer] of layers.entries())
    for (const [i, item] of layer.entries()) middles.set(item, offsets[n]?.[i] ?? 0);
  for (let round = 0; round < ROUNDS; round++) {
    const isForward = round % 2 === 0;
    const indexes = [...layers.keys()];
    for (const n of isForward ? indexes : indexes.reverse()) {
      const layer = layers[n] ?? [];
      const own = offsets[n] ?? [];
      const wanted = layer.map((item, i) => {
        const others = (isForward ? before : after).get(item) ?? [];
        const sum = others.reduce((total, other) => total + (middles.get(other) ?? 0), 0);
        return (others.length === 0 ? (middles.get(item) ?? 0) : sum / others.length) - (own[i] ?? 0);
      });
      for (const [i, value] of increasing(wanted).entries()) {
        const item = layer[i];
        if (item !== undefined) middles.set(item, value + (own[i] ?? 0));
      }
    }
  }
  return middles;
}

/** The numbers that never decrease and are nearest to the given ones, by least squares. */
function increasing(wanted: readonly number[]): readonly number[] {
  const blocks: { sum: number; count: number }[] = [];
  for (const value of wanted) {
    let block = { sum: value, count: 1 };
    for (let last = blocks.at(-1); last !== undefined; last = blocks.at(-1)) {
      if (last.sum / last.count <= block.sum / block.count) break;
      blocks.pop();
      block = { sum: last.sum + block.sum, count: last.count + block.count };
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count));
}

/** Where lines leave and reach their nodes: spread over the sides, in the order of the other ends. */
function portsOf(chains: Chains, middles: ReadonlyMap<number, number>): (chain: number, isStart: boolean) => number {
  const sides = new Map<string, { readonly chain: number; readonly other: number }[]>();
  const sideOf = (chain: number, isStart: boolean): string =>
    `${isStart ? 'after' : 'before'} ${chains[chain]?.items.at(isStart ? 0 : -1)}`;
  for (const [chain, { items }] of chains.entries())
    for (const isStart of [true, false]) {
      const other = middles.get(items.at(isStart ? 1 : -2) ?? 0) ?? 0;
      const side = sideOf(chain, isStart);
      sides.set(side, [...(sides.get(side) ?? []), { chain, other }]);
    }
  const ports = new Map<string, number>();
  for (const [side, ends] of sides) {
    ends.sort((a, b) => a.other - b.other || a.chain - b.chain);
    const step = Math.min(10, (HEIGHT - 12) / Math.max(1, ends.length - 1));
    for (const [i, { chain }] of ends.entries()) ports.set(`${side} ${chain}`, (i - (ends.length - 1) / 2) * step);
  }
  return (chain, isStart) => ports.get(`${sideOf(chain, isStart)} ${chain}`) ?? 0;
}

/** Places the nodes of a connected part of a graph in columns, and draws its edges from column to column. */
import { type Layers, type Link, layersOf, neighborsOf } from './layers';
import { middlesOf } from './middles';
import { orderedIn } from './ordering';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** In pixels, with text of 13 pixels. */
export const NODE_HEIGHT = 40;
export const GAP = 16;
const COLUMN_GAP = 72;
/** Lines that pass a column take less room than nodes. */
const PASSING = 8;

interface PartLayout {
  readonly boxes: ReadonlyMap<number, Box>;
  readonly lines: ReadonlyMap<number, readonly Point[]>;
  readonly width: number;
  readonly height: number;
}

/** A connected part, from 0, 0. */
export function partLayout(nodes: readonly number[], widths: readonly number[], edges: readonly Link[]): PartLayout {
  const local = new Map(nodes.map((node, i) => [node, i]));
  const own = edges.flatMap(({ from, to }, edge) => {
    const [a, b] = [local.get(from), local.get(to)];
    return a === undefined || b === undefined || a === b ? [] : [{ from: a, to: b, edge }];
  });
  const { layers, chains } = layersOf(nodes.length, own);
  const columns = columnsOf(layers, chains, nodes, widths);
  const lines = new Map<number, readonly Point[]>();
  const portAt = portsOf(chains, columns.middles);
  for (const [i, { edge }] of own.entries()) {
    const chain = chains[i];
    if (chain !== undefined)
      lines.set(
        edge,
        lineOf(chain, (isStart) => portAt(i, isStart), columns),
      );
  }
  const loops = edges.flatMap(({ from, to }, edge) => (from === to && local.has(from) ? [{ node: from, edge }] : []));
  const boxes = new Map(
    [...columns.boxes].flatMap(([item, box]) => (nodes[item] === undefined ? [] : [[nodes[item], box] as const])),
  );
  for (const { node, edge } of loops) {
    const box = boxes.get(node);
    if (box !== undefined) lines.set(edge, around(box));
  }
  return { boxes, lines, width: columns.width + (loops.length > 0 ? GAP * 2 : 0), height: columns.height };
}

interface Columns {
  /** Of the nodes, by their numbers within the part. */
  readonly boxes: ReadonlyMap<number, Box>;
  /** Of the nodes and of the places at which edges pass a column. */
  readonly middles: ReadonlyMap<number, number>;
  /** The column of each of them. */
  readonly columnOf: ReadonlyMap<number, { readonly x: number; readonly width: number }>;
  readonly width: number;
  readonly height: number;
}

function columnsOf(
  layers: Layers['layers'],
  chains: Layers['chains'],
  nodes: readonly number[],
  widths: readonly number[],
): Columns {
  const neighbors = neighborsOf(chains);
  const ordered = orderedIn(layers, neighbors);
  const heightOf = (item: number): number => (item < nodes.length ? NODE_HEIGHT : PASSING);
  const widthOf = (item: number): number => widths[nodes[item] ?? -1] ?? 0;
  const wanted = middlesOf(ordered, neighbors, heightOf, GAP);
  const top = ordered.flat().reduce((least, item) => Math.min(least, (wanted.get(item) ?? 0) - heightOf(item) / 2), 0);
  const boxes = new Map<number, Box>();
  const middles = new Map<number, number>();
  const columnOf = new Map<number, { readonly x: number; readonly width: number }>();
  let x = 0;
  let height = 0;
  for (const layer of ordered) {
    const width = layer.reduce((most, item) => Math.max(most, widthOf(item)), 0);
    for (const item of layer) {
      const y = (wanted.get(item) ?? 0) - top;
      middles.set(item, y);
      columnOf.set(item, { x, width });
      height = Math.max(height, y + heightOf(item) / 2);
      if (item < nodes.length)
        boxes.set(item, { x, y: y - NODE_HEIGHT / 2, width: widthOf(item), height: NODE_HEIGHT });
    }
    x += width + COLUMN_GAP;
  }
  return { boxes, middles, columnOf, width: x - COLUMN_GAP, height };
}

/**
 * The line of an edge through its columns.
 * @param portAt How far above or below the middle of its first or last node the line begins or ends.
 */
function lineOf(
  { items, isReversed }: Layers['chains'][number],
  portAt: (isStart: boolean) => number,
  { boxes, middles, columnOf }: Columns,
): readonly Point[] {
  const line = items.flatMap((item, n): readonly Point[] => {
    const column = columnOf.get(item) ?? { x: 0, width: 0 };
    const right = column.x + column.width;
    const box = boxes.get(item);
    const y = middles.get(item) ?? 0;
    if (box === undefined)
      return [
        { x: column.x, y },
        { x: right, y },
      ];
    const isStart = n === 0;
    const port = y + portAt(isStart);
    if (!isStart) return [{ x: box.x, y: port }];
    // Beside a wider node of the column the line is still straight.
    return [
      { x: box.x + box.width, y: port },
      { x: right, y: port },
    ];
  });
  const distinct = line.filter(({ x, y }, n) => x !== line[n - 1]?.x || y !== line[n - 1]?.y);
  return isReversed ? distinct.toReversed() : distinct;
}

/** An edge from a node to itself goes around its right end. */
const around = ({ x, y, width, height }: Box): readonly Point[] => [
  { x: x + width, y: y + height * 0.3 },
  { x: x + width + GAP, y: y + height * 0.3 },
  { x: x + width + GAP, y: y + height * 0.7 },
  { x: x + width, y: y + height * 0.7 },
];

/** Where lines leave and reach their nodes: spread over the sides, in the order of the other ends. */
function portsOf(
  chains: Layers['chains'],
  middles: ReadonlyMap<number, number>,
): (chain: number, isStart: boolean) => number {
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
    const step = Math.min(10, (NODE_HEIGHT - 12) / Math.max(1, ends.length - 1));
    for (const [i, { chain }] of ends.entries()) ports.set(`${side} ${chain}`, (i - (ends.length - 1) / 2) * step);
  }
  return (chain, isStart) => ports.get(`${sideOf(chain, isStart)} ${chain}`) ?? 0;
}

/** Places the nodes of a directed graph in columns, so that most edges lead to the right and few of them cross. */
import type { Link } from './layers';
import { type Box, GAP, NODE_HEIGHT, type Point, partLayout } from './partLayout';

export interface Layout {
  /** One for each node; none of them overlap. */
  readonly boxes: readonly Box[];
  /** One line for each edge, from its start to its end, through the gaps between the columns. */
  readonly lines: readonly (readonly Point[])[];
  readonly width: number;
  readonly height: number;
}

/** In pixels, between parts and around all of them. */
const PART_GAP = 40;
const MARGIN = 16;
/** Separate parts are put beside each other until they are so wide. */
const WIDE = 900;

/**
 * The same for the same input.
 * @param widths Of the nodes.
 * @param edges Between nodes, by their numbers from 0.
 */
export function layoutOf(widths: readonly number[], edges: readonly Link[]): Layout {
  const boxes: Box[] = widths.map((width) => ({ x: 0, y: 0, width, height: NODE_HEIGHT }));
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

/** What holds for every layout of a graph. */
import assert from 'node:assert/strict';
import type { Layout } from '../../server/core/features/overview/layout';

/** A graph to lay out. */
export interface Input {
  readonly widths: readonly number[];
  readonly edges: readonly { readonly from: number; readonly to: number }[];
}

/** Fails when something of a layout is wrong. */
export function holds({ boxes, lines, width, height }: Layout, { widths, edges }: Input): void {
  assert.equal(boxes.length, widths.length);
  for (const [i, a] of boxes.entries()) {
    assert.ok(a.x >= 0 && a.y >= 0 && a.x + a.width <= width && a.y + a.height <= height, 'a node is outside');
    assert.equal(a.width, widths[i]);
    for (const b of boxes.slice(i + 1)) {
      const isApart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      assert.ok(isApart, 'two nodes overlap');
    }
  }
  assert.equal(lines.length, edges.length);
  for (const [i, { from, to }] of edges.entries()) {
    const [start, end] = [lines[i]?.at(0), lines[i]?.at(-1)];
    const touches = (point: typeof start, node: number): boolean => {
      const box = boxes[node];
      if (point === undefined || box === undefined) return false;
      const isBeside = point.x === box.x || point.x === box.x + box.width;
      return isBeside && point.y >= box.y && point.y <= box.y + box.height;
    };
    assert.ok(touches(start, from) && touches(end, to), 'an edge ends elsewhere');
    for (const { x, y } of lines[i] ?? [])
      assert.ok(x >= 0 && y >= 0 && x <= width && y <= height, 'a line is outside');
  }
}

/** The layout of the delegation graph: nothing overlaps, every edge has a line, and it is the same each time. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { cyclesOf } from '../../server/core/features/overview/cycles';
import { layoutOf } from '../../server/core/features/overview/layout';
import { holds, type Input } from './layouts';

const inputs: fc.Arbitrary<Input> = fc.integer({ min: 0, max: 24 }).chain((count) =>
  fc.record({
    widths: fc.array(fc.integer({ min: 40, max: 280 }), { minLength: count, maxLength: count }),
    edges:
      count === 0
        ? fc.constant([])
        : fc.array(fc.record({ from: fc.nat(count - 1), to: fc.nat(count - 1) }), { maxLength: 50 }),
  }),
);

describe('the layout of a graph', () => {
  it('has no overlaps and a line for every edge, for any graph', () => {
    fc.assert(
      fc.property(inputs, (input) => holds(layoutOf(input.widths, input.edges), input)),
      { numRuns: 300 },
    );
  });

  it('is the same each time', () => {
    fc.assert(
      fc.property(inputs, ({ widths, edges }) => assert.deepEqual(layoutOf(widths, edges), layoutOf(widths, edges))),
      { numRuns: 50 },
    );
  });

  it('puts what is started to the right of what starts it, where there is no circle', () => {
    const edges = [
      { from: 3, to: 1 },
      { from: 1, to: 0 },
      { from: 3, to: 2 },
      { from: 2, to: 0 },
    ];
    const { boxes } = layoutOf([100, 100, 100, 100], edges);
    for (const { from, to } of edges)
      assert.ok((boxes[from]?.x ?? 0) + 100 < (boxes[to]?.x ?? 0), `${from} is left of ${to}`);
  });

  it('crosses no lines where none have to', () => {
    // Two pairs whose numbers suggest the wrong order, in one part.
    const edges = [
      { from: 0, to: 1 },
      { from: 0, to: 2 },
      { from: 1, to: 4 },
      { from: 2, to: 3 },
    ];
    const { boxes } = layoutOf([100, 100, 100, 100, 100], edges);
    const order = (a: number, b: number): number => Math.sign((boxes[a]?.y ?? 0) - (boxes[b]?.y ?? 0));
    assert.equal(order(1, 2), order(4, 3));
  });

  it('of the largest graph takes a moment', () => {
    const widths = Array.from({ length: 500 }, () => 120);
    // Each node leads to nodes far away, so that many lines pass many columns.
    const edges = Array.from({ length: 3_000 }, (_, i) => ({ from: i % 500, to: (i * 7 + (i % 13)) % 500 }));
    const start = performance.now();
    const layout = layoutOf(widths, edges);
    assert.ok(performance.now() - start < 3_000, `${performance.now() - start} ms`);
    holds(layout, { widths, edges });
  });
});

describe('the circles of a graph', () => {
  /** Whether `to` can be reached from `from` by at least one edge. */
  const reaches = (from: number, to: number, { edges }: Input): boolean => {
    const seen = new Set<number>();
    const waiting = [from];
    for (const node of waiting)
      for (const edge of edges)
        if (edge.from === node && !seen.has(edge.to)) {
          seen.add(edge.to);
          waiting.push(edge.to);
        }
    return seen.has(to);
  };

  it('are those of a plain search', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const count = input.widths.length;
        const { groups, cycles } = cyclesOf(count, input.edges);
        for (let a = 0; a < count; a++) {
          assert.equal(groups[a] !== undefined, reaches(a, a, input), `node ${a}`);
          for (let b = 0; b < count; b++)
            if (a !== b && groups[a] !== undefined)
              assert.equal(groups[a] === groups[b], reaches(a, b, input) && reaches(b, a, input));
        }
        for (const [group, cycle] of cycles.entries())
          for (const [i, node] of cycle.entries()) {
            const next = cycle[(i + 1) % cycle.length];
            assert.equal(groups[node], group);
            assert.ok(input.edges.some(({ from, to }) => from === node && to === next));
          }
      }),
      { numRuns: 200 },
    );
  });
});

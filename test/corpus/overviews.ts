/** Each repository of the corpus in the overviews of all agents: the tool matrix and the delegation graph. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { graphOf } from '../../server/core/features/overview/graph';
import { matrixOf } from '../../server/core/features/overview/matrix';
import { matrixTextOf } from '../../server/core/features/overview/matrixText';
import { mermaidOf } from '../../server/core/features/overview/mermaid';
import { pictureOf } from '../../server/core/features/overview/picture';
import { holds } from '../features/layouts';
import { absent } from './realFiles';
import { workspaces } from './workspaces';

describe('the overviews of the repositories of the corpus', { skip: absent }, () => {
  it('have pictures in which nothing overlaps and no call is missing', () => {
    const all = workspaces().map(pictureOf);
    for (const { nodes, edges, width, height } of all) {
      const layout = { boxes: nodes.map(({ box }) => box), lines: edges.map(({ line }) => line), width, height };
      holds(layout, { widths: nodes.map(({ box }) => box.width), edges });
    }
    assert.ok(all.some(({ edges }) => edges.length > 10));
  });

  it('are the same each time, and each call has its line in the text for Mermaid', () => {
    for (const index of workspaces()) {
      const graph = graphOf(index);
      assert.deepEqual(graphOf(index), graph);
      assert.deepEqual(pictureOf(index), pictureOf(index));
      const lines = mermaidOf(graph).split('\n');
      assert.equal(lines.length, 2 + graph.nodes.length + graph.edges.length);
    }
  });

  it('have a row for each agent, with a mark for each column, in every format', () => {
    for (const index of workspaces()) {
      const matrix = matrixOf(index);
      assert.ok(matrix.rows.length <= index.agents.length);
      for (const { cells } of matrix.rows) assert.match(cells, new RegExp(`^[lidw.]{${matrix.columns.length}}$`));
      for (const as of ['markdown', 'csv'] as const) {
        const lines = matrixTextOf(matrix, { as, all: true }).split('\n');
        assert.equal(lines.length, matrix.rows.length + (as === 'csv' ? 2 : 3));
      }
    }
  });
});

/** The parts of the benchmark: their rows, and which of them are recorded. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { partNames } from './options';
import type { Part } from './part';
import { partsOf } from './parts/all';
import { readRecorded } from './recorded';
import { sourceOf } from './texts';

const programs = { linters: new Map(), servers: new Map() };
const parts = (quick: boolean): readonly Part[] => partsOf({ quick, programs, source: sourceOf(true), folder: '' });
const rowsOf = (all: readonly Part[]): readonly string[] => all.flatMap(({ rows }) => rows.map(({ id }) => id));

describe('the parts of the benchmark', () => {
  it('have the names that --only takes', () => {
    assert.deepEqual(new Set(parts(false).map(({ name }) => name)), new Set(partNames));
  });

  it('have rows with different ids', () => {
    const ids = rowsOf(parts(false));
    assert.equal(new Set(ids).size, ids.length);
  });

  it('are recorded, every row that --quick compares and no other', () => {
    const gated = parts(true).map((part) => ({ ...part, rows: part.rows.filter((row) => row.gated === true) }));
    assert.deepEqual(Object.keys(readRecorded()).toSorted(), rowsOf(gated).toSorted());
  });
});

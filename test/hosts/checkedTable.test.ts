/** The table of what is checked for each host: it says yes where the host was run, and no where nothing is known. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hosts, isObserved } from '../../server/core/index';
import { checkedTable } from '../../server/node/generate/checkedTable';

describe('the table of what is checked', () => {
  const [titles = [], , ...rows] = checkedTable(
    () => 'source',
    ({ name }) => name,
  )
    .split('\n')
    .map((line) => line.slice(2, -2).split(' | '));
  const cell = (row: readonly string[], title: string): string => row[titles.indexOf(title)] ?? assert.fail(title);

  it('has a row for each host, and a cell in each column', () => {
    assert.deepEqual(
      rows.map(([name]) => name),
      hosts.map(({ name }) => name),
    );
    for (const row of rows) assert.equal(row.length, titles.length);
  });

  it('says yes to everything for hosts that were run', () => {
    for (const [i, row] of rows.entries()) {
      const isRun = hosts[i]?.formats.some(isObserved) === true;
      assert.equal(row.includes('no'), !isRun, row.join(' | '));
    }
  });

  it('says no to the load result, and yes to hovers, where a host was only read about', () => {
    const read = rows.filter((_row, i) => hosts[i]?.formats.some(isObserved) === false);
    assert.ok(read.length > 0);
    for (const row of read) {
      assert.equal(cell(row, 'Load result'), 'no');
      assert.equal(cell(row, 'Hover'), 'yes');
    }
  });
});

/** The check against recorded ratios: what fails, what is measured again, and what counts. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gate } from './gate';
import type { Part } from './part';
import { compare, SLACK } from './recorded';
import { ratio } from './statistics';

/** A part with one gated row, in which ours takes the next of these times and the floor takes 1. */
function part(times: readonly number[], id = 'a/cpu'): Part & { readonly measured: () => number } {
  let next = 0;
  return {
    name: 'check',
    what: id,
    rows: [{ id, title: id, unit: 'ms', base: 'floor', gated: true }],
    subjects: ['ours', 'floor'],
    rounds: 1,
    measure: async (subject) => ({ [id]: subject === 'ours' ? (times[next++] ?? Number.NaN) : 1 }),
    measured: () => next,
  };
}

const silent = (): void => undefined;
const stateOf = async (parts: readonly Part[], recorded: Readonly<Record<string, number>>): Promise<string> =>
  (await gate(parts, recorded, silent)).comparisons.map(({ id, state }) => `${id} ${state}`).join(', ');

describe('a quick benchmark', () => {
  it('measures a row once when it is within the slack', async () => {
    const fine = part([10 * SLACK]);
    assert.equal(await stateOf([fine], { 'a/cpu': 10 }), 'a/cpu fine');
    assert.equal(fine.measured(), 1);
  });

  it('fails a row that stays beyond the slack, after three measurements', async () => {
    const slow = part([25, 19, 20]);
    assert.equal(await stateOf([slow], { 'a/cpu': 10 }), 'a/cpu beyond');
    assert.equal(slow.measured(), 3);
  });

  it('lets a row pass that is within the slack once', async () => {
    const noisy = part([30, 12]);
    const { comparisons } = await gate([noisy], { 'a/cpu': 10 }, silent);
    assert.deepEqual(
      comparisons.map(({ state, now }) => [state, now]),
      [['fine', 12]],
    );
    assert.equal(noisy.measured(), 2);
  });

  it('measures only slow rows again', async () => {
    const [fine, slow] = [part([10]), part([20, 20, 20], 'b/cpu')];
    assert.equal(await stateOf([fine, slow], { 'a/cpu': 10, 'b/cpu': 10 }), 'a/cpu fine, b/cpu beyond');
    assert.equal(fine.measured(), 1);
  });

  it('says which row is too slow and by how much', async () => {
    const { cells } = await gate([part([20, 25, 30])], { 'a/cpu': 10 }, silent);
    assert.deepEqual(cells[1], [
      'a/cpu',
      '20 ms',
      '1 ms',
      '20',
      '10',
      '2.00',
      `too slow: more than ${SLACK} × recorded`,
    ]);
  });

  it('names a program that ends before it is measured', async () => {
    const measure = (): Promise<never> => Promise.reject(new Error('it ended'));
    const { failures, comparisons } = await gate([{ ...part([]), measure }], { 'a/cpu': 10 }, silent);
    assert.deepEqual(
      failures.map(({ subject, why }) => [subject, why]),
      [
        ['ours', 'it ended'],
        ['floor', 'it ended'],
      ],
    );
    assert.deepEqual(comparisons, []);
  });
});

describe('a comparison with the recorded ratios', () => {
  it('tells rows that became much faster, and leaves out rows that are not recorded', () => {
    const states = compare({ a: 5, b: 9, c: 1 }, { a: 10, b: 10 }).map(({ id, state }) => [id, state]);
    assert.deepEqual(states, [
      ['a', 'faster'],
      ['b', 'fine'],
    ]);
  });
});

describe('a ratio', () => {
  it('is the median over the rounds, so that one slow round does not count', () => {
    assert.equal(ratio([10, 90, 12], [1, 1, 1]), 12);
    // Both were slow in the second round.
    assert.equal(ratio([10, 90, 10], [1, 9, 1]), 10);
  });

  it('is undefined when one of both was not measured', () => {
    assert.equal(ratio([1], []), undefined);
  });
});

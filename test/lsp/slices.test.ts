/** Work in slices: messages are read between them, and several who work so do not add up. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inSlices, inTurn } from '../../server/lsp/workspace/slices';

/** Turns of an event loop that the test makes. In each one, whoever waited before it gets the turn. */
function loop(): { readonly turn: (act: () => void) => void; readonly next: () => number } {
  let waiting: readonly (() => void)[] = [];
  return {
    turn: (act) => {
      waiting = [...waiting, act];
    },
    next: () => {
      const now = waiting;
      waiting = [];
      for (const act of now) act();
      return now.length;
    },
  };
}

describe('turns for several', () => {
  it('go to one after the other, in their order, one in each turn of the event loop', () => {
    const { turn, next } = loop();
    const shared = inTurn(turn);
    const said: string[] = [];
    for (const name of ['a', 'b', 'c']) shared(() => said.push(name));
    for (const expected of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
      assert.equal(next(), 1);
      assert.deepEqual(said, expected);
    }
    assert.equal(next(), 0);
  });

  it('are shared by those who wait for another one during theirs', () => {
    const { turn, next } = loop();
    const shared = inTurn(turn);
    const said: string[] = [];
    const again = (name: string): void => {
      shared(() => {
        said.push(name);
        again(name);
      });
    };
    again('a');
    again('b');
    for (let i = 0; i < 6; i++) assert.equal(next(), 1);
    assert.equal(said.join(''), 'ababab');
  });

  it('begin again after a pause', () => {
    const { turn, next } = loop();
    const shared = inTurn(turn);
    let count = 0;
    for (let i = 0; i < 3; i++) {
      shared(() => count++);
      assert.equal(next(), 1);
      assert.equal(next(), 0);
    }
    assert.equal(count, 3);
  });
});

it('slices do everything in order, and stop when the work is no longer wanted', async () => {
  const busy = (): void => {
    const end = Date.now() + 3;
    while (Date.now() < end);
  };
  const done: number[] = [];
  const act = (item: number): void => {
    busy();
    done.push(item);
  };
  await inSlices(
    [1, 2, 3],
    act,
    (next) => next(),
    () => false,
  );
  assert.deepEqual(done, [1, 2, 3]);
  await inSlices(
    [4, 5, 6],
    act,
    (next) => next(),
    () => done.length > 4,
  );
  assert.deepEqual(done, [1, 2, 3, 4, 5]);
});

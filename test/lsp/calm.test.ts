/** Debouncing, turn by turn: timers of one length run in the order in which they are set, on any machine. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Calm } from '../../server/lsp/calm';

const turn = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 0));

/** A clock that only moves when it is set, and what was delivered. */
function watched(t: TestContext) {
  const acts: (readonly string[])[] = [];
  const clock = { now: 0 };
  t.mock.method(Date, 'now', () => clock.now);
  return { acts, clock, calm: new Calm((names) => acts.push(names)) };
}

/** Adds a name in each of some turns. */
async function busy(calm: Calm, turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) {
    calm.add(`${i}`);
    await turn();
  }
}

async function quiet(): Promise<void> {
  for (let i = 0; i < 4; i++) await turn();
}

describe('calm', () => {
  it('delivers what was added at once, in the order of the last additions, and only once', async (t) => {
    const { acts, calm } = watched(t);
    for (const name of ['a', 'b', 'a']) calm.add(name);
    assert.equal(acts.length, 0, 'not while names may still come');
    await quiet();
    assert.deepEqual(acts, [['b', 'a']]);
    await quiet();
    assert.equal(acts.length, 1);
  });

  it('does not come as long as a name is added in each turn', async (t) => {
    const { acts, calm } = watched(t);
    await busy(calm, 100);
    assert.equal(acts.length, 0);
    await quiet();
    assert.deepEqual(
      acts.map((names) => names.length),
      [100],
    );
  });

  it('is not awaited for more than a second', async (t) => {
    const { acts, clock, calm } = watched(t);
    await busy(calm, 10);
    clock.now = 999;
    await busy(calm, 10);
    assert.equal(acts.length, 0);
    clock.now = 1_000;
    await busy(calm, 4);
    assert.equal(acts.length, 1);
  });

  it('drops what is deleted, and everything when it is cleared', async (t) => {
    const { acts, calm } = watched(t);
    calm.add('a');
    calm.add('b');
    calm.delete('a');
    await quiet();
    assert.deepEqual(acts, [['b']]);
    calm.add('c');
    calm.clear();
    await quiet();
    assert.equal(acts.length, 1);
  });
});

/** A value in parts is the same however many of them were computed before it was needed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { each, finished, type InParts, inParts } from '../../server/core/text/inParts';

/** The sum of many numbers, which takes several steps. */
const numbers = Array.from({ length: 1_000 }, (_, i) => i);
const SUM = 499_500;

function summed(): { readonly value: InParts<number>; readonly added: () => number } {
  let added = 0;
  const value = inParts(function* () {
    let sum = 0;
    yield* each(numbers, (number) => {
      added++;
      sum += number;
    });
    return sum;
  });
  return { value, added: () => added };
}

describe('a value in parts', () => {
  it('is computed as a whole when it is needed at once, and only once', () => {
    const { value, added } = summed();
    assert.deepEqual([added(), value(), value(), added()], [0, SUM, SUM, numbers.length]);
    assert.deepEqual([...value.parts()], []);
  });

  it('is complete after its parts, each of which does a little', () => {
    const { value, added } = summed();
    const sizes: number[] = [];
    for (const part of value.parts()) {
      const before = added();
      part();
      sizes.push(added() - before);
    }
    assert.ok(sizes.length > 4 && Math.max(...sizes) <= 200, String(sizes));
    assert.deepEqual([added(), value(), added()], [numbers.length, SUM, numbers.length]);
  });

  it('is the same when it is needed after some of its parts, and has no more of them then', () => {
    for (let before = 0; before < 6; before++) {
      const { value, added } = summed();
      const parts = value.parts()[Symbol.iterator]();
      for (let i = 0; i < before; i++) parts.next().value?.();
      assert.equal(added(), Math.min(before * 200, numbers.length));
      assert.equal(value(), SUM);
      assert.deepEqual([parts.next().done, added()], [true, numbers.length]);
    }
  });
});

it('steps without a turn for others give the same', () => {
  const doubled: number[] = [];
  finished(each(numbers, (number) => void doubled.push(number * 2)));
  assert.deepEqual(
    doubled,
    numbers.map((number) => number * 2),
  );
});

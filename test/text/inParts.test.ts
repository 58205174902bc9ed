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

  it('is the same when it is needed between two parts, and then has no more of them', () => {
    for (let before = 0; before < 7; before++) {
      const { value, added } = summed();
      let count = 0;
      for (const part of value.parts()) {
        if (count === before) assert.equal(value(), SUM);
        part();
        count++;
        assert.ok(count <= before + 1 || before > 5, 'it ends');
      }
      assert.deepEqual([value(), added()], [SUM, numbers.length]);
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

/** Writing under Node: all bytes are written, also to a pipe that takes few at a time or none for a moment. */
import assert from 'node:assert/strict';
import type { writeSync } from 'node:fs';
import { describe, it } from 'node:test';
import { writeAll } from '../../server/node/output';

/** A `writeSync` that takes at most `size` bytes and throws each of `errors` before it takes any. */
function pipe(size: number, errors: readonly string[] = []): { readonly write: typeof writeSync; text(): string } {
  const taken: number[] = [];
  const left = [...errors];
  const write = (_: number, bytes: NodeJS.ArrayBufferView | string, from?: number | null | object): number => {
    const code = left.shift();
    if (code !== undefined) throw Object.assign(new Error(code), { code });
    assert.ok(bytes instanceof Uint8Array && typeof from === 'number');
    const part = bytes.subarray(from, from + size);
    taken.push(...part);
    return part.length;
  };
  return { write, text: () => Buffer.from(taken).toString() };
}

describe('writing output', () => {
  const text = 'naïve 🧪 text'.repeat(20);

  for (const size of [1, 7, 10_000]) {
    it(`writes everything to a pipe that takes ${size} bytes`, () => {
      const { write, text: written } = pipe(size);
      writeAll(1, Buffer.from(text), write);
      assert.equal(written(), text);
    });
  }

  it('waits for a full pipe', () => {
    const { write, text: written } = pipe(7, ['EAGAIN', 'EAGAIN']);
    writeAll(1, Buffer.from(text), write);
    assert.equal(written(), text);
  });

  it('reports another error', () => {
    assert.throws(() => writeAll(1, Buffer.from(text), pipe(7, ['ENOSPC']).write), { code: 'ENOSPC' });
  });
});

/** Standard input that does not wait: another program may have set the pipe so, and then there may be nothing yet. */
import assert from 'node:assert/strict';
import type { readSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readStdin } from '../../server/node/stdin';

/** Reads as `readSync` does: an answer is text, its end, or the code of an error. */
function reader(...answers: readonly string[]): typeof readSync {
  const left = [...answers];
  return (_, buffer) => {
    const next = left.shift() ?? '';
    if (/^E[A-Z]+$/.test(next)) throw Object.assign(new Error(next), { code: next });
    return new TextEncoder().encodeInto(next, new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength))
      .written;
  };
}

describe('standard input', () => {
  it('is waited for when there is nothing yet', () => {
    const read = reader('EAGAIN', 'one ', 'EAGAIN', 'EAGAIN', 'two', 'EAGAIN', '');
    assert.deepEqual(readStdin(read), { kind: 'text', text: 'one two' });
  });

  it('ends with its end, also where Windows reports it as an error', () => {
    assert.deepEqual(readStdin(reader('one')), { kind: 'text', text: 'one' });
    assert.deepEqual(readStdin(reader('one', 'EOF')), { kind: 'text', text: 'one' });
  });

  it('that cannot be read is an error', () => {
    assert.deepEqual(readStdin(reader('one', 'EIO')), { kind: 'error', message: 'EIO' });
  });
});

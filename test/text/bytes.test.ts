/** How many bytes a text takes, counted from what an edit changes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { offsetOfByte } from '../../server/core/text/byteLength';
import { changeBetween } from '../../server/core/text/change';
import { changedSource, sourceOf } from '../../server/core/text/source';

/** Short texts of characters of one to four bytes, and of halves of pairs, which edits put together and divide. */
const text = fc
  .array(fc.constantFrom('a', 'é', '…', '😀', '\ud83d', '\ude00', '\n'), { maxLength: 8 })
  .map((parts) => parts.join(''));

describe('the size of a text in bytes', () => {
  it('is that of UTF-8', () => {
    fc.assert(fc.property(text, (one) => assert.equal(sourceOf(one).bytes, Buffer.byteLength(one))));
  });

  it('divides a text where a reader of so many bytes stops', () => {
    fc.assert(
      fc.property(text, fc.nat(30), (one, max) => {
        const read = one.slice(0, offsetOfByte(one, max));
        const next = Array.from(one)[Array.from(read).length] ?? '';
        assert.ok(Buffer.byteLength(read) <= max, 'no more');
        assert.ok(next === '' || Buffer.byteLength(read + next) > max, 'and no less');
      }),
    );
  });

  it('is the same when it follows from another version', () => {
    fc.assert(
      fc.property(text, text, text, text, (head, gone, put, tail) => {
        const [before, after] = [head + gone + tail, head + put + tail];
        const { bytes } = changedSource(sourceOf(before), after, changeBetween(before, after));
        assert.equal(bytes, Buffer.byteLength(after));
      }),
    );
  });
});

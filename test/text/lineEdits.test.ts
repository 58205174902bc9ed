/** Edits between two versions of a text, line by line. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { applyEdits } from '../../server/core/text/edits';
import { editsBetween } from '../../server/core/text/lineEdits';

const shown = (before: string, after: string): readonly string[] =>
  editsBetween(before, after).map(({ span, newText }) => `${before.slice(span.start, span.end)}>${newText}`);

describe('editsBetween', () => {
  it('makes one edit for each run of lines that differ', () => {
    assert.deepEqual(shown('a\nb\nc\nd\n', 'a\nB\nc\n'), ['b>B', 'd\n>']);
    assert.deepEqual(shown('a\nb\nc', 'x\na\nb\ny'), ['>x\n', 'c>y']);
    assert.deepEqual(shown('a', 'a'), []);
  });

  it('replaces all at once where too many lines differ', () => {
    const lines = (mark: string): string => Array.from({ length: 600 }, (_, i) => `${mark}${i}\nsame\n`).join('');
    assert.equal(editsBetween(lines('a'), lines('b')).length, 1);
  });

  it('gives the text after, whatever both are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '\n', '\r', '- x\n', '')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        assert.equal(applyEdits(before, editsBetween(before, after)), after);
      }),
      { numRuns: 500 },
    );
  });
});

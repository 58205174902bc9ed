/** A text in pieces: any changes give the same text as applying them one by one to the whole. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { PiecedText } from '../../server/lsp/pieces';
import { runs } from '../seed';
import { type Edit, edited } from './edited';

type Change = Required<Edit>;

const applied = (text: string, changes: readonly Change[]): PiecedText =>
  changes.reduce((pieced, { range, text: by }) => pieced.with(range, by), PiecedText.of(text));

const whole = (text: PiecedText): string => text.start(Number.MAX_SAFE_INTEGER);

/** Line ends of all kinds and halves of them, alone, in runs, and around texts that are longer than a piece. */
const part = fc.constantFrom('', 'x', '\n', '\r', '\r\n', '\n\r', '😀', '\ud83d', 'ab\r\ncd\n', 'y'.repeat(5_000));
const long = fc.constantFrom('', 'z'.repeat(4_095), '\n'.repeat(4_097), '\r\n'.repeat(3_000), 'ab\r'.repeat(4_000));
const text = fc
  .tuple(long, fc.array(part, { maxLength: 8 }), long, fc.array(part, { maxLength: 8 }))
  .map((parts) => parts.flat().join(''));
const place = fc.record({
  line: fc.oneof(fc.nat(6), fc.nat(8_000)),
  character: fc.oneof(fc.nat(4), fc.nat(10_000), fc.constant(2_147_483_647)),
});
const change: fc.Arbitrary<Change> = fc
  .tuple(place, fc.oneof(fc.constant(undefined), place), fc.array(part, { maxLength: 3 }))
  .map(([a, b = a, parts]) => {
    const isForward = a.line < b.line || (a.line === b.line && a.character <= b.character);
    return { range: isForward ? { start: a, end: b } : { start: b, end: a }, text: parts.join('') };
  });

describe('a text in pieces', () => {
  it('is the same text after any changes', () => {
    fc.assert(
      fc.property(text, fc.array(change, { maxLength: 12 }), (before, changes) => {
        assert.equal(whole(applied(before, changes)), changes.reduce(edited, before));
      }),
      runs(300),
    );
  });

  it('stays as it was when a change makes another one', () => {
    const before = PiecedText.of('a\nb\n');
    before.with({ start: { line: 1, character: 0 }, end: { line: 2, character: 0 } }, 'c');
    assert.equal(whole(before), 'a\nb\n');
  });

  it('gives its start alone', () => {
    for (const length of [0, 1, 4_096, 4_097, 9_999, 10_000, 10_001])
      assert.equal(PiecedText.of('a'.repeat(10_000)).start(length), 'a'.repeat(Math.min(length, 10_000)));
  });

  it('has few pieces however it is typed', () => {
    const at = (line: number, character: number): Change['range'] => ({
      start: { line, character },
      end: { line, character },
    });
    for (const range of [() => at(0, 0), (i: number) => at(0, i), () => at(0, 3_000), () => at(9, 0)]) {
      let typed = PiecedText.of('a'.repeat(4_096));
      for (let i = 0; i < 20_000; i++) typed = typed.with(range(i), 'b');
      assert.equal(whole(typed).length, 24_096);
      assert.ok(typed.pieces.length < 30, `${typed.pieces.length} pieces`);
    }
  });

  it('takes 2,000 changes of a megabyte in time that does not grow with the text', () => {
    const took = (lines: number): number => {
      const before = PiecedText.of('- abc\n'.repeat(lines));
      const start = process.cpuUsage();
      let after = before;
      for (let i = 0; i < 2_000; i++) {
        const line = Math.floor((i * lines) / 2_000);
        after = after.with({ start: { line, character: 2 }, end: { line, character: 3 } }, 'x');
      }
      const { user, system } = process.cpuUsage(start);
      assert.ok(whole(after).length === lines * 6);
      return (user + system) / 1_000;
    };
    took(1_000);
    // One line index a change takes over ten seconds.
    assert.ok(took(170_000) < 2_000);
  });
});

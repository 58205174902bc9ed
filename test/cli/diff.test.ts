/** The unified diff of `fix --dry-run`, checked by applying it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { unifiedDiff } from '../../server/cli/commands/fix/diff';
import { document } from '../../server/core/text/document';
import { runs } from '../seed';

const plain = (_: number, text: string): string => text;

const diff = (before: string, after: string): string => unifiedDiff('a.md', before, after, plain);

/** Applies a diff as `patch` would, and fails when a line does not match. */
function patched(before: string, patch: string): string {
  const old = before.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const lines = patch.split('\n').slice(2, -1);
  let result = '';
  let at = 0;
  for (const [i, line] of lines.entries()) {
    const hunk = /^@@ -(\d+),(\d+) \+\d+,\d+ @@$/.exec(line);
    if (hunk !== null) {
      const start = hunk[2] === '0' ? Number(hunk[1]) : Number(hunk[1]) - 1;
      result += old.slice(at, start).join('');
      at = start;
      continue;
    }
    if (line.startsWith('\\')) continue;
    const text = line.slice(1) + (lines[i + 1]?.startsWith('\\') === true ? '' : '\n');
    if (line.startsWith('+')) result += text;
    else {
      assert.equal(text, old[at], 'the diff contains the old text');
      if (line.startsWith(' ')) result += text;
      at++;
    }
  }
  return result + old.slice(at).join('');
}

describe('a unified diff', () => {
  it('shows a changed line with three lines around it', () => {
    const before = 'a\nb\nc\nd\ne\nf\ng\nh\ni\n';
    const expected = document`
      --- a/a.md
      +++ b/a.md
      @@ -2,7 +2,7 @@
       b
       c
       d
      -e
      +E
       f
       g
       h
      `;
    assert.equal(diff(before, before.replace('e', 'E')), expected);
  });

  it('is empty for equal texts', () => assert.equal(diff('a\n', 'a\n'), ''));

  it('shows distant changes separately', () => {
    const before = Array.from({ length: 30 }, (_, i) => `${i}\n`).join('');
    const patch = diff(before, before.replace('3\n', 'x\n').replace('27\n', 'y\n'));
    assert.equal(patch.match(/^@@/gm)?.length, 2);
    assert.equal(patched(before, patch), before.replace('3\n', 'x\n').replace('27\n', 'y\n'));
  });

  it('says that the last line has no end', () =>
    assert.match(diff('a', 'b'), /-a\n\\ No newline.*\n\+b\n\\ No newline/));

  it('keeps CR, LF and tabs, and makes other control characters visible', () => {
    const patch = diff('a\r\nb\tc\u001b[31m\r\n', 'A\r\nb\tc\u001b[31m\r\n');
    assert.ok(patch.includes('-a\r\n+A\r\n b\tc\\u{1b}[31m\r\n'));
  });

  describe('of a long file', () => {
    const long = Array.from({ length: 200_000 }, (_, i) => (i % 3 === 0 ? '\n' : `text ${i % 7}\n`));
    const edited = (from: number, count: number, edit: (line: string, i: number) => string): string =>
      long.map((line, i) => (i >= from && i < from + count ? edit(line, i) : line)).join('');
    const rows: readonly (readonly [string, string, number])[] = [
      ['many changed lines in a row', edited(100, 5_000, (_, i) => `new ${i}\n`), 10_006],
      ['changed lines, one of them removed', edited(100, 500, (_, i) => (i === 300 ? '' : `new ${i}\n`)), 1_010],
      ['a long new part', edited(100, 1, (line) => `${'new\n'.repeat(400)}${line}`), 410],
      ['a long part removed', edited(100, 400, () => ''), 410],
      ['two such places', edited(100, 3_000, (_, i) => (i < 300 || i > 2_800 ? `new ${i}\n` : (long[i] ?? ''))), 1_010],
      [
        'two such places, each with a removed line',
        edited(100, 3_000, (line, i) => (i === 200 || i === 2_900 ? '' : i < 300 || i > 2_800 ? `new ${i}\n` : line)),
        1_010,
      ],
    ];
    for (const [what, after, most] of rows) {
      it(`shows only what is different: ${what}`, () => {
        const before = long.join('');
        const patch = diff(before, after);
        assert.equal(patched(before, patch), after);
        const lines = patch.split('\n').length;
        assert.ok(lines <= most + 10, `${lines} lines`);
      });
    }

    it('is linear also when nothing is equal', () => {
      const before = long.slice(0, 50_000).join('');
      const after = before.replaceAll(/\n/g, ' new\n');
      assert.equal(patched(before, diff(before, after)), after);
    });
  });

  it('converts one text to the other', () => {
    const text = fc
      .tuple(fc.array(fc.constantFrom('a', 'b', 'c', '', 'd'), { maxLength: 40 }), fc.boolean())
      .map(([lines, isEnded]) => lines.join('\n') + (isEnded && lines.length > 0 ? '\n' : ''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const patch = diff(before, after);
        assert.equal(patch === '' ? before : patched(before, patch), after);
      }),
      runs(2_000),
    );
  });
});

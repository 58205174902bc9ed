/** The tag `document`: what it removes from a template and what it leaves as it is. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { document } from '../../server/core/text/document';
import { runs } from '../seed';

describe('document', () => {
  it('removes the first line break and the indentation of the closing line', () => {
    const text = document`
      ---
      tools: [read]
              ^^^^ tool-case
      ---
      `;
    assert.equal(text, '---\ntools: [read]\n        ^^^^ tool-case\n---\n');
  });

  it('keeps empty lines, also at the beginning and the end', () => {
    const text = document`

      a

      b

      `;
    assert.equal(text, '\na\n\nb\n\n');
  });

  it('keeps lines with less indentation than the closing line', () => {
    const text = document`
      a
    b
      c
  `;
    assert.equal(text, '    a\n  b\n    c\n');
    assert.equal(document(['\n    a\n  b\n    ']), 'a\n  b\n');
  });

  it('removes tabs where the closing line begins with tabs', () => {
    assert.equal(document(['\n\ta\n\t\tb\n\t']), 'a\n\tb\n');
  });

  it('inserts interpolated text as it is', () => {
    const lines = 'b\n      c\n\n';
    const text = document`
      a: ${lines}d
      ${lines}${lines}
      `;
    assert.equal(text, `a: ${lines}d\n${lines}${lines}\n`);
    assert.equal(document(['', '\n  '], '\n  a'), '\n  a\n');
  });

  it('understands escapes', () => {
    const text = document`
      \`a\` \\ \${b} \u00e9
      `;
    assert.equal(text, '`a` \\ $\x7bb} é\n');
  });

  it('works for one line and for no line', () => {
    assert.equal(document(['\n  ']), '');
    assert.equal(document(['\n  a\n  ']), 'a\n');
    assert.equal(document(['a']), 'a');
  });

  it('restores every text that was indented, with interpolations anywhere', () => {
    const line = fc.stringMatching(/^[ \ta\\`$]{0,6}$/);
    const indentation = fc.stringMatching(/^[ \t]{0,5}$/);
    // A line is literal text, or literal text, interpolated text and literal text.
    const piece = fc.tuple(line, fc.option(fc.tuple(fc.stringMatching(/^[ \ta\n]{0,6}$/), line)));
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), indentation, (pieces, indent) => {
        const parts = ['\n'];
        const values: string[] = [];
        let text = '';
        for (const [before, cut] of pieces) {
          const isEmpty = before === '' && cut === null;
          parts.push(`${parts.pop()}${isEmpty ? '' : indent}${before}`);
          text += before;
          if (cut !== null) {
            const [value, after] = cut;
            values.push(value);
            parts.push(after);
            text += value + after;
          }
          parts.push(`${parts.pop()}\n`);
          text += '\n';
        }
        parts.push(`${parts.pop()}${indent}`);
        assert.equal(document(parts, ...values), text);
      }),
      runs(2_000),
    );
  });
});

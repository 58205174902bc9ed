/** The estimate of tokens: its order of magnitude for prose, code and other scripts, and its bounds. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sectionTokens } from '../server/core/agent/sectionTokens';
import { parse } from '../server/core/syntax/parse';
import { estimateTokens } from '../server/core/text/tokenEstimate';
import { runs } from './seed';
import { markdownish } from './syntax/bodyTexts';

const prose =
  'You review changes to the payment service. Read the whole change before you write anything, and name each fault with its file and line. ';
const code = 'const total = items.map((item) => item.price * item.count).reduce((a, b) => a + b, 0);\n';

const quotedHeadings = fc
  .array(fc.constantFrom('># A\n', '>### B\n', '>> ## C\n', 'x\n', '\n'), { maxLength: 8 })
  .map((lines) => lines.join(''));

describe('estimateTokens', () => {
  it('is 0 for the empty text only', () => {
    assert.equal(estimateTokens(''), 0);
    for (const text of ['a', '\n', '界', '🔒', '-', '7', '  '])
      assert.ok(estimateTokens(text) > 0, JSON.stringify(text));
  });

  it('counts four to six characters of English prose as a token, and fewer of code', () => {
    const ofProse = prose.length / estimateTokens(prose);
    const ofCode = code.length / estimateTokens(code);
    assert.ok(ofProse >= 4 && ofProse <= 6, String(ofProse));
    assert.ok(ofCode >= 2 && ofCode < ofProse, String(ofCode));
  });

  it('counts each character of scripts without letters as a token, and an emoji as two', () => {
    assert.equal(estimateTokens('訳文校正'), 4);
    assert.equal(estimateTokens('🔒'), 2);
  });

  it('adds up over sections', () => {
    const lines = [prose, code, '\n## 🔒 Access\n\n', '- [ ] Done\n'];
    const sum = lines.reduce((total, line) => total + estimateTokens(line), 0);
    assert.ok(Math.abs(estimateTokens(lines.join('')) - sum) <= lines.length);
  });

  it('adds up exactly over the parts of sections', () => {
    let nested = 0;
    fc.assert(
      // In block quotes, a mark may be right before that of a heading.
      fc.property(fc.oneof(markdownish(60), quotedHeadings), (text) => {
        const file = parse(text);
        const tokensOf = sectionTokens(file);
        const pending = [...file.body.root.children, ...file.body.pseudoHeadings];
        for (let section = pending.pop(); section !== undefined; section = pending.pop()) {
          if (section.children.length > 0) nested++;
          pending.push(...section.children);
          const whole = text.slice(section.span.start, section.span.end).trimEnd();
          assert.equal(tokensOf(section), estimateTokens(whole), JSON.stringify(whole));
        }
      }),
      runs(1_000),
    );
    assert.ok(nested > 100, 'sections are nested');
  });

  it('is two to three thousand for the seed', (t) => {
    const path = join('..', 'shared', 'seed', 'python-api-expert.md');
    if (!existsSync(path)) return t.skip('the seed is not beside the project');
    const text = readFileSync(path, 'utf8');
    const ratio = text.length / estimateTokens(text);
    t.diagnostic(`${text.length} characters, ${estimateTokens(text)} tokens`);
    assert.ok(ratio > 3.5 && ratio < 6, String(ratio));
  });
});

/** The page of the extension shows what the extension really says, and no image that VS Code would not show. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { lensesOf } from '../../server/core/features/lenses';
import { lint } from '../../server/core/index';
import { agent } from '../agent';

const page = readFileSync('client/gallery.md', 'utf8');

describe('the page of the extension', () => {
  it('has no image, and links to sites only', () => {
    assert.doesNotMatch(page, /!\[|<img/);
    for (const [, target = ''] of page.matchAll(/\]\(([^)]*)\)/g)) assert.match(target, /^(?:https:|#)/);
  });

  it('shows an agent with the lens and the problem that it has', () => {
    const [, block = ''] = /^```text\n([\s\S]*?)^```$/m.exec(page) ?? [];
    const lines = block.trimEnd().split('\n');
    const at = lines.findIndex((line) => /^ *~+$/.test(line));
    const [lens, marks = '', message] = [lines[0], lines[at], lines[at + 1]];
    const shown = agent([...lines.slice(1, at), ...lines.slice(at + 2), 'You test.', ''].join('\n'), 'api-tester.md');
    assert.equal(lensesOf(shown)[0]?.command?.title, lens);
    const [finding, ...others] = lint(shown).findings;
    assert.deepEqual(others, []);
    const { text } = shown.file.source;
    const start = text.indexOf(lines[at - 1] ?? '?') + marks.indexOf('~');
    assert.deepEqual([finding?.message, finding?.span], [message, { start, end: start + marks.trim().length }]);
  });
});

/** Document links and their targets. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linksOf } from '../../server/core/features/links';
import { agent } from '../agent';

const uri = 'file:///w/.claude/agents/a.md';

const targets = (body: string, from = uri): readonly (string | undefined)[] =>
  linksOf(agent(`---\nname: a\n---\n${body}`), from).map(({ target }) => target);

const table: readonly (readonly [string, string | undefined])[] = [
  ['[x](b.md)', 'file:///w/.claude/agents/b.md'],
  ['![x](./img/c.png)', 'file:///w/.claude/agents/img/c.png'],
  ['[x](../../docs/d.md#e)', 'file:///w/docs/d.md#e'],
  ['[x](../../../../../etc/passwd)', undefined],
  ['[x](%2E%2e/%2e%2E/d.md)', 'file:///w/d.md'],
  ['[x](<c d.md> "title")', 'file:///w/.claude/agents/c%20d.md'],
  ['[x](a\\(1\\).md)', 'file:///w/.claude/agents/a(1).md'],
  ['[x](ü🚀.md)', 'file:///w/.claude/agents/%C3%BC%F0%9F%9A%80.md'],
  ['[x](a%20b.md)', 'file:///w/.claude/agents/a%20b.md'],
  ['[x](\ud800.md)', 'file:///w/.claude/agents/%EF%BF%BD.md'],
  ['[x](https://example.org/a?b#c)', 'https://example.org/a?b#c'],
  ['[x](HTTP://example.org)', 'HTTP://example.org'],
  ['[x](https:example)', undefined],
  ['[x](command:workbench.action.quit)', undefined],
  ['[x](javascript:alert)', undefined],
  ['[x](file:///etc/passwd)', undefined],
  ['[x](C:\\secret)', undefined],
  ['[x](//host/share)', undefined],
  ['[x](\\\\host\\share)', undefined],
  ['[x](/absolute.md)', undefined],
  ['[x](#heading)', undefined],
  ['[x]()', undefined],
  ['`[x](b.md)`', undefined],
  ['```\n[x](b.md)\n```', undefined],
];

describe('linksOf', () => {
  for (const [written, target] of table)
    it(`${JSON.stringify(written)} leads to ${target ?? 'nothing'}`, () =>
      assert.deepEqual(targets(`${written}\n`), target === undefined ? [] : [target]));

  it('marks the target, not the text', () => {
    const [link] = linksOf(agent('See [x](b.md).\n'), uri);
    assert.deepEqual(link?.range, { start: { line: 0, character: 8 }, end: { line: 0, character: 12 } });
  });

  it('keeps the scheme and the authority of the document', () => {
    assert.deepEqual(targets('[x](../b.md)\n', 'vscode-vfs://github/o/r/agents/a.md?x=/#y/'), [
      'vscode-vfs://github/o/r/b.md',
    ]);
    assert.deepEqual(targets('[x](../b.md)\n', 'file:///a.md'), []);
    assert.deepEqual(targets('[x](b.md)\n', 'untitled:Untitled-1'), []);
    assert.deepEqual(targets('[x](https://a.b)\n', 'untitled:Untitled-1'), ['https://a.b']);
  });
});

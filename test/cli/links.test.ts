/** Broken links on the command line, which only looks inside the current folder. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run, SOUND } from './memory';

const AGENT = '/w/.claude/agents/reviewer.md';

const findings = (body: string, folder = '/w'): readonly string[] => {
  const files = { [AGENT]: `${SOUND}\n${body}\n`, '/w/docs/rules.md': '# Rules\n' };
  const { out } = run(['check', AGENT, '--format', 'json'], files, { folder });
  const { files: checked } = JSON.parse(out) as {
    readonly files: readonly { readonly findings: readonly { readonly rule: string }[] }[];
  };
  return checked.flatMap((file) => file.findings.map(({ rule }) => rule));
};

describe('a link to another file', () => {
  it('is reported when it does not exist', () => {
    assert.deepEqual(findings('[x](../../docs/rule.md)'), ['link-missing']);
    assert.deepEqual(findings('[x](../../doc/)'), ['link-missing']);
  });

  it('is not reported when a file or folder exists', () => {
    assert.deepEqual(findings('[x](../../docs/rules.md#top) [x](../../docs/) [x](%2e%2e/../docs/rules%2Emd)'), []);
  });

  it('is not reported when it leads out of the current folder', () => {
    assert.deepEqual(findings('[x](../../../other/rules.md) [x](../../docs/rule.md)', '/w/.claude'), []);
  });

  it('is ignored when it is not a path of a file, or is a placeholder', () => {
    const targets = ['#a', 'a', 'mailto:a@b.md', 'https://example.org/a.md', '/a.md', '{a}.md', '*.md', 'a/.../b.md'];
    assert.deepEqual(findings(targets.map((target) => `[x](${target})`).join(' ')), []);
  });
});

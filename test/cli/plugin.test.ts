/** Plugin agents on the command line: recognized by the manifest beside their folder, and checked by their own rules. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { document } from '../../server/core/text/document';
import { run } from './memory';

const files = {
  '/w/plugins/p/.claude-plugin/plugin.json': '{"name": "p"}',
  '/w/plugins/p/agents/tidy.md': document`
    ---
    description: Tidies up.
    model: opus
    hooks: bad
    ---
    Hi
    `,
  '/w/docs/agents/notes.md': '---\ntitle: Notes\n---\nHi\n',
};

interface Checked {
  readonly files: readonly {
    readonly path: string;
    readonly dialect: string;
    readonly findings: readonly { readonly rule: string }[];
  }[];
}

describe('plugin agents', () => {
  it('are found and checked; other Markdown in a folder named agents is not', () => {
    const { code, out } = run(['check', '--format', 'json'], files);
    const { files: found } = JSON.parse(out) as Checked;
    assert.deepEqual(
      found.map(({ path, dialect }) => [path, dialect]),
      [
        ['plugins/p/.claude-plugin/plugin.json', 'claude-code-plugin-manifest'],
        ['plugins/p/agents/tidy.md', 'claude-code-plugin'],
      ],
    );
    assert.deepEqual(
      found[1]?.findings.map(({ rule }) => rule),
      ['field-ignored'],
    );
    assert.equal(code, 0);
  });

  it('are those that the manifest lists, wherever they are', () => {
    const agent = '---\ndescription: Tidies up.\n---\nHi\n';
    const { out } = run(['explain', '--format', 'json'], {
      '/w/q/.claude-plugin/plugin.json': '{"name": "q", "agents": ["./custom/deep/c.md"]}',
      '/w/q/custom/deep/c.md': agent,
      '/w/q/custom/deep/other.md': agent,
      '/w/q/agents/a.md': agent,
      '/w/r/.claude-plugin/plugin.json': '{"name": "r"}',
      '/w/r/custom/c.md': agent,
    });
    const { files: found } = JSON.parse(out) as { readonly files: readonly { path: string; name: string }[] };
    assert.deepEqual(
      found.map(({ path, name }) => [path, name]),
      [
        ['q/.claude-plugin/plugin.json', 'q'],
        ['q/custom/deep/c.md', 'q:c'],
        ['r/.claude-plugin/plugin.json', 'r'],
      ],
    );
  });

  it('load under the names of the plugin and of their file', () => {
    const { out, code } = run(['explain', 'plugins/p/agents/tidy.md'], files);
    assert.match(out, /loads as `p:tidy`/);
    assert.equal(code, 0);
  });
});

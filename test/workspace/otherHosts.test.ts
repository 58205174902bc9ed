/** What is said about names of agents in several files, for hosts in which the first file wins. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Where } from '../../server/core/workspace/tree';
import { agentText, type Files, seenFrom } from './files';

const where: Where = { user: ['/home/me/.qwen', '/home/me/.gemini'], repositories: ['/w'] };

const named = (name: string, body = 'You review changes.'): string => agentText(name, body);

const said = (path: string, files: Files): readonly (readonly [string, string, string])[] =>
  seenFrom(path, files, where)
    .findings(['name-taken', 'name-hides', 'name-alike', 'agent-unknown', 'skill-unknown', 'server-unknown'])
    .map(({ rule, severity, message }) => [rule, severity, message]);

for (const [host, folder] of [
  ['Qwen Code', '.qwen'],
  ['Gemini CLI', '.gemini'],
] as const) {
  const first = `/w/${folder}/agents/aaa.md`;
  const second = `/w/${folder}/agents/bbb.md`;
  const users = `/home/me/${folder}/agents/c.md`;

  describe(`one name in several files of ${host}`, () => {
    it('means the first file of a folder', () => {
      const files = { [first]: named('twin'), [second]: named('twin') };
      assert.deepEqual(
        said(first, files).map(([rule, severity]) => [rule, severity]),
        [['name-taken', 'information']],
      );
      assert.deepEqual(said(second, files), [
        [
          'name-taken',
          'warning',
          `${host} never loads this file, because \`aaa.md\` has the same name \`twin\`. Rename one of them.`,
        ],
      ]);
    });

    it('means the file of the project before that of the user', () => {
      const files = { [first]: named('twin'), [users]: named('twin') };
      assert.deepEqual(
        said(first, files).map(([rule]) => rule),
        ['name-hides'],
      );
      assert.deepEqual(said(users, files), []);
    });

    it('means nothing in the folders above', () => {
      const inner = `/w/pkg/${folder}/agents/a.md`;
      assert.deepEqual(said(inner, { [inner]: named('twin'), [first]: named('twin') }), []);
    });

    it('means nothing to other hosts', () => {
      assert.deepEqual(said(first, { [first]: named('twin'), '/w/.claude/agents/a.md': named('twin') }), []);
    });

    it('says nothing about skills and servers, which are not known', () => {
      const body = 'Use the `deploy` skill.\nCall `mcp__docs__find`.\n';
      assert.deepEqual(said(first, { [first]: named('twin', body), '/w/.mcp.json': '{"mcpServers": {}}' }), []);
    });
  });
}

describe('names of Qwen Code in another case', () => {
  const lower = '/w/.qwen/agents/aaa.md';
  const upper = '/w/.qwen/agents/bbb.md';

  it('are one name', () => {
    const files = { [lower]: named('probe'), [upper]: named('Probe') };
    assert.deepEqual(
      said(upper, files).map(([rule, severity]) => [rule, severity]),
      [['name-taken', 'warning']],
    );
    const { around } = seenFrom(lower, files, where);
    const found = around?.agent('PROBE');
    assert.ok(found?.kind === 'one' && found.card.path === lower);
  });

  it('replace the built-in agent', () => {
    assert.deepEqual(
      said(lower, { [lower]: named('explore') }).map(([rule]) => rule),
      ['name-hides'],
    );
  });

  it('are two names to Gemini CLI, which takes only one of them', () => {
    const one = '/w/.gemini/agents/aaa.md';
    assert.deepEqual(said(one, { [one]: named('probe'), '/w/.gemini/agents/bbb.md': named('Probe') }), []);
  });
});

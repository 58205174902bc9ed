/** What is said about names of agents in several files: messages, severities, related places, and the lens. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lensesOf } from '../../server/core/features/lenses';
import type { Where } from '../../server/core/workspace/tree';
import { agentText, type Files, seenFrom } from './files';

const where: Where = { user: ['/home/me/.claude'], repositories: ['/w'] };

const said = (path: string, files: Files): readonly (readonly [string, string, string])[] =>
  seenFrom(path, files, where)
    .findings(['name-taken', 'name-hides', 'name-alike'])
    .map(({ rule, severity, message }) => [rule, severity, message]);

const lens = (path: string, files: Files): string | undefined => {
  const { agent, around } = seenFrom(path, files, where);
  return lensesOf(agent, around)[0]?.command?.title;
};

describe('one name in one folder', () => {
  const files = {
    '/w/.claude/agents/a.md': agentText('twin'),
    '/w/.claude/agents/sub/b.md': agentText('twin'),
    '/w/.claude/agents/z.md': agentText('twin'),
  };

  it('is a warning in the file that is not loaded, and says which one is', () => {
    assert.deepEqual(said('/w/.claude/agents/a.md', files), [
      [
        'name-taken',
        'warning',
        'Claude Code never loads this file, because `z.md` has the same name `twin`. Rename one of them.',
      ],
    ]);
  });

  it('is information in the file that is loaded', () => {
    assert.deepEqual(said('/w/.claude/agents/z.md', files), [
      [
        'name-taken',
        'information',
        '`a.md` and 1 more have the same name, so Claude Code loads only this file as `twin`. Rename all but one.',
      ],
    ]);
  });

  it('shows all other places', () => {
    const [finding] = seenFrom('/w/.claude/agents/a.md', files, where).findings(['name-taken']);
    assert.deepEqual(
      finding?.related?.map((one) => [one.in?.path, one.message, one.span]),
      [
        ['/w/.claude/agents/sub/b.md', 'This agent has the same name.', { start: 10, end: 14 }],
        ['/w/.claude/agents/z.md', 'This agent is loaded.', { start: 10, end: 14 }],
      ],
    );
  });

  it('is in the lens of the file that is not loaded', () => {
    assert.equal(lens('/w/.claude/agents/a.md', files), 'Not loaded: twin is loaded from z.md');
    assert.equal(lens('/w/.claude/agents/z.md', files), 'Loads as twin · every tool');
  });

  it('is not in the lens of a text that has another name by now', () => {
    const { around } = seenFrom('/w/.claude/agents/a.md', files, where);
    const { agent } = seenFrom('/w/.claude/agents/a.md', { '/w/.claude/agents/a.md': agentText('other') });
    assert.equal(lensesOf(agent, around)[0]?.command?.title, 'Loads as other · every tool');
  });
});

describe('one name in one plugin', () => {
  const files = {
    '/w/p/.claude-plugin/plugin.json': '{"name": "p"}',
    '/w/p/agents/a.md': agentText('twin'),
    '/w/p/agents/b.md': agentText('twin'),
  };

  it('promises no winner', () => {
    for (const [path, other] of [
      ['/w/p/agents/a.md', 'b.md'],
      ['/w/p/agents/b.md', 'a.md'],
    ] as const) {
      const message = `\`${other}\` has the same name, and Claude Code may load any of these files as \`p:twin\`. Rename all but one.`;
      assert.deepEqual(said(path, files), [['name-taken', 'warning', message]]);
      assert.equal(lens(path, files), `Not always loaded: p:twin is also the name of ${other}`);
    }
  });
});

describe('one name in several folders', () => {
  const files = {
    '/w/.claude/agents/a.md': agentText('twin'),
    '/w/api/.claude/agents/a.md': agentText('twin'),
    '/home/me/.claude/agents/t.md': agentText('twin'),
  };

  it('is said where the nearest one hides the others', () => {
    assert.deepEqual(said('/w/api/.claude/agents/a.md', files), [
      [
        'name-hides',
        'information',
        '`twin` hides the agent of a parent folder in `.claude/agents/a.md` and 1 more: sessions here load this file instead. Rename it if both are needed.',
      ],
    ]);
    assert.deepEqual(said('/w/.claude/agents/a.md', files), [
      [
        'name-hides',
        'information',
        "`twin` hides the user's agent in `home/me/.claude/agents/t.md`: sessions here load this file instead. Rename it if both are needed.",
      ],
    ]);
  });

  it('is not said at the agent of the user, which other sessions load', () => {
    assert.deepEqual(said('/home/me/.claude/agents/t.md', files), []);
    assert.equal(lens('/home/me/.claude/agents/t.md', files), 'Loads as twin · every tool');
  });
});

describe('names of the host', () => {
  it('are replaced by the same name', () => {
    const path = '/w/.claude/agents/e.md';
    const message =
      '`Explore` replaces the agent of this name that comes with Claude Code. Rename it if both are needed.';
    assert.deepEqual(said(path, { [path]: agentText('Explore') }), [['name-hides', 'information', message]]);
  });

  it('are ambiguous beside the same name in another spelling', () => {
    const path = '/w/.claude/agents/e.md';
    const message =
      '`explore` differs from the agent `Explore` that comes with Claude Code only in spelling (case, spaces, dashes and underscores), so calls in any other spelling are ambiguous and fail. Choose a name that differs more.';
    assert.deepEqual(said(path, { [path]: agentText('explore') }), [['name-alike', 'information', message]]);
  });
});

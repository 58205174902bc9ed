/** Renaming the file of an agent, which renames the agent. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editOfMoves } from '../../server/core/features/refactor/rename';
import { agentText, all, boss, checker, reviewer } from './renames';
import { applied, filesOf, type Texts } from './workspaces';

describe('renaming the file of an agent', () => {
  const marked = { [reviewer]: agentText('reviewer'), [boss]: agentText('boss', [], 'Ask @agent-reviewer.') };
  const moved = (texts: Texts, from: string, to: string): Texts | undefined => {
    const files = filesOf(texts);
    const result = editOfMoves([{ from, to }], files.index, all);
    return result && applied(files.texts, result);
  };

  it('renames the agent that has the name of the file', () => {
    assert.deepEqual(moved(marked, reviewer, checker), {
      [reviewer]: agentText('checker'),
      [boss]: agentText('boss', [], 'Ask @agent-checker.'),
    });
  });

  it('changes the calls of a plugin agent that has its name from the file', () => {
    const helper = '/w/tools/agents/helper.md';
    const texts = {
      '/w/tools/.claude-plugin/plugin.json': '{ "name": "kit" }',
      [helper]: '---\ndescription: Does a thing.\n---\nHi\n',
      [boss]: agentText('boss', [], 'Ask @agent-kit:helper.'),
    };
    assert.deepEqual(moved(texts, helper, '/w/tools/agents/aide.md'), {
      ...texts,
      [boss]: agentText('boss', [], 'Ask @agent-kit:aide.'),
    });
  });

  it('keeps the edits of several files apart', () => {
    const other = '/w/.claude/agents/tester.md';
    const files = filesOf({
      ...marked,
      [other]: agentText('tester'),
      [boss]: agentText('boss', [], 'Ask @agent-reviewer, then @agent-tester.'),
    });
    const moves = [
      { from: reviewer, to: checker },
      { from: other, to: '/w/.claude/agents/prover.md' },
    ];
    const result = editOfMoves(moves, files.index, all) ?? assert.fail('no edit');
    assert.equal(applied(files.texts, result)[boss], agentText('boss', [], 'Ask @agent-checker, then @agent-prover.'));
  });

  const silent: readonly (readonly [string, Texts, string, string])[] = [
    ['has another name than the file', { [reviewer]: agentText('critic') }, reviewer, checker],
    ['moves to another folder', marked, reviewer, '/w/.claude/agents/old/reviewer.md'],
    ['becomes a note', marked, reviewer, '/w/.claude/agents/reviewer.md.bak'],
    ['would get a taken name', marked, reviewer, '/w/.claude/agents/BOSS.md'],
    ['would get an illegal name', marked, reviewer, '/w/.claude/agents/-x.md'],
    ['is not known', marked, '/w/README.md', '/w/READ.md'],
  ];
  for (const [what, texts, from, to] of silent) {
    it(`changes nothing of one that ${what}`, () => assert.equal(moved(texts, from, to), undefined));
  }
});

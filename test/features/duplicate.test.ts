/** Copies of agents: the name that is proposed, the new file, and names that are refused. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { duplicateName, duplicateOf } from '../../server/core/features/refactor/duplicate';
import { filesOf, type Texts } from './workspaces';

const A = '/w/.claude/agents/';

const agent = (name: string, body = 'Hi'): string => `---\nname: ${name}\ndescription: Does it.\n---\n${body}\n`;

function copied(texts: Texts, path: string, name: string): ReturnType<typeof duplicateOf> {
  const { index } = filesOf(texts);
  return duplicateOf(index.ties(path) ?? assert.fail(path), texts[path] ?? assert.fail(path), name, index);
}

describe('a copy of an agent', () => {
  it('has a free name with a number', () => {
    const name = (texts: Texts, path = `${A}a.md`): string | undefined => {
      const { index } = filesOf(texts);
      return duplicateName(index.ties(path) ?? assert.fail(path), index);
    };
    assert.equal(name({ [`${A}a.md`]: agent('a') }), 'a-2');
    assert.equal(name({ [`${A}a.md`]: agent('a'), [`${A}b.md`]: agent('a-2') }), 'a-3');
    assert.equal(name({ [`${A}a.md`]: agent('a-2') }), 'a-3');
    // A file of this name is in the way.
    assert.equal(name({ [`${A}a.md`]: agent('a'), [`${A}a-2.md`]: agent('b') }), 'a-3');
    assert.equal(name({ [`${A}a.md`]: '---\nname: [a]\ndescription: x\n---\nHi\n' }), undefined);
  });

  it('differs in its name and its report only', () => {
    const body = 'Ask @agent-b.\n\n## Report\n\n```yaml\ncompletion_report:\n  agent: a\n```';
    assert.deepEqual(copied({ [`${A}a.md`]: agent('a', body), [`${A}b.md`]: agent('b') }, `${A}a.md`, 'x'), {
      path: `${A}x.md`,
      text: agent('x', body.replace('agent: a', 'agent: x')),
    });
  });

  it('goes beside the agent, whatever the name of its file', () => {
    const copy = copied({ [`${A}some file.md`]: agent('a') }, `${A}some file.md`, 'x y');
    assert.ok('path' in copy ? copy.path === `${A}x-y.md` : copy.refused.includes('x y'), JSON.stringify(copy));
    const gemini = '/w/.gemini/agents/g.md';
    assert.deepEqual(copied({ [gemini]: agent('g') }, gemini, 'h'), {
      path: '/w/.gemini/agents/h.md',
      text: agent('h'),
    });
  });

  it('has no file that Windows cannot have', () => {
    for (const name of ['CON', 'nul', 'com1']) {
      const copy = copied({ [`${A}a.md`]: agent('a') }, `${A}a.md`, name);
      assert.deepEqual(copy, { path: `${A}agent.md`, text: agent(name) });
    }
  });

  it('keeps the notation of another host', () => {
    const path = '/w/.codex/agents/a.toml';
    const text = 'name = "a"\ndescription = "Does it."\ndeveloper_instructions = "Hi"\n';
    assert.deepEqual(copied({ [path]: text }, path, 'b'), {
      path: '/w/.codex/agents/b.toml',
      text: text.replace('"a"', '"b"'),
    });
  });

  for (const [what, name, reason] of [
    ['its own name', 'a', /taken/],
    ['the name of another agent', 'b', /taken/],
    ['the name of a built-in agent', 'Explore', /taken: .* built-in agent/],
    ['a name whose file exists', 'c', /`c\.md` exists already/],
    ['an empty name', '', /empty/],
    ['a name of two lines', 'x\ny', /line break/],
  ] as const)
    it(`has not ${what}`, () => {
      const copy = copied(
        { [`${A}a.md`]: agent('a'), [`${A}b.md`]: agent('b'), [`${A}c.md`]: agent('d') },
        `${A}a.md`,
        name,
      );
      assert.ok('refused' in copy && reason.test(copy.refused), JSON.stringify(copy));
    });
});

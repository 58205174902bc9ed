/** The command line on skills, commands and manifests: found in folders, explained by name, and no agents to others. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Files, run } from './memory';

const files = {
  '/w/.claude/skills/notes/SKILL.md': '---\ndescription: Writes notes.\nallowed-tools: bash\n---\nWrite.\n',
  '/w/.claude/skills/notes/reference.md': 'Only read by the skill.\n',
  '/w/.claude/commands/team/review.md': 'Review it.\n',
  '/w/.claude/agents/reviewer.md': '---\nname: reviewer\ndescription: Does a thing.\nskills: notes\n---\nHi\n',
  '/w/p/.claude-plugin/plugin.json': '{ "name": "p", }',
};

describe('skills, commands and manifests', () => {
  it('are found in a folder and checked', () => {
    const { out, code } = run(['check', '--format', 'json'], files);
    const found = (JSON.parse(out) as { files: { path: string; format: string; findings: { rule: string }[] }[] })
      .files;
    assert.deepEqual(
      found.map(({ path, format, findings }) => [path, format, findings.map(({ rule }) => rule)]),
      [
        ['.claude/agents/reviewer.md', 'claude-code', []],
        ['.claude/commands/team/review.md', 'claude-code-command', []],
        ['.claude/skills/notes/SKILL.md', 'claude-code-skill', ['tool-case']],
        ['p/.claude-plugin/plugin.json', 'claude-code-plugin-manifest', ['json-syntax']],
      ],
    );
    assert.equal(code, 1);
  });

  it('are checked with all other skills that are told to the model', () => {
    const skills = Object.fromEntries(
      Array.from({ length: 31 }, (_, i) => [
        `/w/.claude/skills/k${10 + i}/SKILL.md`,
        `---\ndescription: ${'x'.repeat(1_000)}\n---\nHi\n`,
      ]),
    );
    const found = (path: string, more: Files = {}): readonly string[] =>
      run(['check', path], { ...skills, ...more })
        .out.split('\n')
        .flatMap((line) => /the \d+ here have [\d,]+/.exec(line)?.[0] ?? []);
    assert.deepEqual(found('.'), ['the 31 here have 31,000']);
    assert.deepEqual(found('.claude/skills/k10/SKILL.md'), ['the 31 here have 31,000']);
    assert.deepEqual(found('.claude/skills/k11/SKILL.md'), []);
    for (const settings of ['/w/.claude/settings.json', '/home/me/.claude/settings.local.json'])
      assert.deepEqual(found('.', { [settings]: '{ "skillListingBudgetFraction": 0.02 }' }), [], settings);
    const command = { '/w/.claude/commands/team/z.md': `---\ndescription: ${'x'.repeat(1_001)}\n---\nHi\n` };
    assert.deepEqual(found('.claude/skills/k10/SKILL.md', command), []);
    assert.deepEqual(found('.claude/commands/team/z.md', command), ['the 32 here have 32,001']);
  });

  it('are explained by the name under which they load', () => {
    assert.match(run(['explain', '.claude/skills/notes/SKILL.md'], files).out, /loads as `\/notes`/);
    assert.match(run(['explain', '.claude/commands/team/review.md'], files).out, /loads as `\/team:review`/);
    assert.match(run(['explain', 'p/.claude-plugin/plugin.json'], files).out, /does not load/);
  });
});

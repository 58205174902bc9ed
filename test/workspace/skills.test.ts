/** What is said about skills that an agent names, and what the fixes create. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentText, type Files, findingsIn, HERE, skillText } from './around';

const deploy: Files = { '/w/.claude/skills/deploy/SKILL.md': skillText('d') };

const lists = (names: string): string => agentText('a', `skills: ${names}\n`);

const messages = (files: Files, path?: string): readonly string[] =>
  findingsIn(files, 'skill-unknown', path).map(({ message }) => message);

describe('a list of skills', () => {
  for (const [what, files, path] of [
    ['nothing where no skill of the project is known', { [HERE]: lists('nope') }],
    ['nothing about a name that may be of a plugin', { ...deploy, [HERE]: lists('team:nope') }],
    ['nothing about a skill of the host', { ...deploy, [HERE]: lists('dataviz') }],
    ['nothing about what can be no name, which another rule reports', { ...deploy, [HERE]: lists('/deploy, x.md') }],
    [
      'nothing in a file of the user',
      { ...deploy, '/home/.claude/agents/a.md': lists('nope') },
      '/home/.claude/agents/a.md',
    ],
    [
      'nothing about a closed skill in a file of the user, who knows it',
      {
        '/home/.claude/skills/deploy/SKILL.md': skillText('d', 'disable-model-invocation: true\n'),
        '/home/.claude/agents/a.md': lists('deploy'),
      },
      '/home/.claude/agents/a.md',
    ],
    [
      'nothing in a file of a plugin',
      { ...deploy, '/w/p/.claude-plugin/plugin.json': '{ "name": "p" }', '/w/p/agents/a.md': lists('nope') },
      '/w/p/agents/a.md',
    ],
    [
      'nothing about a skill of the user',
      { ...deploy, '/home/.claude/skills/mine/SKILL.md': skillText('d'), [HERE]: lists('mine') },
    ],
  ] satisfies readonly (readonly [string, Files, string?])[])
    it(`says ${what}`, () => assert.deepEqual(messages(files, path), []));

  it('with another spelling of a name is reported, with the right one', () => {
    const [found] = findingsIn({ ...deploy, [HERE]: lists('Deploy') }, 'skill-unknown');
    assert.deepEqual(
      found?.fixes?.[0]?.edits.map(({ newText }) => newText),
      ['deploy'],
    );
  });

  it('never offers the name of a skill that is closed as well', () => {
    const closed = { '/w/.claude/skills/deploy/SKILL.md': skillText('d', 'disable-model-invocation: true\n') };
    const [found] = findingsIn({ ...closed, [HERE]: lists('deploi') }, 'skill-unknown');
    assert.deepEqual(
      found?.fixes?.map(({ title }) => title),
      ['Create the skill `deploi`'],
    );
  });

  it('says which field keeps a skill from the model', () => {
    const gated = { '/w/.claude/skills/deploy/SKILL.md': skillText('d', 'paths: src/**\n') };
    assert.match(messages({ ...gated, [HERE]: lists('deploy') })[0] ?? '', /\(`paths`\)/);
  });

  it('names the place of a skill that sessions here do not read', () => {
    const far = { '/w/lib/.claude/skills/far/SKILL.md': skillText('d') };
    const [found] = findingsIn({ ...far, [HERE]: lists('far') }, 'skill-unknown');
    assert.equal(found?.severity, 'information');
    assert.deepEqual(
      found.related?.map((place) => place.in?.path),
      Object.keys(far),
    );
  });

  it('creates a skill beside the agents, with a path like theirs', () => {
    for (const [path, other, created] of [
      [HERE, '/w/.claude/skills/deploy/SKILL.md', '/w/.claude/skills/audit/SKILL.md'],
      ['.claude/agents/a.md', '.claude/skills/deploy/SKILL.md', '.claude/skills/audit/SKILL.md'],
      [
        'file:///w/.claude/agents/a.md',
        'file:///w/.claude/skills/deploy/SKILL.md',
        'file:///w/.claude/skills/audit/SKILL.md',
      ],
    ] as const) {
      const [found] = findingsIn({ [other]: skillText('d'), [path]: lists('audit') }, 'skill-unknown', path);
      const [fix] = found?.fixes ?? [];
      assert.equal(fix?.safe, false);
      assert.deepEqual(
        fix.creates?.map((file) => file.path),
        [created],
      );
      const made = { [created]: fix.creates?.[0]?.text ?? '', [other]: skillText('d'), [path]: lists('audit') };
      assert.deepEqual(findingsIn(made, 'skill-unknown', path), [], 'the new skill is found');
    }
  });

  it('creates nothing for a name that no folder can have', () => {
    const [found] = findingsIn({ ...deploy, [HERE]: lists('"<x>"') }, 'skill-unknown');
    assert.deepEqual(found?.fixes, []);
  });
});

describe('a skill in the body', () => {
  const two = {
    '/w/.claude/skills/build/SKILL.md': skillText('d'),
    '/w/.claude/skills/check/SKILL.md': skillText('d'),
    '/w/.claude/skills/gated/SKILL.md': skillText('d', 'paths: src/**\n'),
  };
  const body = (text: string): string =>
    agentText('a', '', `Use the \`build\` skill. Use the \`check\` skill. ${text}\n`);
  for (const [text, severities] of [
    ['Use the `nope` skill.', ['information']],
    ['Use the `nope` skill. Then use the `nope` skill again.', ['information']],
    ['Never use the `nope` skill.', []],
    ['Use the `team:nope` skill.', []],
    ['Use the `gated` skill.', ['information']],
  ] as const)
    it(text, () =>
      assert.deepEqual(
        findingsIn({ ...two, [HERE]: body(text) }, 'body-skill').map(({ severity }) => severity),
        severities,
      ),
    );
});

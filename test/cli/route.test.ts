/** The command `route`: which agents and skills a request may lead to. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run } from './memory';

const agentText = (name: string, description: string): string =>
  `---\nname: ${name}\ndescription: ${description}\n---\nHi\n`;

const files = {
  '/w/.claude/agents/one-helper.md': agentText('one-helper', 'Writes unit tests for services.'),
  '/w/.claude/agents/two-helper.md': agentText('two-helper', 'Writes unit tests for services.'),
  '/w/.claude/agents/gardener.md': agentText('gardener', 'Waters plants.'),
  '/w/.claude/skills/prune/SKILL.md': '---\ndescription: Cuts plants back in spring.\n---\nHi\n',
};

describe('route', () => {
  it('ranks agents and skills, and says that it is an estimate', () => {
    const { code, out, err } = run(['route', 'water the plants'], files);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^1\. `gardener` \(agent, 100 %\): \.claude\/agents\/gardener\.md\n {3}matches: water, plants\n/);
    assert.match(out, /\n2\. `prune` \(skill, \d+ %\): \.claude\/skills\/prune\/SKILL\.md\n/);
    assert.match(out, /\n2 matches of 4 agents and skills\. This is an estimate .*\n$/);
  });

  it('shows near ties with the words that they share', () => {
    const { out } = run(['route', 'write tests'], files);
    assert.match(out, /^Near tie: `one-helper`, `two-helper`\. They share: (?:write, tests|tests, write)\.\n/);
  });

  it('searches given folders only', () => {
    const more = { ...files, '/v/.claude/agents/x.md': agentText('x', 'Waters plants.') };
    assert.match(run(['route', 'water', '/v'], more).out, /`x` .*: \/v\/\.claude\/agents\/x\.md/);
    assert.doesNotMatch(run(['route', 'water', '/v'], more).out, /gardener/);
  });

  it('fails when nothing matches, and without a request', () => {
    const { code, out } = run(['route', 'xyzzy'], files);
    assert.deepEqual(
      [code, out],
      [1, 'No word of the request is in the names and descriptions of 4 agents and skills.\n'],
    );
    assert.equal(run(['route'], files).code, 2);
    assert.equal(run(['route', 'water', 'nowhere'], files).code, 2);
  });

  it('writes JSON with the same facts', () => {
    const { out } = run(['route', 'write tests', '--format', 'json'], files);
    const { version, request, compared, tied, shared, matches } = JSON.parse(out);
    assert.deepEqual([version, request, compared, tied], [1, 'write tests', 4, 2]);
    assert.deepEqual([...shared].sort(), ['tests', 'write']);
    assert.deepEqual(Object.keys(matches[0]), ['kind', 'name', 'path', 'host', 'score', 'words', 'description']);
    assert.equal(matches[0].path, '.claude/agents/one-helper.md');
  });

  it('does not let a file control the terminal', () => {
    const odd = { '/w/.claude/agents/a.md': agentText('a', '"Waters \\u001b[31m\\u202e plants."') };
    for (const format of ['text', 'json'])
      for (const hidden of ['\u001b', '\u202e'])
        assert.ok(!run(['route', 'water', '--format', format], odd).out.includes(hidden), format);
  });
});

/** What the overview shows below an agent, each with the place that opens. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AgentParts, agentPartsOf, type NamedPart } from '../../server/core/features/overview/agentParts';
import { agentText, covered, type Files, type WorkspaceAt, workspaceAt } from './workspaceAt';

const A = '/w/.claude/agents/';

interface At extends WorkspaceAt {
  readonly parts: AgentParts;
}

/** The parts of the agent with `$0` in its file. */
function partsIn(files: Files): At {
  const at = workspaceAt(files);
  const ties = at.index.ties(at.agent.path ?? '') ?? assert.fail('no ties');
  return { ...at, parts: agentPartsOf(at.agent, ties, at.index) };
}

const named = ({ shown }: At, parts: readonly NamedPart[]): readonly string[] =>
  parts.map(({ name, from, place }) => `${name} ${from} ${shown(place)}`);

describe('the parts of an agent', () => {
  it('are its tools with what they affect, then those that it does not get', () => {
    const { parts, texts } = partsIn({
      [`${A}a.md`]: agentText('a', 'H$0i', 'tools: Read, Bash(git *), MultiEdit, mcp__jira__get, mcp__github'),
    });
    assert.deepEqual(
      parts.tools.map(({ name, effect, state, why, place }) => [
        name,
        effect,
        state,
        why,
        covered(texts[place.uri] ?? '', place.range),
      ]),
      [
        ['Read', 'reads', 'given', undefined, 'Read'],
        ['Bash', 'runs', 'given', undefined, 'Bash(git *)'],
        ['mcp__jira__get', undefined, 'given', undefined, 'mcp__jira__get'],
        ['MultiEdit', undefined, 'ignored', 'removed in 2.0.0', 'MultiEdit'],
      ],
    );
    assert.equal(parts.inherits, false);
    assert.deepEqual(
      parts.servers.map(({ name }) => name),
      ['jira', 'github'],
    );
  });

  it('are all tools where no list restricts them', () => {
    const { parts } = partsIn({ [`${A}a.md`]: agentText('a$0') });
    assert.equal(parts.inherits, true);
    assert.ok(parts.tools.some(({ name, effect }) => name === 'Bash' && effect === 'runs'));
    assert.ok(parts.tools.every(({ state }) => state !== 'ignored'));
  });

  it('are no tools of an agent that does not load', () => {
    const { parts } = partsIn({ [`${A}a.md`]: '---\ndescription: Does it.\ntools: Read\n---\nH$0i\n' });
    assert.deepEqual(parts.tools, []);
  });

  it('are the skills that it names, with their files', () => {
    const at = partsIn({
      [`${A}a.md`]: agentText('a', 'H$0i', 'skills: ship, nope, review'),
      '/w/.claude/skills/ship/SKILL.md': '---\nname: ship\ndescription: Ships it.\n---\nShip\n',
    });
    assert.deepEqual(named(at, at.parts.skills), [
      'ship file /w/.claude/skills/ship/SKILL.md: ship',
      `nope unknown ${A}a.md: nope`,
      `review built-in ${A}a.md: review`,
    ]);
  });

  it('are servers: declared, its own, and unknown ones', () => {
    const at = partsIn({
      [`${A}a.md`]: agentText(
        'a',
        'H$0i',
        'tools: Read, mcp__jira, mcp__none\nmcpServers:\n  - own:\n      command: x',
      ),
      '/w/.mcp.json': '{ "mcpServers": { "jira": { "command": "x" } } }',
    });
    assert.deepEqual(named(at, at.parts.servers), [
      'jira file /w/.mcp.json: "jira"',
      `none unknown ${A}a.md: mcp__none`,
      `own own ${A}a.md: a`,
    ]);
  });

  it('are the agents that it calls and that call it, each once, without those in examples', () => {
    const at = partsIn({
      [`${A}a.md`]: agentText(
        'a',
        'Ask @agent-b, then @agent-b again.$0\nAsk @agent-Explore and @agent-nobody.\n\n## Examples\n\nuser: "Ask @agent-c"\n\n> Ask @agent-c.\n\n```\n@agent-c\n```',
      ),
      [`${A}b.md`]: agentText('b', 'Ask @agent-a now.\nAsk @agent-a later.'),
      [`${A}c.md`]: agentText('c', 'Never ask anybody.'),
    });
    assert.deepEqual(named(at, at.parts.delegates), [
      `b file ${A}b.md: b`,
      `Explore built-in ${A}a.md: Explore`,
      `nobody unknown ${A}a.md: nobody`,
    ]);
    assert.deepEqual(named(at, at.parts.callers), [`b file ${A}b.md: a`]);
  });

  it('are sizes', () => {
    const { parts } = partsIn({ [`${A}a.md`]: agentText('a$0', 'word '.repeat(100)) });
    assert.ok(parts.tokens.prompt > 90 && parts.tokens.prompt < 200, String(parts.tokens.prompt));
    assert.ok(parts.tokens.description > 0 && parts.tokens.description < 20);
  });
});

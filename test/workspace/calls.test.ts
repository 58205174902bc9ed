/** Which words of an agent call other agents, and what is said about the calls. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rules } from '../../server/core/rules/index';
import { applyEdits } from '../../server/core/text/edits';
import { agentText, type Files, seenFrom } from './files';

const LEAD = '/w/.claude/agents/lead.md';

/** The calls of a body: name, form, and `asked`, `sure` or both. */
const calls = (body: string): readonly string[] =>
  seenFrom(LEAD, { [LEAD]: agentText('lead', body) }).ties.calls.map(
    ({ name, form, isAsked, isCertain }) => `${name} ${form}${isAsked ? ' asked' : ''}${isCertain ? ' certain' : ''}`,
  );

const table: readonly (readonly [string, readonly string[]])[] = [
  ['Use the `tester` agent.', ['tester word asked certain']],
  ['Use the `tester` subagent, then stop.', ['tester word asked certain']],
  ['Use the `@agent-tester` agent.', ['tester word asked certain']],
  ['Launch the `a-b`, `c` and `d` agents.', ['a-b', 'c', 'd'].map((name) => `${name} word asked certain`)],
  ['Delegate the tests of a change to `unit-tester`.', ['unit-tester word asked certain']],
  [
    'Hand the rest off to `unit-tester` or `e2e-tester`.',
    ['unit-tester', 'e2e-tester'].map((name) => `${name} word asked certain`),
  ],
  ['Delegate to the subagent `p:tester`.', ['p:tester word asked certain']],
  ['Use `unit-tester` for tests.', ['unit-tester word asked']],
  ['Use the unit-tester agent for tests.', ['unit-tester word asked']],
  ['**Other agents:** Delegate to `unit-tester`.', ['unit-tester word asked certain']],
  ['Use the `tester` agent, e.g. for tests.', ['tester word asked certain']],
  ['The `tester` agent calls this one.', ['tester word certain']],
  ['Do not use the `tester` agent.', ['tester word certain']],
  ['Use an agent such as the `tester` agent.', ['tester word certain']],
  ['Use an agent, e.g. the `tester` agent.', ['tester word certain']],
  ['Use the `tester` agent if it is available.', ['tester word certain']],
  ['Users delegate to `unit-tester`.', ['unit-tester word certain']],
  ['Tell the user to use the `tester` agent.', ['tester word certain']],
  ['Read the `tester` agent file.', []],
  ['Use `grep` and `Read`. Delegate to `Service`. Use the top-level agent.', ['top-level word asked']],
  ['Use the built-in agent.', []],
  ['> Use the `tester` agent.', []],
  ['## Examples\n\nUse the `tester` agent.', ['tester word certain']],
  ['Ask @agent-tester.', ['tester mention asked certain']],
  ['Never ask @agent-tester.', ['tester mention certain']],
  ['```\nTask(subagent_type="tester")\n```', ['tester argument asked certain']],
  ['For example:\n\n```\nTask(subagent_type="tester")\n```', ['tester argument certain']],
];

describe('calls of other agents', () => {
  for (const [body, expected] of table) it(JSON.stringify(body), () => assert.deepEqual(calls(body), expected));

  it('have exact places', () => {
    const text = agentText('lead', 'Use the `@agent-one` agent, `p:two`. Hand it to the `three` agent.\n@agent-four');
    const { ties } = seenFrom(LEAD, { [LEAD]: text });
    assert.deepEqual(
      ties.calls.map(({ span }) => text.slice(span.start, span.end)),
      ties.calls.map(({ name }) => name),
    );
  });

  it('are counted as instructions only where they are told, and not from a list of tools', () => {
    const text = agentText('lead', 'Use the `one` agent. Never use the `two` agent.', 'tools: Read, Agent(three)\n');
    const { card } = seenFrom(LEAD, { [LEAD]: text }).ties;
    assert.deepEqual([card.asks, card.calls, card.startsAgents], [['one'], ['three', 'one'], true]);
  });
});

describe('whether an agent can start others', () => {
  for (const [more, expected] of [
    ['', true],
    ['tools: Read\n', false],
    ['tools: Read, Task\n', true],
    ['disallowedTools: Agent\n', false],
    ['model: 5\ntools: LS\n', false],
  ] as const)
    it(JSON.stringify(more), () => {
      const { card } = seenFrom(LEAD, { [LEAD]: agentText('lead', 'Hi', more) }).ties;
      assert.equal(card.startsAgents, expected);
    });
});

const siblings: Files = {
  '/w/.claude/agents/tester.md': agentText('tester'),
  '/w/.claude/agents/old-reviewer.md': agentText('code-reviewer'),
};
const both = 'Use the `tester` agent. Use the `code-reviewer` agent.\n\n';

const findings = (body: string, others: Files = siblings, more = '') =>
  seenFrom(LEAD, { ...others, [LEAD]: agentText('lead', body, more) }).findings();

describe('a call of an unknown agent', () => {
  it('offers to create the agent, as a file that nothing is wrong with', () => {
    const [finding, ...others] = findings(`${both}Use the \`release-manager\` agent.`);
    assert.deepEqual(others, []);
    assert.equal(
      finding?.message,
      'No agent here is named `release-manager`, so Claude Code cannot start it. Create it, or correct the name.',
    );
    const [fix] = finding.fixes ?? [];
    assert.deepEqual([fix?.title, fix?.safe, fix?.edits], ['Create the agent `release-manager`', false, []]);
    const [file] = fix?.creates ?? [];
    assert.equal(file?.path, '/w/.claude/agents/release-manager.md');
    const created = seenFrom(file.path, { ...siblings, [file.path]: file.text });
    assert.equal(created.ties.card.name, 'release-manager');
    assert.deepEqual(created.agent.verdict()?.verdict, 'loads');
    assert.deepEqual(created.findings(rules.map(({ id }) => id)), []);
  });

  it('knows the agent of a file of this name', () => {
    const [finding] = findings(`${both}Use the \`old-reviewer\` agent.`);
    assert.equal(
      finding?.message,
      'No agent here is named `old-reviewer`, so Claude Code cannot start it. The file of this name has the agent `code-reviewer`.',
    );
    assert.deepEqual(
      finding.fixes?.map(({ title }) => title),
      ['Replace `old-reviewer` with `code-reviewer`'],
    );
  });

  for (const [what, body, others] of [
    ['one other agent', 'Use the `tester` agent. Use the `x-y` agent.', siblings],
    ['placeholders', `${both}Use the \`agent-name\` agent. Ask @agent-name. Use the \`your-agent\` agent.`, siblings],
    [
      'the names of files that do not load',
      `${both}Use the \`x-y\` agent.`,
      { ...siblings, '/w/.claude/agents/x-y.md': '---\nname: x-y\n---\nHi\n' },
    ],
    ['agents of unknown plugins', `${both}Use the \`p:x\` agent.`, siblings],
    [
      'names that agents elsewhere have',
      `${both}Use the \`x-y\` agent.`,
      { ...siblings, '/w/other/.claude/agents/x.md': agentText('x-y') },
    ],
  ] as const)
    it(`is not reported: ${what}`, () => assert.deepEqual(findings(body, others), []));

  it('is not reported for the user, whose projects have agents, too', () => {
    const home = '/home/me/.claude/agents';
    const files = {
      [`${home}/lead.md`]: agentText('lead', `${both}Use the \`x-y\` agent.`),
      [`${home}/tester.md`]: agentText('tester'),
      [`${home}/code-reviewer.md`]: agentText('code-reviewer'),
    };
    const seen = seenFrom(`${home}/lead.md`, files, { user: ['/home/me/.claude'], repositories: [] });
    assert.deepEqual(seen.findings(), []);
  });

  it('is information for an agent of the same plugin without its prefix', () => {
    const files = {
      '/w/p/.claude-plugin/plugin.json': '{"name": "p"}',
      '/w/q/.claude-plugin/plugin.json': '{"name": "q"}',
      '/w/p/agents/lead.md': agentText(
        'lead',
        'Use the `tester` agent. Use the `writer` agent. Use the `nobody` agent.',
      ),
      '/w/p/agents/tester.md': agentText('tester'),
      '/w/q/agents/tester.md': agentText('tester'),
      '/w/q/agents/writer.md': agentText('writer'),
    };
    assert.deepEqual(
      seenFrom('/w/p/agents/lead.md', files)
        .findings()
        .map(({ rule, severity, fixes }) => [rule, severity, fixes?.map(({ title }) => title)]),
      [
        ['agent-unknown', 'information', ['Replace `tester` with `p:tester`']],
        ['agent-unknown', 'information', ['Replace `writer` with `q:writer`']],
      ],
    );
  });

  it('is reported for a list of the main session that is not exact', () => {
    const more = 'tools: Agent(Tester)\ninitialPrompt: Start.\n';
    const text = agentText('lead', 'Hi', more);
    const [finding, ...rest] = seenFrom(LEAD, { ...siblings, [LEAD]: text }).findings(['agent-unknown']);
    assert.deepEqual(rest, []);
    assert.equal(
      finding?.message,
      '`Tester` is not the exact name of an agent, and Claude Code compares this list with exact names. Write `tester`.',
    );
    assert.match(applyEdits(text, finding.fixes?.[0]?.edits ?? []), /Agent\(tester\)/);
    assert.deepEqual(findings('Hi', siblings, 'tools: Agent(Tester)\n'), []);
  });
});

describe('a circle', () => {
  it('is said at each call in it, with the way back', () => {
    const files = {
      '/w/.claude/agents/a.md': agentText('a', 'Use the `b` agent.'),
      '/w/.claude/agents/b.md': agentText('b', 'Use the `c` agent.'),
      '/w/.claude/agents/c.md': agentText('c', 'Use the `a` agent.'),
    };
    const [finding, ...others] = seenFrom('/w/.claude/agents/b.md', files).findings();
    assert.deepEqual(others, []);
    assert.equal(
      finding?.message,
      'This call can come back to this agent: `c` starts `a`, which starts `b`. Say in one of them when not to delegate.',
    );
    assert.deepEqual(
      finding.related?.map(({ message, in: other }) => [other?.path, message]),
      [
        ['/w/.claude/agents/c.md', 'This agent is told to start `a`.'],
        ['/w/.claude/agents/a.md', 'This agent is told to start `b`.'],
      ],
    );
  });
});

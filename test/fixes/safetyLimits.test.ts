/** Safe fixes of agents that do not load because of a limit in the wrong place, and values that only the writer can correct. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixAll } from '../../server/core/features/actions/fixAll';
import { agent, withFrontMatter } from '../agent';
import { path } from './repairs';
import { verdictOf } from './safeFixes';

const lines = (...text: readonly string[]): string => [...text, ''].join('\n');

describe('a limit that is written so that the host does not read it', () => {
  const limits = [
    'tools : Read',
    '"tools": Read',
    '  tools: Read',
    '\ttools: Read',
    ' - tools: Read',
    'Tools: Read',
    'allowed-tools: Read',
    'tools\uff1a Read',
    'disallowedTools : Bash',
    '"disallowedTools": [Bash]',
    'permissionMode : plan',
    'hooks : {PreToolUse: []}',
    '"mcpServers": [a]',
  ];
  const places: readonly (readonly [what: string, text: (limit: string) => string])[] = [
    ['in frontmatter without an end', (limit) => lines('---', 'name: a', 'description: d', limit, '', 'Hi')],
    ['after text at the margin', (limit) => lines('---', 'name: a', 'description: d', 'More text', limit, '---', 'Hi')],
    ['below a block', (limit) => lines('---', 'name: a', 'description: >', 'Reviews.', limit, '---', 'Hi')],
    ['below a value without a space', (limit) => lines('---', 'name: a', 'description:Reviews.', limit, '---', 'Hi')],
    ['below a colon', (limit) => lines('---', 'name: a', 'description: d: e', limit, '---', 'Hi')],
  ];
  for (const [what, textOf] of places) {
    // After the host's repair of a colon, an agent may load although its limit is written oddly.
    const lost = limits.filter((limit) => verdictOf(textOf(limit)).cause !== null);
    it(`loses agents ${what}`, () => assert.ok(lost.length > 0));
    for (const limit of lost)
      it(`never makes a lost agent load without it: ${JSON.stringify(limit)} ${what}`, () => {
        const text = textOf(limit);
        const after = fixAll(agent(text, path));
        const read = agent(after, path).reading();
        const keys = read.kind === 'read' ? read.entries.map(({ key }) => key) : [];
        const wanted = /tools/i.test(limit) && !/disallowed/.test(limit) ? 'tools' : /\w+(?=["\s]*:)/.exec(limit)?.[0];
        const isLost = verdictOf(after).cause !== null;
        assert.ok(isLost || (wanted !== undefined && keys.includes(wanted)), after);
      });
  }
});

describe('values that only the writer can correct', () => {
  const rows: readonly (readonly [what: string, text: string])[] = [
    ['an isolation', withFrontMatter('isolation: Worktree')],
    ['a second name with an agent', withFrontMatter('tools: Read, Agent(tester)')],
    ['a wide name beside a pattern', withFrontMatter('disallowedTools: bash, Bash(rm *)')],
    [
      'the name in a report template',
      `${withFrontMatter('')}\n\n\`\`\`yaml\ncompletion_report:\n  agent: code-reviewer\n\`\`\`\n`,
    ],
  ];
  for (const [what, text] of rows) {
    it(`are left alone: ${what}`, () => assert.equal(fixAll(agent(text, path)), text));
  }

  it('keep the agent that an old name allows', () => {
    const text = withFrontMatter('tools: Read, Task(worker), Agent(tester)');
    assert.equal(fixAll(agent(text, path)), text.replace('Task(worker)', 'Agent(worker)'));
  });
});

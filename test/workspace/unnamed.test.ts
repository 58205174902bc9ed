/** Instructions to delegate that name no agent, and where the list of names is inserted. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { applyEdits } from '../../server/core/text/edits';
import { agentText, type Files, seenFrom } from './files';

const LEAD = '/w/.claude/agents/lead.md';
const one: Files = { '/w/.claude/agents/unit-tester.md': agentText('unit-tester') };
const SENTENCE = 'Delegate each part to the right agent.';
const LIST = 'Agents to start:\n\n- `unit-tester`: Does the work of unit-tester.';

function fixed(text: string, others: Files = one): string | undefined {
  const [finding, ...rest] = seenFrom(LEAD, { ...others, [LEAD]: text }).findings(['agent-unnamed']);
  assert.deepEqual(rest, []);
  assert.ok(finding !== undefined && finding.severity === 'hint');
  assert.deepEqual(
    (finding.fixes ?? []).map(({ safe }) => safe),
    (finding.fixes ?? []).map(() => false),
  );
  const [fix] = finding.fixes ?? [];
  if (fix === undefined) return undefined;
  const after = applyEdits(text, fix.edits);
  assert.deepEqual(seenFrom(LEAD, { ...others, [LEAD]: after }).findings(['agent-unnamed']), []);
  return after;
}

const isReported = (body: string, others: Files = one): boolean =>
  seenFrom(LEAD, { ...others, [LEAD]: agentText('lead', body) }).findings(['agent-unnamed']).length > 0;

describe('a list of the agents', () => {
  it('comes at the end of the body', () => {
    assert.equal(fixed(agentText('lead', SENTENCE)), agentText('lead', `${SENTENCE}\n\n${LIST}`));
  });

  it('comes at the end of the section, before its subsections', () => {
    const body = (list: string): string => `# A\n\n${SENTENCE}\n\n- More.${list}\n\n## B\n\nText.\n\n# C\n\nText.`;
    assert.equal(fixed(agentText('lead', body(''))), agentText('lead', body(`\n\n${LIST}`)));
  });

  it('comes after a code block', () => {
    const body = `${SENTENCE}\n\n\`\`\`\ncode\n\`\`\``;
    assert.equal(fixed(agentText('lead', body)), agentText('lead', `${body}\n\n${LIST}`));
  });

  it('has the line ends of the file', () => {
    const text = agentText('lead', SENTENCE).replaceAll('\n', '\r\n');
    assert.equal(fixed(text), agentText('lead', `${SENTENCE}\n\n${LIST}`).replaceAll('\n', '\r\n'));
  });

  it('is not offered after a code block without an end, nor for very many agents', () => {
    assert.equal(fixed(agentText('lead', `${SENTENCE}\n\n\`\`\`\ncode`)), undefined);
    const many = Array.from({ length: 31 }, (_, i) => [`/w/.claude/agents/${i}.md`, agentText(`n-${i}`)] as const);
    assert.equal(fixed(agentText('lead', SENTENCE), Object.fromEntries(many)), undefined);
  });
});

describe('instructions without a name', () => {
  for (const [body, expected] of [
    [SENTENCE, true],
    ['Route to appropriate agents for each problem.', true],
    ['Launch specialized subagents for each part.', true],
    ['Launch three subagents.', false],
    ['Never delegate to other agents.', false],
    ['Other agents delegate to you.', false],
    ['Hand your work off to another agent in a new session.', false],
    [`${SENTENCE} The unit-tester runs tests.`, false],
    [`${SENTENCE} Use the \`other\` agent.`, false],
    [`## Example\n\n${SENTENCE}`, false],
  ] as const)
    it(`${expected ? 'reports' : 'ignores'} ${JSON.stringify(body)}`, () => assert.equal(isReported(body), expected));

  it('are not reported where there is nobody to name', () => assert.equal(isReported(SENTENCE, {}), false));
});

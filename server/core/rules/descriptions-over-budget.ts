/** Rule: the descriptions of all agents together are longer than the host thinks reasonable. */
import { document } from '../text/document';
import { withCommas } from '../text/numbers';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

const path = '/w/.claude/agents/a.md';

const others = (): Readonly<Record<string, string>> => ({
  '/w/.claude/agents/b.md': document`
    ---
    name: tester
    description: Writes tests.
    ---
    Hi
    `,
});

const text = (): string => document`
  ---
  name: reviewer
  description: Reviews each change, also a small one.
  ---
  Hi
  `;

export const descriptionsOverBudget: Rule = {
  id: 'descriptions-over-budget',
  title: 'Descriptions of all agents too long',
  why: 'Every session is told the whole description of every agent, in each of its requests.',
  severity: 'information',
  asksAboutFiles: true,
  bad: [
    {
      text: document`
        ---
        name: reviewer
        description: Reviews each change, also a small one.
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ descriptions-over-budget
        ---
        Hi
        `,
      path,
      others: others(),
      warnsAbove: 10,
    },
  ],
  good: [
    { text: text(), path, others: others() },
    {
      text: document`
        ---
        name: tester
        description: Writes tests.
        ---
        Hi
        `,
      path: '/w/.claude/agents/b.md',
      others: { [path]: text() },
      warnsAbove: 10,
    },
  ],
  *across({ card }, around) {
    const limit = card.format.readers?.purpose.warnsAbove;
    if (limit === undefined) return;
    const told = around.told();
    if (told === undefined || told.tokens <= limit) return;
    const { tokens, agents, longest } = told;
    const host = card.format.host.name;
    yield {
      span: card.purposeSpan,
      message: `The descriptions of the ${agents} agents here take about ${withCommas(tokens)} tokens of every session, and ${host} warns above ${withCommas(limit)}. Shorten the longest ones, first this one (about ${withCommas(card.purposeTokens)}), or remove agents that you do not use.`,
      related: longest.slice(1).map((other) => ({
        span: other.purposeSpan,
        message: `The description of ${quoted(other.name ?? '')} takes about ${withCommas(other.purposeTokens)} tokens.`,
        in: other,
      })),
    };
  },
};

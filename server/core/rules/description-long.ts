/** Rule: a description that is longer than every conversation should carry. */

import { entryByRole, textByRole } from '../agent/fields';
import { isBudget } from '../agent/tokenBudgets';
import { fieldByRole } from '../hosts/lookup';
import { document } from '../text/document';
import { span } from '../text/span';
import type { Rule } from './rule';

const long = `description: ${'Reviews a diff. '.repeat(320)}\n`;

export const descriptionLong: Rule = {
  id: 'description-long',
  title: 'The description is very long',
  why: 'The descriptions of all agents are part of every conversation, whether the agents are used or not. What the agent itself has to know belongs in the text below the header.',
  severity: 'hint',
  bad: [
    {
      text: document`
        ---
        name: a
        ${long}^^^^^^^^^^^ description-long
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Reviews a diff before it is committed.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        ${long}---
        Hi
        `,
      tokens: { descriptionBudget: 2000 },
    },
  ],
  *check(agent, { tokens }) {
    const { format } = agent;
    // A budget of the settings takes the place of the recommendation; whether it is kept is said elsewhere.
    if (isBudget(tokens.descriptionBudget)) return;
    const entry = entryByRole(agent, 'purpose');
    const length = textByRole(agent, 'purpose')?.text.length ?? 0;
    const max = fieldByRole(format, 'purpose')?.field.advice?.maxLength;
    if (entry === undefined || max === undefined || length <= max) return;
    yield {
      // The value would be underlined over many lines.
      span: span(entry.keySpan.start, entry.keySpan.end),
      message: `The description has ${length} characters, more than the recommended ${max}; every conversation carries it. Keep what tells when to use the agent, and move the rest below the header.`,
    };
  },
};

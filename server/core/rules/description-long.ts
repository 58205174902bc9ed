/** Rule: a description that is longer than recommended. */

import { entryByRole, textByRole } from '../agent/fields';
import { isBudget } from '../agent/tokenBudgets';
import { fieldByRole } from '../hosts/lookup';
import { document } from '../text/document';
import { span } from '../text/span';
import type { Rule } from './rule';

const long = `description: ${'Reviews a diff. '.repeat(320)}\n`;

export const descriptionLong: Rule = {
  id: 'description-long',
  title: 'Description longer than recommended',
  why: 'Every conversation includes the descriptions of all agents, whether they are used or not. Details that only the agent needs belong in the body.',
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
    // A budget from the settings replaces the recommendation, and another rule checks it.
    if (isBudget(tokens.descriptionBudget)) return;
    const entry = entryByRole(agent, 'purpose');
    const length = textByRole(agent, 'purpose')?.text.length ?? 0;
    const max = fieldByRole(format, 'purpose')?.field.advice?.maxLength;
    if (entry === undefined || max === undefined || length <= max) return;
    yield {
      // Marking the value would underline many lines.
      span: span(entry.keySpan.start, entry.keySpan.end),
      message: `The description has ${length} characters; at most ${max} are recommended, because every conversation includes it. Keep when to use the agent, and move the rest to the body.`,
    };
  },
};

/** Rule: a description that does not say when to use the agent. */

import { textByRole } from '../agent/fields';
import { fieldByRole } from '../hosts/lookup';
import { document } from '../text/document';
import { slugOf } from '../text/paths';
import type { Rule } from './rule';

export const descriptionShort: Rule = {
  id: 'description-short',
  title: 'Description too vague for delegation',
  why: 'The main model chooses an agent by its description alone. One word, or the name repeated, does not say when to use the agent.',
  severity: 'hint',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Reviews.
                     ^^^^^^^^ description-short
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: code-reviewer
        description: Code Reviewer.
                     ^^^^^^^^^^^^^^ description-short
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: code-reviewer
        description: Use this agent when …
                     ^^^^^^^^^^^^^^^^^^^^^ description-short
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: code-reviewer
        description: Reviews a diff before it is committed.
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { format } = agent;
    const text = textByRole(agent, 'purpose');
    const min = fieldByRole(format, 'purpose')?.field.advice?.minLength;
    if (text === undefined || min === undefined) return;
    const name = textByRole(agent, 'identity')?.text;
    const isName = name !== undefined && slugOf(name) !== undefined && slugOf(text.text.slice(0, 300)) === slugOf(name);
    const isUnfinished = /(?:\u2026|\.\.\.)\s*$/.test(text.text.slice(-100));
    if (text.text.trim().length >= min && !isName && !isUnfinished) return;
    const what = isName
      ? 'only repeats the name'
      : isUnfinished
        ? 'is not finished'
        : `has fewer than ${min} characters`;
    yield {
      span: text.span,
      message: `The description ${what}. Say what the agent does and when to use it, so that the main model can choose it.`,
    };
  },
};

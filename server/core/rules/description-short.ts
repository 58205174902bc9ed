/** Rule: a description that says too little to delegate by. */

import { textByRole } from '../agent/fields';
import { fieldByRole } from '../hosts/lookup';
import { document } from '../text/document';
import { slugOf } from '../text/paths';
import type { Rule } from './rule';

export const descriptionShort: Rule = {
  id: 'description-short',
  title: 'The description says too little',
  why: 'The description is all that the main model knows when it decides whether to hand work to the agent. A word or the name again does not tell it when to do so.',
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
    if (text.text.trim().length >= min && !isName) return;
    yield {
      span: text.span,
      message: `The description ${isName ? 'only repeats the name' : `has fewer than ${min} characters`}, so the main model cannot tell when to use the agent. Say what it does and when to use it.`,
    };
  },
};

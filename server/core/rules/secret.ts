/** Rule: a key or token in the file. */

import { document } from '../text/document';
import { secretsIn } from '../text/secrets';
import type { Rule } from './rule';

/** Typed along the keyboard and put together here, so that no scanner takes the source for a leak. */
const madeUp = ['AKIA', 'Q1W2E3R4', 'T5Y6U7I8'].join('');

export const secret: Rule = {
  id: 'secret',
  title: 'The file holds a secret',
  why: 'Agent files are kept in repositories and sent to the model with every task. A key in one is known to everybody who has either, and stays in the history when it is removed.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Sign in as ${madeUp}.
                   ${'^'.repeat(20)} secret
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Report keys such as AKIAIOSFODNN7EXAMPLE, ghp_xxxx and sk-…
        `,
    },
  ],
  *check(agent) {
    const { file } = agent;
    for (const { what, span } of secretsIn(file.source.text)) {
      yield {
        span,
        message: `This looks like ${what}. It is sent to the model and known to everybody who has the file. Revoke it, and let the agent read it from the environment.`,
      };
    }
  },
};

/** Rule: a secret, such as an API key, in the file. */

import { document } from '../text/document';
import { secretsOf } from '../text/secrets';
import { everyKind, type Rule } from './rule';

/** Typed along the keyboard and joined here, so that secret scanners do not report this source file. */
const madeUp = ['AKIA', 'Q1W2E3R4', 'T5Y6U7I8'].join('');

export const secret: Rule = {
  id: 'secret',
  title: 'Secret in the file',
  why: 'Agent files are committed to repositories and sent to the model with every task. A secret stays in the history even when it is removed.',
  severity: 'warning',
  kinds: everyKind,
  isVital: true,
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
    for (const { what, span } of secretsOf(file.source)) {
      yield {
        span,
        message: `This looks like ${what}: everyone who has the file can read it, and so can the model. Revoke it, and ${agent.format.kind === undefined ? 'let the agent ' : ''}read the new one from the environment.`,
      };
    }
  },
};

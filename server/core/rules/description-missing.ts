/** Rule: an agent without a description is skipped. */
import { missingField } from '../findings/missingField';
import { document } from '../text/document';
import type { Rule } from './rule';

export const descriptionMissing: Rule = {
  id: 'description-missing',
  title: 'The agent has no description',
  why: 'The description tells the main model when to hand work to the agent. Claude Code skips a file without one; only its debug log says so.',
  severity: 'error',
  bad: [
    {
      text: document`
        ---
        ^^^ description-missing
        name: test-runner
        model: sonnet
        ---
        Hi
        `,
      fixed: document`
        ---
        name: test-runner
        description: Use this agent when …
        model: sonnet
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: test-runner
        description: Runs the tests.
        ---
        Hi
        `,
    },
  ],
  check: (agent) => missingField(agent, 'purpose'),
};

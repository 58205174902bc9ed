/** Rule: an agent without a name. */
import { missingField } from '../findings/missingField';
import { document } from '../text/document';
import { promptKinds, type Rule } from './rule';

export const nameMissing: Rule = {
  id: 'name-missing',
  title: 'Missing agent name',
  why: 'The name identifies the agent.',
  severity: 'error',
  perReader: true,
  kinds: promptKinds,
  bad: [
    {
      path: '.claude/agents/test-runner.md',
      text: document`
        ---
        ^^^ name-missing
        description: Runs the tests.
        ---
        Hi
        `,
      fixed: document`
        ---
        name: test-runner
        description: Runs the tests.
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
  check: (agent) => missingField(agent, 'identity'),
};

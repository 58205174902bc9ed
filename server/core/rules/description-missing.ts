/** Rule: an agent without a description. */
import { missingField } from '../findings/missingField';
import { document } from '../text/document';
import { promptKinds, type Rule } from './rule';

export const descriptionMissing: Rule = {
  id: 'description-missing',
  title: 'Agent without a description',
  why: 'The main model reads the description to decide when to delegate to the agent. Without a description the agent may not load at all.',
  severity: 'error',
  perReader: true,
  kinds: promptKinds,
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
    {
      text: document`
        ---
        ^^^ description-missing
        name: test-runner
        metadata:
          description: Runs the tests.
        ---
        Hi
        `,
      fixed: document`
        ---
        name: test-runner
        description: Runs the tests.
        metadata:
          description: Runs the tests.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        ^^^ description-missing
        name: test-runner
        ---

        # Test runner

        Runs the tests: all of
        them.

        You run the tests.
        `,
      fixed: document`
        ---
        name: test-runner
        description: 'Runs the tests: all of them.'
        ---

        # Test runner

        Runs the tests: all of
        them.

        You run the tests.
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

/** Rule: an agent without a name is not an agent. */
import { missingField } from '../findings/missingField';
import { document } from '../text/document';
import type { Rule } from './rule';

export const nameMissing: Rule = {
  id: 'name-missing',
  title: 'The agent has no name',
  why: 'The name is the identity of the agent; the file name means nothing. Claude Code silently takes a file without a name for a note kept beside the agents.',
  severity: 'error',
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

/** Rule: an agent without a description is skipped. */
import { missingField } from '../findings/missingField';
import type { Rule } from './rule';

export const descriptionMissing: Rule = {
  id: 'description-missing',
  title: 'The agent has no description',
  why: 'The description tells the main model when to hand work to the agent. Claude Code skips a file without one; only its debug log says so.',
  severity: 'error',
  bad: [
    {
      text: '---\n^^^ description-missing\nname: test-runner\nmodel: sonnet\n---\nHi\n',
      fixed: '---\nname: test-runner\ndescription: Use this agent when …\nmodel: sonnet\n---\nHi\n',
    },
  ],
  good: [{ text: '---\nname: test-runner\ndescription: Runs the tests.\n---\nHi\n' }],
  check: (agent) =>
    missingField(agent, 'purpose', `${agent.format.host.name} does not load the agent; only its debug log says so`),
};

/** Rule: a limit in the frontmatter that the host does not read, so that the agent gets more than is written. */
import { lostLimits } from '../hosts/lostLimits';
import { document } from '../text/document';
import type { Rule } from './rule';

export const limitsLost: Rule = {
  id: 'limits-lost',
  title: 'Limit of the agent is lost',
  why: 'A host that cannot read the frontmatter may load the agent with a part of it. Without its list of tools an agent gets every tool.',
  severity: 'error',
  bad: [
    {
      format: 'qwen-code',
      text: document`
        ---
        name: reviewer
        description: Use it for this: reviews.
        tools:
        ^^^^^ limits-lost
        - read_file
        ---
        Review the changes.
        `,
    },
  ],
  good: [
    {
      format: 'qwen-code',
      text: document`
        ---
        name: reviewer
        description: Use it for this: reviews.
        tools:
          - read_file
        ---
        Review the changes.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools:
        - Read
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    if (agent.verdict()?.grantsMore !== true) return;
    const { host } = agent.format;
    for (const { key, keySpan } of lostLimits(agent.file, agent.reading(), agent.format)) {
      yield {
        span: keySpan,
        message: `${host.name} does not find \`${key}\`, so it does not limit the agent: the frontmatter is not valid YAML. Correct the YAML.`,
      };
    }
  },
};

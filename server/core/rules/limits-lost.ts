/** Rule: a limit in the frontmatter that the host does not read, so that the agent gets more than is written. */
import { lostLimits } from '../hosts/lostLimits';
import { document } from '../text/document';
import type { Rule } from './rule';

const losesLimits = { lostLimits: { says: 'gives the agent every tool', severity: 'error' } } as const;

export const limitsLost: Rule = {
  id: 'limits-lost',
  title: 'Limit of the agent is lost',
  why: 'A host that cannot read the frontmatter may load the agent with a part of it. Without its list of tools an agent gets every tool.',
  severity: 'error',
  bad: [
    {
      on: losesLimits,
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
        ^^^^^ limits-lost
        mcpServers:
          - x
          y: z
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      on: losesLimits,
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
        mcpServers: []
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { lostLimits: effect } = agent.format.on;
    const cause = agent.verdict()?.cause;
    // An agent that does not load for another reason needs no limits.
    if (effect === undefined || cause === undefined || (cause !== null && cause !== 'yaml')) return;
    for (const { key, keySpan } of lostLimits(agent.file, agent.reading(), agent.format)) {
      yield {
        span: keySpan,
        severity: effect.severity,
        message: `${agent.format.host.name} does not find \`${key}\` and ${effect.says}: the frontmatter is not valid YAML. Correct the YAML.`,
      };
    }
  },
};

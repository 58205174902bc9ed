/** Rule: a list of agents that does not limit which agents a subagent can start. */

import { isMainSession } from '../agent/fields';
import { eachTool, hasWildcard, isPlain } from '../findings/toolFindings';
import { presentName } from '../hosts/effectiveTools';
import { lookup } from '../hosts/lookup';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const agentTypes: Rule = {
  id: 'agent-types',
  title: 'Agent list ineffective in a subagent',
  why: 'A list such as `Agent(worker)` only limits an agent that runs as the main session. Run as a subagent, the agent can start any other agent.',
  severity: 'information',
  perReader: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Agent(worker, tester)
                     ^^^^^^^^^^^^^^^^^^^^^ agent-types
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Agent
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Agent(worker)
        initialPrompt: Start.
        ---
        Hi
        `,
    },
  ],
  check: (agent) => {
    const { format } = agent;
    if (isMainSession(agent)) return [];
    return eachTool(agent, ({ item, list }) => {
      const name = list.grants && item.text.includes('(') ? presentName(item.text, format) : undefined;
      if (name === undefined || lookup(format.tools, name)?.argumentNames !== 'agents') return undefined;
      if (isPlain(list, name) || hasWildcard(list)) return undefined;
      return {
        span: item.span,
        message: `${quoted(item.text)} only applies with \`--agent\`: run as a subagent, this agent can start any agent. State the allowed agents in the prompt.`,
      };
    });
  },
};

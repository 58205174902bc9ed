/** Rule: a list of agents that limits nothing in a subagent. */

import { isMainSession } from '../agent/fields';
import { eachTool, hasWildcard, isPlain } from '../findings/toolFindings';
import { presentName } from '../hosts/effectiveTools';
import { lookup } from '../hosts/lookup';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const agentTypes: Rule = {
  id: 'agent-types',
  title: 'The list of agents limits nothing in a subagent',
  why: 'Which agents may be started is limited only when the file is run as the main session with `--agent`. Started as a subagent, it may start any agent.',
  severity: 'information',
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
        message: `${quoted(item.text)} limits an agent that is run with \`--agent\` only: as a subagent this one may start any agent. Say in the prompt which agents it is to use.`,
      };
    });
  },
};

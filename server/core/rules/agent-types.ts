/** Rule: a list of agents that limits nothing in a subagent. */

import { isMainSession } from '../agent/fields';
import { eachTool, hasWildcard, isPlain } from '../findings/toolFindings';
import { presentName } from '../hosts/effectiveTools';
import { lookup } from '../hosts/lookup';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const agentTypes: Rule = {
  id: 'agent-types',
  title: 'The list of agents limits nothing in a subagent',
  why: 'Which agents may be started is limited only when the file is run as the main session with `--agent`. Started as a subagent, it may start any agent.',
  severity: 'information',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Agent(worker, tester)\n             ^^^^^^^^^^^^^^^^^^^^^ agent-types\n---\nHi\n',
    },
  ],
  good: [
    { text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Agent\n---\nHi\n' },
    { text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Agent(worker)\ninitialPrompt: Start.\n---\nHi\n' },
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

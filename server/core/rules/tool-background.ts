/** Rule: a tool that an agent in the background does not get. */

import { agentFields } from '../agent/fields';
import { eachTool, removal } from '../findings/toolFindings';
import { presentName, situationOf } from '../hosts/effectiveTools';
import { lookup } from '../hosts/lookup';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolBackground: Rule = {
  id: 'tool-background',
  title: 'Tool unavailable to background agents',
  why: 'An agent that always runs in the background gets fewer tools than other agents.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, CronList
                     ^^^^^^^^ tool-background
        background: true
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
        background: true
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
        tools: Read, CronList
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Bash
        background: true
        ---
        Hi
        `,
    },
  ],
  check: (agent) => {
    const { format } = agent;
    if (!situationOf(agentFields(agent), format).background) return [];
    return eachTool(agent, (tool) => {
      const name = tool.list.grants ? presentName(tool.item.text, format) : undefined;
      if (name === undefined || lookup(format.tools, name)?.subagents !== 'foreground') return undefined;
      return {
        span: tool.item.span,
        message: `Background agents never get ${quoted(tool.item.text)}: ${format.host.name} drops it from the list. Remove it, or run the agent in the foreground.`,
        fixes: [{ ...removal(agent, tool), safe: false }],
      };
    });
  },
};

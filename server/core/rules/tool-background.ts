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
  title: 'In the background the agent does not get this tool',
  why: 'An agent that always runs in the background keeps the tools for files, commands, the web and MCP. Claude Code drops the others from its list without a word.',
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
        message: `This agent always runs in the background, where it does not get ${quoted(tool.item.text)}; ${format.host.name} drops it without a word. Remove it, or let the agent run in the foreground.`,
        fixes: [{ ...removal(agent, tool), safe: false }],
      };
    });
  },
};

/** Rule: a wildcard that takes nothing away. */

import { eachTool, removal } from '../findings/toolFindings';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolWildcard: Rule = {
  id: 'tool-wildcard',
  title: 'The wildcard takes nothing away',
  why: 'In the list of tools `*` stands for all of them, among the denied ones it stands for nothing: the agent keeps every tool.',
  severity: 'error',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        disallowedTools: "*"
                          ^ tool-wildcard
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
        tools: "*"
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        disallowedTools: mcp__*
        ---
        Hi
        `,
    },
  ],
  check: (agent) =>
    eachTool(agent, (tool) => {
      if (tool.list.grants || tool.name.kind !== 'wildcard') return undefined;
      const { host, mcp } = agent.format;
      return {
        span: tool.item.span,
        message: `${quoted(tool.item.text)} takes nothing away: ${host.name} knows no wildcard for all tools among the denied ones, and the agent keeps them. Name each tool; \`${mcp.prefix}*\` takes those of all MCP servers.`,
        fixes: [{ ...removal(agent, tool), safe: false }],
      };
    }),
};

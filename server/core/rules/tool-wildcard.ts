/** Rule: a wildcard that denies nothing. */

import { eachTool, removal } from '../findings/toolFindings';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolWildcard: Rule = {
  id: 'tool-wildcard',
  title: 'Wildcard that denies no tool',
  why: 'In the list of granted tools `*` means every tool. In the list of denied tools it means nothing, so the agent keeps every tool.',
  severity: 'error',
  perReader: true,
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
      const { host, mcp, wildcardDenies } = agent.format;
      const denied = wildcardDenies === undefined ? 'nothing' : 'only MCP tools';
      return {
        span: tool.item.span,
        message: `${quoted(tool.item.text)} denies ${denied}: in \`${tool.list.entry.key}\` it is not a wildcard for ${host.name}, so the agent keeps ${denied === 'nothing' ? 'every tool' : 'the others'}. List each tool; \`${mcp.prefix}*\` denies all MCP tools.`,
        fixes: [{ ...removal(agent, tool), safe: false }],
      };
    }),
};

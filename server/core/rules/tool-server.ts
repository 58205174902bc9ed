/** Rule: the bare name of an MCP server in a list of tools. */

import { eachTool, removal, replacement } from '../findings/toolFindings';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolServer: Rule = {
  id: 'tool-server',
  title: 'An MCP server or its tool is not spelled as the host spells it',
  why: 'The tools of an MCP server are called `mcp__server__tool`, and all of them together `mcp__server`. Claude Code drops the bare name of a server, and the `server/tool` of other products, without a word.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, github
                     ^^^^^^ tool-server
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, mcp__github
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: [Read, "tickets/open", tickets/*]
                       ^^^^^^^^^^^^ tool-server
                                      ^^^^^^^^^ tool-server
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: [Read, "mcp__tickets__open", mcp__tickets]
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
        tools: Read, mcp__github
        ---
        Hi
        `,
    },
  ],
  check: (agent) =>
    eachTool(agent, (tool) => {
      if (tool.name.kind !== 'server') return undefined;
      const { grant } = tool.name;
      return {
        span: tool.item.span,
        severity: agent.format.on.unknownTool.severity,
        message: `${quoted(tool.item.text)} looks like an MCP server or its tool; ${agent.format.host.name} drops the name in this spelling without a word. Write ${quoted(grant)}.`,
        fixes: [replacement(tool, grant, false), removal(agent, tool)],
      };
    }),
};

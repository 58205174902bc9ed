/** Rule: an MCP server or its tool in a spelling that the host does not know. */

import { eachTool, removal, replacement } from '../findings/toolFindings';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { promptKinds, type Rule } from './rule';

export const toolServer: Rule = {
  id: 'tool-server',
  title: 'Misspelled MCP server or tool',
  why: 'Each host spells the tools of MCP servers in its own way. A name in another spelling is an unknown tool.',
  severity: 'warning',
  perReader: true,
  aboutNames: true,
  kinds: promptKinds,
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
        unknown: { kind: 'tools', names: [tool.item.text] },
        severity: agent.format.on.unknownTool.severity,
        message: `Misspelled MCP server or tool ${quoted(tool.item.text)}: ${agent.format.host.name} ${agent.format.on.unknownTool.says}. Write ${quoted(grant)}.`,
        // The writer wants the server, so removing it is never automatic.
        fixes: [replacement(tool, grant, false), { ...removal(agent, tool), safe: false }],
      };
    }),
};

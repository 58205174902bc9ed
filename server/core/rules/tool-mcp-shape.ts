/** Rule: a spelling of an MCP tool that grants nothing. */

import { eachTool, hasWildcard, removal } from '../findings/toolFindings';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { promptKinds, type Rule } from './rule';

export const toolMcpShape: Rule = {
  id: 'tool-mcp-shape',
  title: 'MCP tool name that grants nothing',
  why: 'A tool list accepts the name of one MCP tool, or of all tools of one server. Other wildcards grant nothing.',
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
        tools: Read, mcp__*, mcp__db__get*
                     ^^^^^^ tool-mcp-shape
                             ^^^^^^^^^^^^^ tool-mcp-shape
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, mcp__
                     ^^^^^ tool-mcp-shape
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
        tools: mcp__db, mcp__web__*, mcp__git__log
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
      const { item, list } = tool;
      if (!list.grants || tool.name.kind !== 'mcp') return undefined;
      const { severity, says } = agent.format.on.unknownTool;
      if (hasWildcard(list) && severity !== 'error') return undefined;
      const why = agent.format.mcp.fault(item.text);
      if (why === undefined) return undefined;
      const { host, mcp } = agent.format;
      if (mcp.unavailable !== undefined)
        return { span: item.span, severity, message: `${quoted(item.text)} grants nothing: ${mcp.unavailable}` };
      const all = mcp.spell('server');
      const advice = mcp.fault(all) === undefined ? `\`${all}\` for all tools of a server, or ` : '';
      return {
        span: item.span,
        severity,
        message: `${quoted(item.text)} ${list.verb} nothing: ${why}, so ${host.name} ${says}. Write ${advice}\`${mcp.spell('server', 'tool')}\` for one.`,
        fixes: [{ ...removal(agent, tool), safe: false }],
      };
    }),
};

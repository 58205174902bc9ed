/** Rule: the name of an MCP tool in a form that grants nothing. */

import { eachTool, hasWildcard, removal } from '../findings/toolFindings';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolMcpShape: Rule = {
  id: 'tool-mcp-shape',
  title: 'This name of an MCP tool grants nothing',
  why: 'A list of tools knows `mcp__server__tool`, and `mcp__server` or `mcp__server__*` for all tools of one server. Other wildcards grant nothing there, and Claude Code says nothing about it.',
  severity: 'warning',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, mcp__*, mcp__db__get*\n             ^^^^^^ tool-mcp-shape\n                     ^^^^^^^^^^^^^ tool-mcp-shape\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, mcp__\n             ^^^^^ tool-mcp-shape\n---\nHi\n',
    },
  ],
  good: [
    { text: '---\nname: a\ndescription: Does a thing.\ntools: mcp__db, mcp__web__*, mcp__git__log\n---\nHi\n' },
    { text: '---\nname: a\ndescription: Does a thing.\ndisallowedTools: mcp__*\n---\nHi\n' },
  ],
  check: (agent) =>
    eachTool(agent, (tool) => {
      const { item, list } = tool;
      if (!list.grants || tool.name.kind !== 'mcp' || hasWildcard(list)) return undefined;
      const why = agent.format.mcp.fault(item.text);
      if (why === undefined) return undefined;
      const { host, mcp } = agent.format;
      return {
        span: item.span,
        message: `${quoted(item.text)} grants nothing: ${why}, and ${host.name} drops it without a word. Write \`${mcp.spell('server')}\` for all tools of a server, or \`${mcp.spell('server', 'tool')}\` for one.`,
        fixes: [{ ...removal(agent, tool), safe: false }],
      };
    }),
};

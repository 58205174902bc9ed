/** Rule: the bare name of an MCP server in a list of tools. */
import type { Rule } from './rule';
import { eachTool, removal, replacement } from './toolList';
import { quoted } from './words';

export const toolServer: Rule = {
  id: 'tool-server',
  title: 'An MCP server is listed by its bare name',
  why: 'The tools of an MCP server are called `mcp__server__tool`, and all of them together `mcp__server`. Claude Code drops the bare name of a server without a word.',
  severity: 'warning',
  evidence: { source: 'Claude Code 2.1.330 (program)', checked: '2026-11-23', says: 'observed' },
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, github\n             ^^^^^^ tool-server\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ntools: Read, mcp__github\n---\nHi\n',
    },
  ],
  good: [{ text: '---\nname: a\ndescription: Does a thing.\ntools: Read, mcp__github\n---\nHi\n' }],
  check: (file, context) =>
    eachTool(file, context, (tool) => {
      if (tool.name.kind !== 'server') return undefined;
      const granted = `${context.dialect.mcpPrefix}${tool.item.text}`;
      return {
        span: tool.item.span,
        message: `${quoted(tool.item.text)} looks like an MCP server; ${context.dialect.host} drops the bare name without a word. Write ${quoted(granted)} to grant the server's tools.`,
        fixes: [replacement(tool, granted, false), removal(file, tool)],
      };
    }),
};

/** Rule: a wildcard that denies nothing. */

import { eachTool, removal } from '../findings/toolFindings';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolWildcard: Rule = {
  id: 'tool-wildcard',
  title: 'Wildcard that means no tool',
  why: 'In the list of granted tools `*` means every tool. In the list of denied tools it means nothing, so the agent keeps every tool. In a list of tools that need no permission it means nothing either.',
  severity: 'error',
  kinds: ['agent', 'skill', 'command'],
  perReader: true,
  bad: [
    {
      path: '.claude/skills/notes/SKILL.md',
      format: 'claude-code-skill',
      text: document`
        ---
        description: Writes notes.
        allowed-tools: "*"
                        ^ tool-wildcard
        ---
        Write notes.
        `,
    },
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
      path: '.claude/skills/notes/SKILL.md',
      format: 'claude-code-skill',
      text: document`
        ---
        description: Writes notes.
        disallowed-tools: "*"
        ---
        Write notes.
        `,
    },
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
      const { host, mcp, kind, wildcardDenies } = agent.format;
      const denied = wildcardDenies === undefined ? 'nothing' : 'only MCP tools';
      const isApproval = tool.list.verb === 'approves';
      // Only an agent ignores it where tools are denied.
      if (tool.name.kind !== 'wildcard' || tool.list.verb === 'grants' || isApproval !== (kind !== undefined))
        return undefined;
      if (isApproval)
        return {
          span: tool.item.span,
          severity: 'warning',
          message: `${quoted(tool.item.text)} approves nothing: ${host.name} expects the names of tools. List each tool.`,
          fixes: [{ ...removal(agent, tool), safe: false }],
        };
      return {
        span: tool.item.span,
        message: `${quoted(tool.item.text)} denies ${denied}: in \`${tool.list.entry.key}\` it is not a wildcard for ${host.name}, so the agent keeps ${denied === 'nothing' ? 'every tool' : 'the others'}. List each tool; \`${mcp.prefix}*\` denies all MCP tools.`,
        fixes: [{ ...removal(agent, tool), safe: false }],
      };
    }),
};

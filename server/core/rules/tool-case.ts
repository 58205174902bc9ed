/** Rule: the name of a tool in the wrong case or with other separators. */

import type { Agent } from '../agent/agent';
import type { ToolItem } from '../agent/toolLists';
import { eachTool, hasTool, hasWildcard, removal, replacement } from '../findings/toolFindings';
import { lookup } from '../hosts/lookup';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolCase: Rule = {
  id: 'tool-case',
  title: 'The tool name is spelled in the wrong case',
  why: 'Tool names are case-sensitive: Claude Code drops `read` without a word.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: [read, "webSearch"]
                ^^^^ tool-case
                       ^^^^^^^^^ tool-case
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: [Read, "WebSearch"]
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, read, Edit
                     ^^^^ tool-case
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Edit
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
        tools: Read, WebSearch, mcp__github
        ---
        Hi
        `,
    },
  ],
  check: (agent) => {
    const lists = agent.toolLists();
    return eachTool(agent, (tool) => {
      if (tool.name.kind !== 'case') return undefined;
      const { meant } = tool.name;
      const isThere = hasTool(tool.list, meant);
      return {
        span: tool.item.span,
        severity: agent.format.on.unknownTool.severity,
        message: `${quoted(tool.item.text)} is dropped without a word: tool names are case-sensitive in ${agent.format.host.name}. ${isThere ? `\`${meant}\` is already listed. Remove it.` : `Write \`${meant}\`.`}`,
        fixes: [
          isThere
            ? removal(agent, tool)
            : replacement(tool, meant, lists.length === 1 && isPlainWord(tool, meant, agent)),
        ],
      };
    });
  },
};

/** Whether a tool that begins to count raises no question of its own: about a pattern, a wildcard, or where it is given. */
function isPlainWord({ item, list }: ToolItem, meant: string, { format }: Agent): boolean {
  const hasPattern = list.all.some((other) => other.item.text.startsWith(`${meant}(`));
  const isGiven = lookup(format.tools, meant)?.subagents === 'always';
  return isGiven && !hasPattern && !item.text.includes('(') && !hasWildcard(list);
}

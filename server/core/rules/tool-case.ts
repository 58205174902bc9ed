/** Rule: the name of a tool in the wrong case or with other separators. */

import type { Agent } from '../agent/agent';
import type { ToolItem } from '../agent/toolLists';
import { eachTool, hasWildcard, isPlain, removal, replacement } from '../findings/toolFindings';
import { lookup } from '../hosts/lookup';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { promptKinds, type Rule } from './rule';

export const toolCase: Rule = {
  id: 'tool-case',
  title: 'Tool name in the wrong case',
  why: 'Tool names are case-sensitive: a name in another case is an unknown tool.',
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
    const { host, on, toolsInAnyCase } = agent.format;
    const spelling =
      toolsInAnyCase === true
        ? 'Names must match exactly; only case does not count.'
        : 'Names must match exactly, including case.';
    return eachTool(agent, (tool) => {
      if (tool.name.kind !== 'case') return undefined;
      const { meant } = tool.name;
      // A pattern beside the name means less than the name.
      const isThere = isPlain(tool.list, meant);
      return {
        span: tool.item.span,
        severity: on.unknownTool.severity,
        message: `Misspelled tool ${quoted(tool.item.text)}: ${host.name} ${on.unknownTool.says}. ${spelling} ${isThere ? `\`${meant}\` is already in the list, so remove this name.` : `Write \`${meant}\`.`}`,
        fixes: [
          isThere
            ? removal(agent, tool)
            : replacement(tool, meant, lists.length === 1 && isHarmless(tool, meant, agent)),
        ],
      };
    });
  },
};

/** Whether the right name grants nothing: it denies a tool that every agent gets, without a pattern or a wildcard in the list. */
function isHarmless({ item, list }: ToolItem, meant: string, { format }: Agent): boolean {
  const hasPattern = list.all.some((other) => other.item.text.startsWith(`${meant}(`));
  const isGiven = lookup(format.tools, meant)?.subagents === 'always';
  return !list.grants && isGiven && !hasPattern && !item.text.includes('(') && !hasWildcard(list);
}

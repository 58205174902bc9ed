/** Rule: a pattern behind the name of a tool, where it restricts nothing. */

import { eachTool, hasWildcard, isPlain, patternRemoval } from '../findings/toolFindings';
import { presentName } from '../hosts/effectiveTools';
import { lookup } from '../hosts/lookup';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolPattern: Rule = {
  id: 'tool-pattern',
  title: 'A pattern behind the name of a tool restricts nothing here',
  why: 'In the header of an agent Claude Code looks at the name only: `Bash(git:*)` in the list of tools grants all of Bash, and `Bash(rm *)` among the denied ones takes away all of it. Commands are limited by permission rules in the settings, or by a hook that runs before the tool.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Bash(git:*)
                     ^^^^^^^^^^^ tool-pattern
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Bash
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        disallowedTools: Bash(rm *)
                         ^^^^^^^^^^ tool-pattern
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        disallowedTools: Bash
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
        tools: Read, Bash
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Agent(worker), mcp__github
        ---
        Hi
        `,
    },
  ],
  check: (agent) =>
    eachTool(agent, (tool) => {
      const { format } = agent;
      const { text } = tool.item;
      const name = text.includes('(') ? presentName(text, format) : undefined;
      if (name === undefined || name === text || isPlain(tool.list, name)) return undefined;
      const { grants } = tool.list;
      if (grants && (hasWildcard(tool.list) || lookup(format.tools, name)?.argumentNames === 'agents'))
        return undefined;
      const guard = format.hooks?.guards[0];
      return {
        span: tool.item.span,
        message: `${quoted(text)} ${grants ? 'grants' : 'takes away'} all of \`${name}\`: ${format.host.name} does not look at what stands in parentheses here. Limit it by permission rules in the settings${guard === undefined ? '' : ` or by a \`${guard}\` hook`}.`,
        fixes: patternRemoval(agent, tool),
      };
    }),
};

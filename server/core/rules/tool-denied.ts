/** Rule: a tool that is both granted and denied. */

import { entryByRole } from '../agent/fields';
import { removal } from '../findings/toolFindings';
import { deniedBy, presentName } from '../hosts/effectiveTools';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolDenied: Rule = {
  id: 'tool-denied',
  title: 'Tool both granted and denied',
  why: 'A denied tool is never granted, whatever the other list says.',
  severity: 'warning',
  perReader: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Write
                     ^^^^^ tool-denied
        disallowedTools: Write, Edit
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
        disallowedTools: Write, Edit
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Bash, mcp__db__get
               ^^^^ tool-denied
                     ^^^^^^^^^^^^ tool-denied
        disallowedTools: Bash(rm *), mcp__db
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
        tools: Read, Write
        disallowedTools: Edit
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: "*"
        disallowedTools: Edit
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { format } = agent;
    const lists = agent.toolLists();
    const denying = entryByRole(agent, 'deny');
    const deny = lists.find(({ entry }) => entry === denying);
    if (deny === undefined) return;
    const isDenied = deniedBy(
      deny.all.map(({ item }) => item.text),
      format,
    );
    for (const tool of lists.filter(({ grants }) => grants).flatMap(({ all }) => all)) {
      const name = tool.name.kind === 'mcp' ? tool.item.text : presentName(tool.item.text, format);
      if (name === undefined || !isDenied(name)) continue;
      yield {
        span: tool.item.span,
        message: `${quoted(tool.item.text)} is also in \`${deny.entry.key}\`, which wins: the agent does not get it. Remove it from one of the two.`,
        // Only the writer knows which of the two was meant.
        fixes: [{ ...removal(agent, tool), safe: false }],
        related: [{ span: deny.entry.span, message: 'Denied here' }],
      };
    }
  },
};

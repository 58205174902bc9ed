/** Rule: a tool that the host no longer has. */

import { eachTool, replaceOrRemove } from '../findings/toolFindings';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { promptKinds, type Rule } from './rule';

export const toolRemoved: Rule = {
  id: 'tool-removed',
  title: 'Tool removed from the host',
  why: 'The host no longer has this tool, so the agent does not get it.',
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
        tools: Read, Write, Edit, MultiEdit, Bash, Grep
                                  ^^^^^^^^^ tool-removed
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Write, Edit, Bash, Grep
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: [Read, LS]
                      ^^ tool-removed
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: [Read, Glob]
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools:
          - Read
          - TodoRead
            ^^^^^^^^ tool-removed
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools:
          - Read
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
        tools: Read, Edit
        ---
        Hi
        `,
    },
  ],
  check: (agent) =>
    eachTool(agent, (tool) => {
      if (tool.name.kind !== 'retired' || tool.name.retired.state !== 'removed') return undefined;
      const { advice, fixes } = replaceOrRemove(agent, tool, tool.name.retired.replacement, false);
      return {
        span: tool.item.span,
        severity: agent.format.on.unknownTool.severity,
        tag: 'deprecated',
        message: `${quoted(tool.name.name)} no longer exists (${tool.name.retired.when}): ${agent.format.host.name} ${agent.format.on.unknownTool.says}. ${advice}`,
        fixes,
      };
    }),
};

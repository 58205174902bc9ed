/** Rule: a tool that is listed twice. */

import { removal } from '../findings/toolFindings';
import { lookup } from '../hosts/lookup';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { promptKinds, type Rule } from './rule';

export const toolDuplicate: Rule = {
  id: 'tool-duplicate',
  title: 'Duplicate tool in a list',
  why: 'The second entry changes nothing and makes the list harder to read.',
  severity: 'information',
  perReader: true,
  kinds: promptKinds,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Edit, Read
                           ^^^^ tool-duplicate
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
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools:
          - Read
          - Read
            ^^^^ tool-duplicate
          - Edit
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools:
          - Read
          - Edit
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
        tools: Agent(worker), Agent(tester)
        disallowedTools: Edit
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    for (const { all } of agent.toolLists()) {
      const seen = new Map<string, (typeof all)[number]>();
      for (const tool of all) {
        // A tool may have two current names.
        const name = lookup(agent.format.spellings ?? {}, tool.item.text) ?? tool.item.text;
        const first = seen.get(name);
        if (first === undefined) seen.set(name, tool);
        else {
          yield {
            span: tool.item.span,
            tag: 'unnecessary',
            message: `${quoted(tool.item.text)} is already in the list. Remove this duplicate, which has no effect.`,
            fixes: [removal(agent, tool)],
            related: [{ span: first.item.span, message: 'First listed here' }],
          };
        }
      }
    }
  },
};

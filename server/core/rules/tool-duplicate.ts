/** Rule: a tool that is listed twice. */

import type { ToolItem } from '../agent/toolLists';
import { removal } from '../findings/toolFindings';
import { lookup } from '../hosts/lookup';
import { asRead } from '../hosts/toolName';
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
    const { format } = agent;
    const spellings = format.spellingsAreShared === true ? {} : (format.spellings ?? {});
    for (const { all } of agent.toolLists()) {
      const seen = new Map<string, (typeof all)[number]>();
      for (const tool of all) {
        // A tool may have two current names.
        const written = asRead(tool.item.text, format);
        const name = lookup(spellings, written) ?? written;
        const first = seen.get(name);
        if (first === undefined) seen.set(name, tool);
        else {
          yield {
            span: tool.item.span,
            tag: 'unnecessary',
            message: `${quoted(tool.item.text)} is already in the list${sameAs(first, tool)}. Remove this duplicate, which has no effect.`,
            // Another host may know only one of two names.
            fixes: [
              first.item.text === tool.item.text ? removal(agent, tool) : { ...removal(agent, tool), safe: false },
            ],
            related: [{ span: first.item.span, message: 'First listed here' }],
          };
        }
      }
    }
  },
};

/** The other name under which the tool is in the list. */
const sameAs = (first: ToolItem, { item }: ToolItem): string =>
  first.item.text === item.text ? '' : ` as ${quoted(first.item.text)}`;

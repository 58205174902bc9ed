/** Rule: tool names with line breaks or tabs between them, which the host reads as one name. */

import { separateNames } from '../findings/joinedNames';
import { eachTool } from '../findings/toolFindings';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { promptKinds, type Rule } from './rule';

export const toolSeparator: Rule = {
  id: 'tool-separator',
  title: 'Tool names separated by line breaks or tabs',
  why: 'Only commas and spaces separate names in a string. With anything else between them, several names are one unknown name.',
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
        tools: Read, Write\tGrep
                     ^^^^^^^^^^ tool-separator
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Write, Grep
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        disallowedTools: "Write\\nBash"
                          ^^^^^^^^^^^ tool-separator
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        disallowedTools: Write, Bash
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
        tools: >
          Read,
          Grep
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: |
          Read, Grep
        ---
        Hi
        `,
    },
  ],
  check: (agent) =>
    eachTool(agent, ({ item, list, name }) => {
      if (name.kind !== 'joined') return undefined;
      const { format, file } = agent;
      const { text } = file.source;
      const fix = separateNames(text, list.entry, item, name.names);
      const effect = `${list.verb} nothing`;
      return {
        span: item.span,
        severity: list.grants ? format.on.unknownTool.severity : 'error',
        message: `Names without commas: ${format.host.name} reads ${listed(name.names)} as one unknown name, which ${effect}. Put commas between them.`,
        // The agent gets tools that it did not get, or loses some, so the fix is never applied automatically.
        ...(fix === undefined ? {} : { fixes: [fix] }),
      };
    }),
};

const listed = (names: readonly string[]): string =>
  `${names.slice(0, 3).map(quoted).join(', ')}${names.length > 3 ? ' …' : ''}`;

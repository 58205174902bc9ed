/** Rule: tool names with line breaks or tabs between them, which the host reads as one name. */

import { eachTool } from '../findings/toolFindings';
import { frameOf } from '../syntax/lists/frame';
import type { Entry } from '../syntax/tree';
import { document } from '../text/document';
import type { Edit } from '../text/edits';
import { quoted } from '../text/quoted';
import { type Span, span, textAt } from '../text/span';
import type { Rule } from './rule';

export const toolSeparator: Rule = {
  id: 'tool-separator',
  title: 'Tool names separated by line breaks or tabs',
  why: 'Only commas and spaces separate names in a string. With anything else between them, several names are one unknown name.',
  severity: 'warning',
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
      const edit = isPlain(name.names) ? separated(text, list.entry, item.span, item.text, name.names) : undefined;
      const effect = list.grants ? 'grants nothing' : 'denies nothing';
      return {
        span: item.span,
        severity: list.grants ? format.on.unknownTool.severity : 'error',
        message: `Names without commas: ${format.host.name} reads ${listed(name.names)} as one unknown name, which ${effect}. Put commas between them.`,
        // The agent gets tools that it did not get, or loses some, so the fix is never applied automatically.
        ...(edit === undefined
          ? {}
          : { fixes: [{ title: 'Separate the names with commas', safe: false, edits: [edit] }] }),
      };
    }),
};

const listed = (names: readonly string[]): string =>
  `${names.slice(0, 3).map(quoted).join(', ')}${names.length > 3 ? ' …' : ''}`;

/** Whether all names can be written without quotes. */
const isPlain = (names: readonly string[]): boolean =>
  names.every((name) => /^\w[\w.-]*(?:\*|\([^()\r\n#"'\\]*\))?$/.test(name) && !/: |:$/.test(name));

/** Writes the names with commas: in place, or for a text with escapes or kept line breaks instead of the whole value. */
function separated(text: string, entry: Entry, at: Span, written: string, names: readonly string[]): Edit | undefined {
  const newText = names.join(', ');
  if (textAt(text, at) === written) return { span: at, newText };
  const frame = entry.value.kind === 'scalar' ? frameOf(text, entry) : undefined;
  return frame === undefined ? undefined : { span: span(frame.colon, frame.end), newText: ` ${newText}` };
}

/** Rule: an opening parenthesis after a tool name that is never closed. */

import { eachTool } from '../findings/toolFindings';
import type { Format } from '../hosts/host';
import { classifyTool } from '../hosts/toolName';
import { document } from '../text/document';
import { insertAt } from '../text/edits';
import { quoted } from '../text/quoted';
import { textAt } from '../text/span';
import { promptKinds, type Rule } from './rule';

export const toolUnclosed: Rule = {
  id: 'tool-unclosed',
  title: 'Unclosed parenthesis in a tool list',
  why: 'Everything after the parenthesis becomes part of one unknown name: the tool and all that follow.',
  severity: 'warning',
  perReader: true,
  kinds: promptKinds,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Bash(git
                     ^^^^^^^^ tool-unclosed
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Bash(git)
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Bash(git:*, Read, Edit
               ^^^^^^^^^^^^^^^^^^^^^^ tool-unclosed
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Bash(git:*), Read, Edit
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
        tools: Read, Agent(tester)
        ---
        Hi
        `,
    },
  ],
  check: (agent) =>
    eachTool(agent, (tool) => {
      if (tool.name.kind !== 'unclosed') return undefined;
      const { item } = tool;
      const at = item.span.start + closingPlace(item.text, agent.format);
      const isAsWritten = textAt(agent.file.source.text, item.span) === item.text;
      return {
        span: item.span,
        severity: agent.format.on.unknownTool.severity,
        message: `Unclosed parenthesis: ${agent.format.host.name} reads ${quoted(item.text)} as one unknown name and ${agent.format.on.unknownTool.says}. Close the parenthesis.`,
        ...(isAsWritten
          ? { fixes: [{ title: 'Close the parenthesis', safe: false, edits: [insertAt(at, ')')] }] }
          : {}),
      };
    }),
};

/** The offset before the first comma that another tool follows, else after the last word. */
function closingPlace(text: string, format: Format): number {
  for (let comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', comma + 1)) {
    const next = text.indexOf(',', comma + 1);
    const { kind } = classifyTool(text.slice(comma + 1, next < 0 ? text.length : next).trim(), format);
    if (kind === 'tool' || kind === 'mcp' || kind === 'wildcard') return comma;
  }
  return text.trimEnd().length;
}

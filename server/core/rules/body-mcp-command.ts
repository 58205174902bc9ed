/** Rule: the tool of an MCP server written as a command in a code block of a shell. */

import type { Agent } from '../agent/agent';
import { isShowing, shellBlocks } from '../agent/commandBlocks';
import { mcpNameEnd } from '../agent/mcpMentions';
import type { Format } from '../hosts/host';
import type { Fence } from '../syntax/tree';
import { document } from '../text/document';
import { lineFrom, skipSpaces } from '../text/lines';
import { quoted } from '../text/quoted';
import { type Span, span, textAt } from '../text/span';
import type { Rule } from './rule';

export const bodyMcpCommand: Rule = {
  id: 'body-mcp-command',
  title: 'MCP tool written as shell command',
  why: 'The host calls tools of MCP servers itself. A shell does not know their names, so the command fails.',
  severity: 'information',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Get the issue first:

        \`\`\`bash
        # All fields
        mcp__tracker__get_issue --id=6 --verbose
        ^^^^^^^^^^^^^^^^^^^^^^^ body-mcp-command
        mcp__tracker__list_issues
        \`\`\`
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Call \`mcp__tracker__get_issue\`:

        \`\`\`text
        mcp__tracker__get_issue(id: 6)
        \`\`\`

        \`\`\`bash
        grep mcp__tracker__get_issue log.txt
        \`\`\`

        > \`\`\`bash
        > mcp__tracker__get_issue
        > \`\`\`

        \`\`\`bash
        # Wrong
        mcp__tracker__get_issue
        \`\`\`
        `,
    },
  ],
  *check(agent: Agent) {
    const { format, file } = agent;
    for (const fence of shellBlocks(agent)) {
      const found = mcpCommandIn(file.source.text, fence, format);
      if (found === undefined) continue;
      const name = quoted(textAt(file.source.text, found));
      yield {
        span: found,
        message: `${name} is a tool of an MCP server, not a shell command. Tell the agent to call the tool, outside a code block for the shell.`,
      };
    }
  },
};

/** The first name of an MCP tool at the beginning of a line, unless a comment right above says that it is wrong or only shown. */
function mcpCommandIn(text: string, { content }: Fence, { mcp }: Format): Span | undefined {
  let isShown = false;
  for (let start = content.start; start < content.end; ) {
    const line = lineFrom(text, start);
    const at = skipSpaces(text, start, line.end);
    start = line.next;
    if (text[at] === '#') {
      isShown ||= isShowing(text.slice(at, Math.min(line.end, at + MOST_LENGTH)));
      continue;
    }
    const name = span(at, Math.min(mcpNameEnd(text, at), line.end));
    const isCommand = mcp.prefix !== '' && text.startsWith(mcp.prefix, at) && mcp.isTool?.(textAt(text, name)) === true;
    if (isCommand && !isShown) return name;
    // Several lines may be below one comment.
    if (!isCommand) isShown = false;
  }
  return undefined;
}

/** How much of a comment is read. */
const MOST_LENGTH = 200;

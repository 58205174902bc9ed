/** Rule: the body names the tool of an MCP server with `-` where the list has `_`, or the other way round. */

import { grantsOf } from '../agent/grants';
import { mcpMisspellings } from '../agent/mcpSpelling';
import { replaceWord } from '../findings/fieldFixes';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const bodyMcpSpelling: Rule = {
  id: 'body-mcp-spelling',
  title: 'MCP tool spelled differently in the list',
  why: 'Names that differ in `-` and `_` are different tools. The agent cannot call the tool by the name in its instructions.',
  severity: 'information',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, mcp__docs__get-page, mcp__task-list
        ---
        Use \`mcp__docs__get_page(url)\`.
             ^^^^^^^^^^^^^^^^^^^ body-mcp-spelling

        \`\`\`text
        mcp__task_list__next()
        ^^^^^^^^^^^^^^^^^^^^ body-mcp-spelling
        \`\`\`
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, mcp__docs__get-page, mcp__task-list
        ---
        Use \`mcp__docs__get-page(url)\`.

        \`\`\`text
        mcp__task-list__next()
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
        tools: Read, mcp__docs__get-page, mcp__task-list, mcp__task_list__next
        ---
        Use \`mcp__docs__get-page\`, \`mcp__task-list__all\` and \`mcp__task_list__next\`, never \`mcp__docs__get_page\`.

        ## Common mistakes

        - \`mcp__docs__get_page\`
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Use \`mcp__docs__get-page\` and \`mcp__docs__get_page\`.
        `,
    },
  ],
  *check(agent) {
    const grants = grantsOf(agent);
    if (grants === undefined) return;
    for (const { tool, span, granted } of mcpMisspellings(agent, grants)) {
      const at = { start: span.start, end: span.start + tool.length };
      yield {
        span: at,
        message: `The list \`${grants.entry.key}\` grants ${quoted(granted)}, but the instructions say ${quoted(tool)}. Use the same spelling in both places.`,
        fixes: [replaceWord(tool, granted, at)],
      };
    }
  },
};

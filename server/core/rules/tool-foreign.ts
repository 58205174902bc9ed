/** Rule: the name of another product's tool. */

import { eachTool, replaceOrRemove } from '../findings/toolFindings';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolForeign: Rule = {
  id: 'tool-foreign',
  title: 'The tool belongs to another product',
  why: 'Agent files are copied between products, but each has tool names of its own. Claude Code drops the others without a word, and refuses to start an agent that has nothing else.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, run_shell_command
                     ^^^^^^^^^^^^^^^^^ tool-foreign
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
        tools: Edit, edit/editFiles
                     ^^^^^^^^^^^^^^ tool-foreign
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Edit
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
  ],
  check: (agent) =>
    eachTool(agent, (tool) => {
      if (tool.name.kind !== 'foreign') return undefined;
      const { product, replacement, server } = tool.name.foreign;
      const grant = server === undefined ? replacement : agent.format.mcp.spell(server, tool.item.text);
      const { advice, fixes } = replaceOrRemove(agent, tool, grant, false);
      return {
        span: tool.item.span,
        severity: agent.format.on.unknownTool.severity,
        message: `${quoted(tool.item.text)} is a tool of ${product}; ${agent.format.host.name} drops it without a word. ${advice}`,
        // Other products read agent files of this kind too and may be meant to; only a person knows.
        fixes: fixes.map((fix) => ({ ...fix, safe: false })),
      };
    }),
};

/** Rule: the name of a tool of another host. */

import { eachTool, replaceOrRemove } from '../findings/toolFindings';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { promptKinds, type Rule } from './rule';

export const toolForeign: Rule = {
  id: 'tool-foreign',
  title: 'Tool of another host',
  why: 'Each host has its own tool names. Copied files often keep those of another host.',
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
      const { product, replacement, server, isForBoth } = tool.name.foreign;
      const { host, on } = agent.format;
      if (isForBoth === true && replacement === undefined)
        return {
          span: tool.item.span,
          unknown: { kind: 'tools', names: [tool.item.text] },
          severity: on.unknownTool.severity,
          message: `${quoted(tool.item.text)} is a tool of ${product} only: ${host.name} ${on.unknownTool.says}.`,
        };
      const grant = server === undefined ? replacement : agent.format.mcp.spell(server, tool.item.text);
      const { advice, fixes } = replaceOrRemove(agent, tool, grant, false);
      return {
        span: tool.item.span,
        unknown: { kind: 'tools', names: [tool.item.text] },
        severity: on.unknownTool.severity,
        message: `${quoted(tool.item.text)} is a tool of ${product}: ${host.name} ${on.unknownTool.says}. ${advice}`,
        // The file may be meant for the other host too; only the writer knows.
        fixes: fixes.map((fix) => ({ ...fix, safe: false })),
      };
    }),
};

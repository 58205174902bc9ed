/** Rule: a shell command in a list of tools. */

import { eachTool, replaceOrRemove } from '../findings/toolFindings';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { promptKinds, type Rule } from './rule';

export const toolShell: Rule = {
  id: 'tool-shell',
  title: 'Shell command listed as a tool',
  why: 'Commands such as `git` or `npm` run inside the shell tool. They are not tools themselves.',
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
        tools: Read, git
                     ^^^ tool-shell
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
        tools: Read, Bash, npm
                           ^^^ tool-shell
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
      if (tool.name.kind !== 'shell') return undefined;
      const { tool: shell } = agent.format.shell;
      const { advice, fixes } = replaceOrRemove(agent, tool, shell, false);
      return {
        span: tool.item.span,
        severity: agent.format.on.unknownTool.severity,
        message: `${quoted(tool.item.text)} is a shell command, not a tool: ${agent.format.host.name} ${agent.format.on.unknownTool.says}. ${advice}`,
        fixes,
      };
    }),
};

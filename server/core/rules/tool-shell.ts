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
      const { host, on, mayAddTool } = agent.format;
      const adds = mayAddTool?.(tool.item.text);
      return {
        span: tool.item.span,
        unknown: { kind: 'tools', names: [tool.item.text] },
        severity: adds === undefined ? on.unknownTool.severity : 'information',
        message: `${quoted(tool.item.text)} is a shell command, not a tool: ${host.name} ${on.unknownTool.says}${adds === undefined ? '' : ` unless ${adds} provides it`}. ${advice}`,
        fixes,
      };
    }),
};

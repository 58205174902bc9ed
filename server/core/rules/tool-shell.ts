/** Rule: a program of the shell in a list of tools. */

import { eachTool, replaceOrRemove } from '../findings/toolFindings';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolShell: Rule = {
  id: 'tool-shell',
  title: 'A shell program is no tool',
  why: 'Programs such as `git` or `npm` run inside the shell tool. Claude Code drops their names from a tool list without a word.',
  severity: 'warning',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, git\n             ^^^ tool-shell\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ntools: Read, Bash\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Bash, npm\n                   ^^^ tool-shell\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ntools: Read, Bash\n---\nHi\n',
    },
  ],
  good: [{ text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Bash\n---\nHi\n' }],
  check: (agent) =>
    eachTool(agent, (tool) => {
      if (tool.name.kind !== 'shell') return undefined;
      const { tool: shell } = agent.format.shell;
      const { advice, fixes } = replaceOrRemove(agent, tool, shell, false);
      return {
        span: tool.item.span,
        message: `${quoted(tool.item.text)} is a program that runs inside \`${shell}\`, not a tool; ${agent.format.host.name} drops it without a word. ${advice}`,
        fixes,
      };
    }),
};

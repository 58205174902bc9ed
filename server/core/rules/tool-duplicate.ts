/** Rule: a tool that is listed twice. */

import { removal } from '../findings/toolFindings';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolDuplicate: Rule = {
  id: 'tool-duplicate',
  title: 'The tool is listed twice',
  why: 'The second mention changes nothing and hides what the list grants.',
  severity: 'information',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Edit, Read\n                   ^^^^ tool-duplicate\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ntools: Read, Edit\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools:\n  - Read\n  - Read\n    ^^^^ tool-duplicate\n  - Edit\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ntools:\n  - Read\n  - Edit\n---\nHi\n',
    },
  ],
  good: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Agent(worker), Agent(tester)\ndisallowedTools: Edit\n---\nHi\n',
    },
  ],
  *check(agent) {
    for (const { all } of agent.toolLists()) {
      const seen = new Map<string, (typeof all)[number]>();
      for (const tool of all) {
        const first = seen.get(tool.item.text);
        if (first === undefined) seen.set(tool.item.text, tool);
        else {
          yield {
            span: tool.item.span,
            tag: 'unnecessary',
            message: `${quoted(tool.item.text)} is listed already; the second mention changes nothing. Remove it.`,
            fixes: [removal(agent, tool)],
            related: [{ span: first.item.span, message: 'First listed here' }],
          };
        }
      }
    }
  },
};

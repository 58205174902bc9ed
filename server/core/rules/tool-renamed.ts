/** Rule: an old name of a tool that the host still understands. */

import { eachTool, replaceOrRemove } from '../findings/toolFindings';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolRenamed: Rule = {
  id: 'tool-renamed',
  title: 'The tool has a new name',
  why: 'Claude Code still accepts this old name. Other programs that read the same file, and people who look it up, may not.',
  severity: 'hint',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Task\n             ^^^^ tool-renamed\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ntools: Read, Agent\n---\nHi\n',
    },
  ],
  good: [{ text: '---\nname: a\ndescription: Does a thing.\ntools: Read, Agent\n---\nHi\n' }],
  check: (agent) =>
    eachTool(agent, (tool) => {
      if (tool.name.kind !== 'retired' || tool.name.retired.state !== 'alias works') return undefined;
      const { advice, fixes } = replaceOrRemove(agent, tool, tool.name.retired.replacement, true);
      return {
        span: tool.item.span,
        tag: 'deprecated',
        message: `${quoted(tool.name.name)} is an old name (${tool.name.retired.when}); ${agent.format.host.name} still accepts it. ${advice}`,
        fixes,
      };
    }),
};

/** Rule: an old name of a tool that the host still accepts. */

import { isProvedSafe } from '../agent/safety';
import { eachTool, replaceOrRemove } from '../findings/toolFindings';
import { asRead, baseName } from '../hosts/toolName';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { promptKinds, type Rule } from './rule';

export const toolRenamed: Rule = {
  id: 'tool-renamed',
  title: 'Tool has a new name',
  why: 'The host still accepts the old name. Other programs that read the file may not.',
  severity: 'hint',
  perReader: true,
  aboutNames: true,
  kinds: promptKinds,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Task
                     ^^^^ tool-renamed
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Agent
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
        tools: Read, Agent
        ---
        Hi
        `,
    },
  ],
  check: (agent) =>
    eachTool(agent, (tool) => {
      if (tool.name.kind !== 'retired' || tool.name.retired.state !== 'alias works') return undefined;
      // In another case it is a name that the host does not know.
      const isExact = tool.name.name === asRead(baseName(tool.item.text), agent.format);
      const { advice, fixes } = replaceOrRemove(agent, tool, tool.name.retired.replacement, isExact);
      return {
        span: tool.item.span,
        ...(isExact ? {} : { severity: agent.format.on.unknownTool.severity }),
        tag: 'deprecated',
        message: `${quoted(tool.name.name)} is an old name (${tool.name.retired.when}); ${agent.format.host.name} ${isExact ? 'still accepts it' : 'accepts it only in this spelling'}. ${advice}`,
        // Where the agent does not load, nothing shows that the new name is meant.
        fixes: fixes.map((fix) => ({ ...fix, safe: fix.safe && isProvedSafe(agent, fix.edits) })),
      };
    }),
};

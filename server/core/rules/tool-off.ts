/** Rule: a listed tool that the host turns off by default. */

import { eachTool } from '../findings/toolFindings';
import { presentName } from '../hosts/effectiveTools';
import { lookup } from '../hosts/lookup';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolOff: Rule = {
  id: 'tool-off',
  title: 'Tool that is off by default',
  why: 'The host has the tool, but gives it to agents only where a user has turned it on.',
  severity: 'information',
  perReader: true,
  aboutNames: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, TodoWrite
                     ^^^^^^^^^ tool-off
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
        tools: Read, Edit
        disallowedTools: TodoWrite
        ---
        Hi
        `,
    },
  ],
  check: (agent) =>
    eachTool(agent, ({ item, list }) => {
      const { format } = agent;
      const name = list.grants ? presentName(item.text, format) : undefined;
      const off = name === undefined ? undefined : lookup(format.tools, name)?.offByDefault;
      if (off === undefined) return undefined;
      return {
        span: item.span,
        message: `${quoted(item.text)} is off by default: ${format.host.name} gives it to the agent only ${off}.`,
      };
    }),
};

/** Rule: a tool that the host never gives to a subagent. */

import { agentFields, isMainSession } from '../agent/fields';
import { eachTool, removal } from '../findings/toolFindings';
import { presentName, situationOf } from '../hosts/effectiveTools';
import { lookup } from '../hosts/lookup';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolNever: Rule = {
  id: 'tool-never',
  title: 'A subagent never gets this tool',
  why: 'Some tools exist in the main session only: they ask the user, plan, or end the session. Claude Code drops them from the list of a subagent without a word.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, AskUserQuestion, ExitPlanMode
                     ^^^^^^^^^^^^^^^ tool-never
                                      ^^^^^^^^^^^^ tool-never
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
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
        tools: Read, ExitPlanMode
        permissionMode: plan
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, AskUserQuestion
        initialPrompt: Ask what to do.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        disallowedTools: AskUserQuestion
        ---
        Hi
        `,
    },
  ],
  check: (agent) => {
    const { format } = agent;
    if (isMainSession(agent)) return [];
    const canBeMain = Object.values(format.fields).some(({ mainSession }) => mainSession === true);
    const { plan } = situationOf(agentFields(agent), format);
    return eachTool(agent, (tool) => {
      const name = tool.list.grants ? presentName(tool.item.text, format) : undefined;
      const available = name === undefined ? undefined : lookup(format.tools, name)?.subagents;
      if (available !== 'never' && (available !== 'plan-mode' || plan)) return undefined;
      const when = available === 'never' ? 'A subagent never gets' : 'Only in plan mode a subagent gets';
      return {
        span: tool.item.span,
        message: `${when} ${quoted(tool.item.text)}; ${format.host.name} drops it without a word. Remove it${canBeMain ? ', unless the agent is to be run as the main session with `--agent`' : ''}.`,
        // It counts in the main session, so only a person can say whether it goes.
        fixes: [{ ...removal(agent, tool), safe: false }],
      };
    });
  },
};

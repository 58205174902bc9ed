/** Rule: a tool that the host never gives to a subagent. */

import { agentFields, isMainSession } from '../agent/fields';
import { eachTool, removal } from '../findings/toolFindings';
import { presentName, situationOf } from '../hosts/effectiveTools';
import { lookup } from '../hosts/lookup';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const toolNever: Rule = {
  id: 'tool-never',
  title: 'A subagent never gets this tool',
  why: 'Some tools exist in the main session only: they ask the user, plan, or end the session. Claude Code drops them from the list of a subagent without a word.',
  severity: 'warning',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, AskUserQuestion, ExitPlanMode\n             ^^^^^^^^^^^^^^^ tool-never\n                              ^^^^^^^^^^^^ tool-never\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ntools: Read\n---\nHi\n',
    },
  ],
  good: [
    { text: '---\nname: a\ndescription: Does a thing.\ntools: Read, ExitPlanMode\npermissionMode: plan\n---\nHi\n' },
    {
      text: '---\nname: a\ndescription: Does a thing.\ntools: Read, AskUserQuestion\ninitialPrompt: Ask what to do.\n---\nHi\n',
    },
    { text: '---\nname: a\ndescription: Does a thing.\ndisallowedTools: AskUserQuestion\n---\nHi\n' },
  ],
  check: (agent) => {
    const { format } = agent;
    if (isMainSession(agent)) return [];
    const { plan } = situationOf(agentFields(agent), format);
    return eachTool(agent, (tool) => {
      const name = tool.list.grants ? presentName(tool.item.text, format) : undefined;
      const available = name === undefined ? undefined : lookup(format.tools, name)?.subagents;
      if (available !== 'never' && (available !== 'plan-mode' || plan)) return undefined;
      const when = available === 'never' ? 'A subagent never gets' : 'Only in plan mode a subagent gets';
      return {
        span: tool.item.span,
        message: `${when} ${quoted(tool.item.text)}; ${format.host.name} drops it without a word. Remove it, unless the agent is to be run as the main session with \`--agent\`.`,
        // It counts in the main session, so only a person can say whether it goes.
        fixes: [{ ...removal(agent, tool), safe: false }],
      };
    });
  },
};

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
  title: 'Tool unavailable to subagents',
  why: 'Some tools exist in the main session only, for example to ask the user, plan or end the session.',
  severity: 'warning',
  perReader: true,
  aboutNames: true,
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
      const when = available === 'never' ? 'Subagents never get' : 'Only subagents in plan mode get';
      return {
        span: tool.item.span,
        message: `${when} ${quoted(tool.item.text)}: ${format.host.name} drops it from the list. Remove it${canBeMain ? ', unless you run the agent as the main session with `--agent`' : ''}.`,
        // It has an effect in the main session, so only the writer can decide.
        fixes: [{ ...removal(agent, tool), safe: false }],
      };
    });
  },
};

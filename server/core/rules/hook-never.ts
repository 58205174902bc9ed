/** Rule: hooks for an event that never happens in a subagent. */

import { entryByRole, isMainSession } from '../agent/fields';
import { isNothing } from '../syntax/values';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const hookNever: Rule = {
  id: 'hook-never',
  title: 'Hook event that subagents never get',
  why: 'The hooks of an agent only run while the agent runs, and some events belong to the main session. Hooks for such events never run in a subagent.',
  severity: 'warning',
  perReader: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        hooks:
          SessionStart:
          ^^^^^^^^^^^^ hook-never
            - hooks: [{ type: command, command: ./prepare.sh }]
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
        hooks:
          PreToolUse:
            - hooks: [{ type: command, command: ./check.sh }]
          SubagentStop:
            - hooks: [{ type: command, command: ./report.sh }]
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        initialPrompt: Begin.
        hooks:
          SessionStart:
            - hooks: [{ type: command, command: ./prepare.sh }]
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { hooks, host } = agent.format;
    const value = entryByRole(agent, 'events')?.value;
    if (hooks === undefined || value?.kind !== 'mapping' || isMainSession(agent)) return;
    for (const { key, keySpan, value: entries } of value.entries) {
      if (!hooks.mainSession.includes(key) || isNothing(entries)) continue;
      yield {
        span: keySpan,
        message: `Subagents never get ${quoted(key)}: ${host.name} only runs these hooks in the main session. Remove them, unless you run the agent with \`--agent\`.`,
      };
    }
  },
};

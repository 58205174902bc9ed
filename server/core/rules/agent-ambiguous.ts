/** Rule: a call that no agent's name matches exactly, and several match in another spelling. */
import { callInstead } from '../findings/agentCalls';
import { document } from '../text/document';
import { anyOf, quoted } from '../text/quoted';
import type { Rule } from './rule';

export const agentAmbiguous: Rule = {
  id: 'agent-ambiguous',
  title: 'Call matches several agents',
  why: 'When no agent has exactly the name of a call, the host compares names without case and separators. When several match, the call fails.',
  severity: 'warning',
  asksAboutFiles: true,
  bad: [
    {
      text: document`
        ---
        name: lead
        description: Leads the work.
        ---
        Use the \`twin-one\` agent for the first part.
                 ^^^^^^^^ agent-ambiguous
        `,
      fixed: document`
        ---
        name: lead
        description: Leads the work.
        ---
        Use the \`Twin One\` agent for the first part.
        `,
      path: '/w/.claude/agents/lead.md',
      others: {
        '/w/.claude/agents/a.md': document`
          ---
          name: Twin One
          description: Does one thing.
          ---
          Hi
          `,
        '/w/.claude/agents/b.md': document`
          ---
          name: twin_one
          description: Does another thing.
          ---
          Hi
          `,
      },
    },
  ],
  good: [
    {
      text: document`
        ---
        name: lead
        description: Leads the work.
        ---
        Use the \`twin_one\` agent for the first part, then the \`code reviewer\` agent. Use the \`Code-Reviewer\` agent.
        `,
      path: '/w/.claude/agents/lead.md',
      others: {
        '/w/.claude/agents/a.md': document`
          ---
          name: Twin One
          description: Does one thing.
          ---
          Hi
          `,
        '/w/.claude/agents/b.md': document`
          ---
          name: twin_one
          description: Does another thing.
          ---
          Hi
          `,
        '/w/.claude/agents/c.md': document`
          ---
          name: code-reviewer
          description: Reviews a change.
          ---
          Hi
          `,
      },
    },
  ],
  *across({ card, calls }, around) {
    for (const call of calls) {
      if (!call.isAsked || !call.isCertain) continue;
      const found = around.agent(call.name);
      if (found.kind !== 'ambiguous') continue;
      const names = found.names.slice(0, MOST_SHOWN);
      yield {
        span: call.span,
        message: `${quoted(call.name)} may mean ${anyOf(names.map(quoted))}, so ${card.format.host.name} refuses the call. Write one of these names exactly.`,
        fixes: names.flatMap((name) => callInstead(call, name)),
        related: names.flatMap((name) => {
          const other = around.agent(name);
          return other.kind === 'one'
            ? [{ span: other.card.nameSpan, message: `This agent is ${quoted(name)}.`, in: other.card }]
            : [];
        }),
      };
    }
  },
};

/** How many names a message shows and a menu offers. */
const MOST_SHOWN = 4;

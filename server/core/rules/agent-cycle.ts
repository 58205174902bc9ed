/** Rule: an agent that starts another one, whose instructions lead back to the first. */
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Around } from '../workspace/around';
import type { Card } from '../workspace/card';
import type { Rule } from './rule';

export const agentCycle: Rule = {
  id: 'agent-cycle',
  title: 'Agents delegate in a circle',
  why: 'Agents that hand work to each other in a circle may pass a task on until a limit of the host ends it. Each of them starts without the knowledge of the others and is paid for.',
  severity: 'information',
  asksAboutFiles: true,
  bad: [
    {
      text: document`
        ---
        name: lead
        description: Leads the work.
        ---
        Use the \`coder\` agent for each change.
                 ^^^^^ agent-cycle
        `,
      path: '/w/.claude/agents/lead.md',
      others: {
        '/w/.claude/agents/coder.md': document`
          ---
          name: coder
          description: Changes code.
          ---
          When it is done, use the \`tester\` agent.
          `,
        '/w/.claude/agents/tester.md': document`
          ---
          name: tester
          description: Tests a change.
          tools: Read, Agent
          ---
          Hand failures back to the \`lead\` agent.
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
        Use the \`coder\` agent for each change, then the \`tester\` agent. Use the \`lead\` agent for parts.
        `,
      path: '/w/.claude/agents/lead.md',
      others: {
        '/w/.claude/agents/coder.md': document`
          ---
          name: coder
          description: Changes code.
          tools: Read, Edit
          ---
          Hand questions back to the \`lead\` agent.
          `,
        '/w/.claude/agents/tester.md': document`
          ---
          name: tester
          description: Tests a change.
          ---
          Never use the \`lead\` agent. The \`lead\` agent starts this one.
          `,
      },
    },
  ],
  *across({ card, calls }, around) {
    if (!card.startsAgents || card.name === undefined) return;
    const seen = new Set<string>();
    for (const call of calls) {
      if (!call.isAsked || call.form === 'list' || seen.has(call.name) || seen.size >= MOST_CALLS) continue;
      seen.add(call.name);
      const found = around.agent(call.name);
      const way = found.kind === 'one' ? wayBack(found.card, card, around) : undefined;
      if (way === undefined) continue;
      const names = way.map(({ name = '' }) => name);
      const [first = '', ...rest] = [...names, card.name].map(quoted);
      yield {
        span: call.span,
        message: `This call can come back to this agent: ${first} starts ${rest.join(', which starts ')}. Say in one of them when not to delegate.`,
        related: way.map((one, i) => ({
          span: one.nameSpan,
          message: `This agent is told to start ${rest[i] ?? quoted(card.name ?? '')}.`,
          in: one,
        })),
      };
    }
  },
};

/** How many different calls are followed. */
const MOST_CALLS = 50;

/** How many agents are looked at for one call. */
const MOST_AGENTS = 200;

/** The agents on the shortest way from `from` to `to`, without `to`; undefined when there is none, or `from` is `to`. */
function wayBack(from: Card, to: Card, around: Around): readonly Card[] | undefined {
  if (from.path === to.path) return undefined;
  const before = new Map<string, Card | undefined>([[from.path, undefined]]);
  const waiting: Card[] = [from];
  for (const card of waiting) {
    if (!card.startsAgents || before.size > MOST_AGENTS) continue;
    for (const name of card.asks.slice(0, MOST_CALLS)) {
      const found = around.agent(name);
      if (found.kind !== 'one') continue;
      if (found.card.path === to.path) return chain(card, before);
      if (before.has(found.card.path)) continue;
      before.set(found.card.path, card);
      waiting.push(found.card);
    }
  }
  return undefined;
}

function chain(last: Card, before: ReadonlyMap<string, Card | undefined>): readonly Card[] {
  const cards: Card[] = [];
  for (let card: Card | undefined = last; card !== undefined; card = before.get(card.path)) cards.push(card);
  return cards.reverse();
}

/** Rule: a body that tells a subagent to give work to other agents without naming any. */
import { document } from '../text/document';
import { insertAt } from '../text/edits';
import { quoted } from '../text/quoted';
import type { Card } from '../workspace/card';
import { togetherOf } from '../workspace/tree';
import type { Rule } from './rule';

const others = {
  '/w/.claude/agents/tester.md': document`
    ---
    name: tester
    description: Tests a change. Use it after every change.
    ---
    Hi
    `,
  '/w/.claude/agents/writer.md': document`
    ---
    name: writer
    description: Writes documentation
    ---
    Hi
    `,
};

export const agentUnnamed: Rule = {
  id: 'agent-unnamed',
  title: 'Delegates without naming an agent',
  why: 'A host may list the agents only for the main session. A subagent that is told to delegate then has to guess names, and falls back to a general agent.',
  severity: 'hint',
  asksAboutFiles: true,
  bad: [
    {
      text: document`
        ---
        name: lead
        description: Leads the work.
        ---
        ## Process

        1. Split the task.
        2. Delegate each part to the most appropriate subagent.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ agent-unnamed

        ## Style

        Be brief.
        `,
      fixed: document`
        ---
        name: lead
        description: Leads the work.
        ---
        ## Process

        1. Split the task.
        2. Delegate each part to the most appropriate subagent.

        Agents to start:

        - \`tester\`: Tests a change.
        - \`writer\`: Writes documentation.

        ## Style

        Be brief.
        `,
      path: '/w/.claude/agents/lead.md',
      others,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: lead
        description: Leads the work.
        ---
        Delegate each part to the appropriate agent: tester for tests, writer for documents.
        `,
      path: '/w/.claude/agents/lead.md',
      others,
    },
    {
      text: document`
        ---
        name: lead
        description: Leads the work.
        tools: Read
        ---
        Delegate each part to the appropriate agent.
        `,
      path: '/w/.claude/agents/lead.md',
      others,
    },
    {
      text: document`
        ---
        name: lead
        description: Leads the work.
        initialPrompt: Start.
        ---
        Delegate each part to the appropriate agent.
        `,
      path: '/w/.claude/agents/lead.md',
      others,
    },
    {
      text: document`
        ---
        name: lead
        description: Leads the work.
        ---
        Never delegate to other agents. Other agents delegate to you.
        `,
      path: '/w/.claude/agents/lead.md',
      others,
    },
  ],
  *across({ card, unnamed, isMainSession }, around) {
    if (unnamed === undefined || isMainSession || !card.startsAgents) return;
    if (togetherOf(card.format)?.subagentsSeeAgents !== false) return;
    const names = around.agents().filter(({ name }) => name !== undefined && name !== card.name);
    const words = new Set(unnamed.words);
    if (names.length === 0 || names.some(({ name = '' }) => words.has(name))) return;
    const { end, lineEnd } = unnamed;
    const lines = ['', '', 'Agents to start:', '', ...names.map(lineFor)];
    yield {
      span: unnamed.span,
      message: `These instructions name no agent, and ${card.format.host.name} does not tell a subagent which ones exist. Name the agents to delegate to.`,
      fixes:
        end === undefined || names.length > MOST_NAMES
          ? []
          : [
              {
                title: `List the ${names.length === 1 ? 'agent' : `${names.length} agents`} of this workspace`,
                safe: false,
                edits: [insertAt(end, lines.join(lineEnd))],
              },
            ],
    };
  },
};

/** A longer list costs more tokens than it is worth; the writer has to choose. */
const MOST_NAMES = 30;

/** The name, and the first sentence of the description on one line. */
function lineFor({ name = '', purpose }: Card): string {
  // Descriptions often contain escaped line breaks and examples in tags.
  const [first = ''] = purpose.trim().split(/\\n|[\r\n<]|(?<=[.!?])\s/, 1);
  const text = first.trim().slice(0, MOST_TEXT);
  return text === '' ? `- ${quoted(name)}` : `- ${quoted(name)}: ${text}${/[.!?\u2026:]$/.test(text) ? '' : '.'}`;
}

const MOST_TEXT = 200;

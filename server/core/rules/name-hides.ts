/** Rule: an agent that hides another one with its name: one from further away, or one that comes with the host. */
import type { Finding } from '../findings/finding';
import { document } from '../text/document';
import { shortPath } from '../text/paths';
import { quoted, quotedPath } from '../text/quoted';
import type { Around } from '../workspace/around';
import type { Card } from '../workspace/card';
import type { Scope } from '../workspace/tree';
import type { Rule } from './rule';

export const nameHides: Rule = {
  id: 'name-hides',
  title: 'Agent hides another agent',
  why: 'Agents of nearer folders hide agents with the same name: of folders above, of the user, of plugins, and those that come with the host. This may be on purpose, but nothing shows it.',
  severity: 'information',
  asksAboutFiles: true,
  bad: [
    {
      text: document`
        ---
        name: reviewer
              ^^^^^^^^ name-hides
        description: Reviews a change of the API.
        ---
        Hi
        `,
      path: '/w/packages/api/.claude/agents/reviewer.md',
      others: {
        '/w/.claude/agents/reviewer.md': document`
          ---
          name: reviewer
          description: Reviews a change.
          ---
          Hi
          `,
      },
    },
    {
      text: document`
        ---
        name: general-purpose
              ^^^^^^^^^^^^^^^ name-hides
        description: Does everything else.
        ---
        Hi
        `,
      path: '/w/.claude/agents/general-purpose.md',
    },
  ],
  good: [
    {
      text: document`
        ---
        name: reviewer
        description: Reviews a change.
        ---
        Hi
        `,
      path: '/w/packages/web/.claude/agents/reviewer.md',
      others: {
        '/w/packages/api/.claude/agents/reviewer.md': document`
          ---
          name: reviewer
          description: Reviews a change of the API.
          ---
          Hi
          `,
      },
    },
  ],
  *across({ card }, around) {
    const { name } = card;
    // Another rule reports an agent that is not even loaded in its own folder.
    if (name === undefined || (around.hasWinner && around.rivals().at(-1)?.path !== card.path)) return;
    if (around.builtIn.includes(name)) yield replacing(name, card);
    const others = around.namesakes();
    if (others.length > 0) yield hiding(name, card, others, around);
  },
};

const replacing = (name: string, { nameSpan, format }: Card): Finding => ({
  span: nameSpan,
  message: `${quoted(name)} replaces the agent of this name that comes with ${format.host.name}. Rename it if both are needed.`,
});

function hiding(name: string, card: Card, others: readonly Card[], around: Around): Finding {
  const found = around.agent(name);
  const winner = found.kind === 'one' && others.includes(found.card) ? found.card : undefined;
  const [first = card] = others;
  const more = others.length > 1 ? ` and ${others.length - 1} more` : '';
  return {
    span: card.nameSpan,
    message:
      winner === undefined
        ? `${quoted(name)} hides ${owners[first.tree.scope]} ${quotedPath(shortPath(first.path, card.path))}${more}: sessions here load this file instead. Rename it if both are needed.`
        : `${quoted(name)} is hidden by ${owners[winner.tree.scope]} ${quotedPath(shortPath(winner.path, card.path))}: sessions here load that file instead. Rename one of them.`,
    related: others.map((other) => ({
      span: other.nameSpan,
      message: other === winner ? 'This agent is loaded.' : 'This agent has the same name.',
      in: other,
    })),
  };
}

/** Whose agent it is, before the path of its file. */
const owners: Readonly<Record<Scope, string>> = {
  project: 'the agent of another folder in',
  user: "the user's agent in",
  plugin: "a plugin's agent in",
};

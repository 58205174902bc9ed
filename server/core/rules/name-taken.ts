/** Rule: several agents of one tree with the same name, of which the host loads one. */
import { document } from '../text/document';
import { shortPath } from '../text/paths';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const nameTaken: Rule = {
  id: 'name-taken',
  title: 'Name of another agent',
  why: 'Of several agents with one name, the host loads a single one. The others are never used, and nothing says so.',
  severity: 'warning',
  asksAboutFiles: true,
  bad: [
    {
      text: document`
        ---
        name: reviewer
              ^^^^^^^^ name-taken
        description: Reviews a change.
        ---
        Hi
        `,
      path: '/w/.claude/agents/a.md',
      others: {
        '/w/.claude/agents/b.md': document`
          ---
          name: reviewer
          description: Reviews a pull request.
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
        name: reviewer
        description: Reviews a change.
        ---
        Hi
        `,
      path: '/w/.claude/agents/a.md',
      others: {
        '/w/.claude/agents/b.md': document`
          ---
          name: tester
          description: Tests a change.
          ---
          Hi
          `,
        '/w/packages/api/.claude/agents/a.md': document`
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
    const rivals = around.rivals();
    const winner = rivals.at(-1);
    if (winner === undefined || rivals.length < 2 || card.name === undefined) return;
    const others = rivals.filter(({ path }) => path !== card.path);
    const isLoaded = winner.path === card.path;
    const host = card.format.host.name;
    yield {
      span: card.nameSpan,
      message: isLoaded
        ? `${quoted(card.name)} is also the name of ${others.map((other) => `\`${shortPath(other.path, card.path)}\``).join(', ')}: ${host} loads this file and not the other. Rename one of them.`
        : `${quoted(card.name)} is taken: ${host} loads \`${shortPath(winner.path, card.path)}\` under this name, and never this file. Rename one of them.`,
      severity: isLoaded ? 'information' : 'warning',
      related: others.map((other) => ({
        span: other.nameSpan,
        message: other === winner ? `This agent is loaded.` : 'This agent has the same name.',
        in: other,
      })),
    };
  },
};

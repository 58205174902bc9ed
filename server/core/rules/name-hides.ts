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
  why: 'Agents of nearer folders usually hide agents with the same name: of folders above, of the user, of plugins, and those that come with the host. Some hosts prefer other folders, merge both files, or list both. This may be on purpose, but nothing shows it.',
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
    const { scope } = card.tree;
    // Names in plugins have prefixes. Another rule reports an agent that is not even loaded in its own folder.
    if (name === undefined || scope === 'plugin') return;
    if (around.sameNames !== 'listed' && around.lastRival()?.path !== card.path) return;
    if (around.builtInNamed(name) !== undefined) yield replacing(name, card, around);
    const [first, ...more] = around.namesakes();
    if (first !== undefined) yield hiding(name, card, first, more, around);
  },
};

const replacing = (name: string, { nameSpan, format }: Card, { sameNames }: Around): Finding => ({
  span: nameSpan,
  message: `${quoted(name)} ${sameNames === 'merged' ? 'changes' : 'replaces'} the agent of this name that comes with ${format.host.name}. Rename it if both are needed.`,
});

function hiding(name: string, card: Card, first: Card, more: readonly Card[], around: Around): Finding {
  const others = more.length > 0 ? ` and ${more.length} more` : '';
  const owner = first.tree.home === card.tree.home ? 'the agent in' : owners[first.tree.scope];
  const other = `${owner} ${quotedPath(shortPath(first.path, card.path))}`;
  const found = around.agent(name);
  const wins = found.kind === 'one' && found.card.path === card.path;
  return {
    span: card.nameSpan,
    message: `${saysOf(name, card, other, others, wins)[around.sameNames]} Rename it if both are needed.`,
    related: [first, ...more].slice(0, MOST_SHOWN).map((other) => ({
      span: other.nameSpan,
      message: 'This agent has the same name.',
      in: other,
    })),
  };
}

const saysOf = (
  name: string,
  { format: { host } }: Card,
  other: string,
  others: string,
  wins: boolean,
): Readonly<Record<Around['sameNames'], string>> => ({
  replaced: wins
    ? `${quoted(name)} hides ${other}${others}: sessions here load this file instead.`
    : `${quoted(name)} is hidden by ${other}: sessions here load that file instead.`,
  listed: `${quoted(name)} is also the name of ${other}${others}, and ${host.name} lists ${others === '' ? 'both' : 'all of them'}.`,
  merged: wins
    ? `${host.name} merges ${quoted(name)} with ${other}${others}: fields that this file does not set come from there.`
    : `${host.name} merges ${quoted(name)} with ${other}${others}: fields that both set come from there.`,
});

/** Other places of a finding; people read no more of them. */
const MOST_SHOWN = 10;

/** Whose agent it is, before the path of its file. */
const owners: Readonly<Record<Scope, string>> = {
  project: 'the agent of a parent folder in',
  user: "the user's agent in",
  plugin: "a plugin's agent in",
};

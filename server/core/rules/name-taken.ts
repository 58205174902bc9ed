/** Rule: several agents of one tree have the same name, and the host loads only one of them. */
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { baseNameOf, shortPath, slugOf } from '../text/paths';
import { quoted, quotedPath } from '../text/quoted';
import type { Around } from '../workspace/around';
import type { Card } from '../workspace/card';
import type { Rule } from './rule';

export const nameTaken: Rule = {
  id: 'name-taken',
  title: 'Name already taken',
  why: 'Of several agents with one name, the host loads a single one. The others are never used, and nothing says so.',
  severity: 'warning',
  asksAboutFiles: true,
  perReader: true,
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
      fixed: document`
        ---
        name: code-review
        description: Reviews a change.
        ---
        Hi
        `,
      path: '/w/.claude/agents/code-review.md',
      others: {
        '/w/.claude/agents/reviewer.md': document`
          ---
          name: reviewer
          description: Reviews a pull request.
          ---
          Hi
          `,
      },
    },
    {
      text: document`
        ---
        name: reviewer
              ^^^^^^^^ name-taken
        description: Reviews a change.
        ---
        Hi
        `,
      path: '/w/.claude/agents/reviewer.md',
      others: {
        '/w/.claude/agents/pull-request.md': document`
          ---
          name: reviewer
          description: Reviews a pull request.
          ---
          Hi
          `,
      },
    },
    {
      text: document`
        ---
        name: reviewer
              ^^^^^^^^ name-taken
        description: Reviews a change.
        ---
        Hi
        `,
      fixed: document`
        ---
        name: second
        description: Reviews a change.
        ---
        Hi
        `,
      path: '/w/p/agents/second.md',
      format: 'claude-code-plugin',
      others: {
        '/w/p/.claude-plugin/plugin.json': '{"name": "p"}',
        '/w/p/agents/first.md': document`
          ---
          name: reviewer
          description: Reviews a pull request.
          ---
          Hi
          `,
      },
      manifest: '{"name": "p"}',
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
      path: '/w/.claude/agents/code-review.md',
      others: {
        '/w/.claude/agents/reviewer.md': document`
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
    const { name, path, nameSpan, format } = card;
    const rivals = around.rivals();
    const winner = rivals.at(-1);
    if (winner === undefined || rivals.length < 2 || name === undefined) return;
    const others = rivals.filter((rival) => rival.path !== path);
    const host = format.host.name;
    const [first = '', ...more] = others.map((other) => quotedPath(shortPath(other.path, path)));
    const alsoNamed =
      more.length === 0 ? `${first} has the same name` : `${first} and ${more.length} more have the same name`;
    const isLoaded = winner.path === path;
    const isListed = around.sameNames === 'listed';
    const message = (): string => {
      if (isListed)
        return `${alsoNamed}, and ${host} lists ${more.length === 0 ? 'both' : 'all of them'} as ${quoted(name)}. Rename all but one.`;
      if (!around.hasWinner)
        return `${alsoNamed}, and ${host} may load any of these files as ${quoted(name)}. Rename all but one.`;
      if (isLoaded) return `${alsoNamed}, so ${host} loads only this file as ${quoted(name)}. Rename all but one.`;
      return `${host} never loads this file, because ${quotedPath(shortPath(winner.path, path))} has the same name ${quoted(name)}. Rename one of them.`;
    };
    yield {
      span: nameSpan,
      message: message(),
      severity: isListed || (isLoaded && around.hasWinner) ? 'information' : 'warning',
      fixes: renaming(card, around),
      related: others.slice(0, MOST_SHOWN).map((other) => ({
        span: other.nameSpan,
        message: other === winner && around.hasWinner ? 'This agent is loaded.' : 'This agent has the same name.',
        in: other,
      })),
    };
  },
};

/** Other places of a finding; people read no more of them. */
const MOST_SHOWN = 10;

/** Takes the name from the file, where it is free. Calls may mean this agent, so the fix is never automatic. */
function renaming({ name = '', path, nameSpan }: Card, around: Around): readonly Fix[] {
  const free = slugOf(baseNameOf(path) ?? '');
  const start = name.lastIndexOf(':') + 1;
  if (free === undefined || nameSpan.end === 0 || !/^[a-z]{3}/.test(free) || yamlWords.has(free)) return [];
  const found = around.agent(name.slice(0, start) + free);
  if (found.kind !== 'none') return [];
  return [{ title: `Rename this agent to \`${free}\``, safe: false, edits: [{ span: nameSpan, newText: free }] }];
}

/** Words that YAML does not read as text. */
const yamlWords: ReadonlySet<string> = new Set(['true', 'false', 'null', 'yes', 'off']);

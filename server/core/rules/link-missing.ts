/** Rule: a link in the body to a file that does not exist. */
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { everyKind, type Rule } from './rule';

export const linkMissing: Rule = {
  id: 'link-missing',
  title: 'Link to a missing file',
  why: 'An agent that is told to read a missing file continues without its contents. Links are resolved relative to the agent file, as in editors and on web sites, and relative to the root of the repository, where the agent works.',
  severity: 'hint',
  kinds: everyKind,
  asksAboutFiles: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Follow the [rules](../docs/rules.md#style) and [the list](list.md).
                           ^^^^^^^^^^^^^^^^^^^^^^ link-missing
        `,
      path: '.claude/agents/a.md',
      absent: ['.claude/docs/rules.md', 'docs/rules.md'],
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        See the [templates](templates%20old/).
                            ^^^^^^^^^^^^^^^^ link-missing
        `,
      path: 'file:///w/.claude/agents/a.md',
      absent: ['file:///w/.claude/agents/templates%20old/', 'file:///w/templates%20old/'],
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        See [one](one.md), [two](#two), [three](https://example.org/three.md), [four](<name>.md) and \`[five](five.md)\`.

        \`\`\`
        [five](five.md)
        \`\`\`

        ## Example

        [five](five.md)
        `,
      path: '.claude/agents/a.md',
      absent: ['.claude/agents/five.md', '.claude/agents/<name>.md'],
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        See [the style](docs/style.md), [mine](~/style.md) and [the day's notes](notes/YYYY-MM-DD.md).
        `,
      path: '.claude/agents/a.md',
      absent: ['.claude/agents/docs/style.md', '.claude/agents/~/style.md', 'notes/YYYY-MM-DD.md'],
    },
  ],
  *check(agent, { workspace }) {
    for (const { span, text, leadsTo } of agent.links()) {
      if (leadsTo.every((file) => workspace.presence(file) === 'absent'))
        yield {
          span,
          ...(agent.format.pathsIn === undefined
            ? {
                message: `File not found: ${quoted(text)} (neither from this file nor from the root of the repository). Correct the path, or remove the link.`,
              }
            : {
                severity: 'warning' as const,
                message: `File not found: ${quoted(text)}, so ${agent.format.host.name} loads nothing from it. Correct the path, or remove it.`,
              }),
        };
    }
  },
};

/** Rule: a link in the body to a file that does not exist. */
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const linkMissing: Rule = {
  id: 'link-missing',
  title: 'Link to a missing file',
  why: 'An agent that is told to read a missing file continues without its contents. Links are resolved relative to the agent file, as in editors and on web sites.',
  severity: 'hint',
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
      absent: ['.claude/docs/rules.md'],
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
      absent: ['file:///w/.claude/agents/templates%20old/'],
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
  ],
  *check(agent, { workspace }) {
    for (const { span, text, leadsTo } of agent.links()) {
      if (workspace.presence(leadsTo) === 'absent')
        yield {
          span,
          message: `File not found: ${quoted(text)} (relative to this file). Correct the path, or remove the link.`,
        };
    }
  },
};

/** Rule: a fence that nothing closes. */

import type { FenceLine } from '../prose/fencePairs';
import { atxHeading } from '../syntax/body/heading';
import type { AgentFile } from '../syntax/tree';
import { document } from '../text/document';
import { lineFrom } from '../text/lines';
import type { Rule } from './rule';

export const fenceUnclosed: Rule = {
  id: 'fence-unclosed',
  title: 'The fence is never closed',
  why: 'Without a closing line a fence runs to the end of the file, and instructions behind the code are read as code. A closing line that is missing in the middle turns the next opening into the end, and every fence after it inside out.',
  severity: 'hint',
  evidence: { source: 'CommonMark 0.31.2, section 4.5', checked: '2026-11-23', says: 'must' },
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`bash
        ^^^^^^^ fence-unclosed
        make test

        ## Rules

        Never skip a test.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`bash
        ^^^^^^^ fence-unclosed
        make test
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`bash
        ^^^^^^^ fence-unclosed
        make test

        Then:

        \`\`\`js
        a()
        \`\`\`
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`bash
        make
        \`\`\`

        ~~~
        \`\`\`
        ~~~
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`md
        \`\`\`js
        a()
        \`\`\`
        ## A
        \`\`\`
        Done.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        <example>
        \`\`\`js
        a()

        b()
        \`\`\`
        </example>
        `,
    },
  ],
  *check(agent) {
    const { file } = agent;
    const [line] = agent.fences().open;
    const fence = file.body.fences.find(({ opener }) => opener.start === line?.marks.start);
    // A line that Markdown does not take for the opening of a fence is not the one that went wrong.
    if (line === undefined || fence === undefined) return;
    const { closer } = fence;
    const swallows = headingBehind(file, line);
    const severity = swallows || closer !== undefined ? 'warning' : 'hint';
    yield {
      span: { start: line.marks.start, end: Math.max(line.marks.end, line.info.end) },
      severity,
      message: `${messageFor(closer !== undefined, swallows)} Close it where the code ends.`,
      ...(closer === undefined ? {} : { related: [{ span: closer, message: 'It ends here' }] }),
    };
  },
};

const messageFor = (isClosed: boolean, swallows: boolean): string => {
  if (isClosed) return 'This fence has no end of its own: it ends where the one ends that begins inside it.';
  return swallows
    ? 'Nothing closes this fence, so the sections behind it are read as part of the code.'
    : 'Nothing closes this fence.';
};

/** Whether a heading follows; a single hash may be a comment of the code. */
function headingBehind({ source: { text } }: AgentFile, { marks }: FenceLine): boolean {
  for (let line = lineFrom(text, marks.start); line.next < text.length; ) {
    line = lineFrom(text, line.next);
    if ((atxHeading(text, line.start, line.end)?.level ?? 0) > 1) return true;
  }
  return false;
}

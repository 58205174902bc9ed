/** Rule: a code block without a closing fence. */

import type { FenceLine } from '../prose/fencePairs';
import { atxHeading } from '../syntax/body/heading';
import type { AgentFile } from '../syntax/tree';
import { document } from '../text/document';
import { lineFrom } from '../text/lines';
import type { Rule } from './rule';

export const fenceUnclosed: Rule = {
  id: 'fence-unclosed',
  title: 'Unclosed code fence',
  why: 'Without a closing fence, a code block runs to the end of the file, and the instructions after it are read as code. If another code block follows, its closing fence ends this one, and code and text may be swapped from there on.',
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
    // A line that does not open a code block in Markdown is not the cause.
    if (line === undefined || fence === undefined) return;
    const { closer } = fence;
    const swallows = headingAfter(file, line);
    const severity = swallows || closer !== undefined ? 'warning' : 'hint';
    yield {
      span: { start: line.marks.start, end: Math.max(line.marks.end, line.info.end) },
      severity,
      message: `${messageFor(closer !== undefined, swallows)} Add a closing fence where the code ends.`,
      ...(closer === undefined ? {} : { related: [{ span: closer, message: 'The code block ends here' }] }),
    };
  },
};

const messageFor = (isClosed: boolean, swallows: boolean): string => {
  if (isClosed) return 'This code block is not closed before the next one starts.';
  return swallows
    ? 'This code block is never closed, so the sections after it are read as code.'
    : 'This code block is never closed.';
};

/** Whether a heading follows. A single `#` does not count, because it may start a comment in the code. */
function headingAfter({ source: { text } }: AgentFile, { marks }: FenceLine): boolean {
  for (let line = lineFrom(text, marks.start); line.next < text.length; ) {
    line = lineFrom(text, line.next);
    if ((atxHeading(text, line.start, line.end)?.level ?? 0) > 1) return true;
  }
  return false;
}

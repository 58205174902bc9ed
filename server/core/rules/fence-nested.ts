/** Rule: a fence that ends at the end of a fence inside it. */

import { type FenceLine, lengthOf, type Pair } from '../prose/fencePairs';
import type { AgentFile } from '../syntax/tree';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import type { Span } from '../text/span';
import type { Rule } from './rule';

export const fenceNested: Rule = {
  id: 'fence-nested',
  title: 'A fence inside the fence ends it',
  why: 'In Markdown a fence ends at the first bare fence line that is at least as long as its opening. A template in a fence of three back-ticks that holds fences of three is therefore cut short: the rest of it is read as text, and its headings as headings of the agent.',
  severity: 'information',
  evidence: { source: 'CommonMark 0.31.2, section 4.5', checked: '2026-11-23', says: 'must' },
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`markdown
        ^^^^^^^^^^^ fence-nested
        # Report

        \`\`\`bash
        make
        \`\`\`

        ## Result
        \`\`\`

        Done.
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`\`markdown
        # Report

        \`\`\`bash
        make
        \`\`\`

        ## Result
        \`\`\`\`

        Done.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`
        ^^^ fence-nested
        \`\`\`js
        a()
        \`\`\`
        \`\`\`ts
        b()
        \`\`\`
        \`\`\`
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`\`
        \`\`\`js
        a()
        \`\`\`
        \`\`\`ts
        b()
        \`\`\`
        \`\`\`\`
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
        \`\`\`\`markdown
        \`\`\`bash
        make
        \`\`\`
        \`\`\`\`

        \`\`\`js
        a()
        \`\`\`

        ~~~
        \`\`\`sh
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

        Done.

        \`\`\`
        \`\`\`

        ~~~
        `,
    },
  ],
  *check(agent) {
    const { file } = agent;
    const { pairs, open } = agent.fences();
    // Where something stays open, lines were paired that do not belong together.
    if (open.length > 0) return;
    const fences = new Set(file.body.fences.map((fence) => fence.opener.start));
    for (const pair of pairs) {
      // Four blanks and more are indented code, unless a list item holds the fence.
      const isFence = pair.opener.prefix.length < 4 || fences.has(pair.opener.marks.start);
      const early = isFence ? earlyEnd(pair) : undefined;
      if (early === undefined) continue;
      const { marks, info } = pair.opener;
      yield {
        span: { start: marks.start, end: Math.max(marks.end, info.end) },
        message:
          'This fence ends at the end of the first fence inside it, because it is not longer. What follows is read as text of the agent. Make the outer fence longer.',
        related: [{ span: early, message: 'It ends here' }],
        fixes: lengthening(file, pair),
      };
    }
  },
};

/**
 * Where the fence ends for Markdown, when that is before the line that a person takes for its end: at the first bare line that
 * is long enough. The tree cannot tell, because behind one fence that ends early every other one is inside out.
 */
function earlyEnd({ opener, inner }: Pair): Span | undefined {
  const isEndangered = inner.some((line) => hasInfo(line) && lengthOf(line) >= lengthOf(opener));
  const ends = (line: FenceLine): boolean =>
    !hasInfo(line) && lengthOf(line) >= lengthOf(opener) && line.prefix.length <= Math.max(3, opener.prefix.length);
  return isEndangered ? inner.find(ends)?.marks : undefined;
}

const hasInfo = ({ info }: FenceLine): boolean => info.start < info.end;

/** Both fence lines one mark longer than the longest one inside; not offered when they stand in different containers. */
function lengthening({ source: { text } }: AgentFile, { opener, closer, inner }: Pair): readonly Fix[] {
  if (opener.prefix !== closer.prefix) return [];
  const wanted = Math.max(...inner.map(lengthOf)) + 1;
  const longer = (line: FenceLine) => ({
    span: { start: line.marks.end, end: line.marks.end },
    newText: text.charAt(line.marks.start).repeat(Math.max(0, wanted - lengthOf(line))),
  });
  return [
    { title: `Lengthen the outer fence to ${wanted} marks`, safe: false, edits: [longer(opener), longer(closer)] },
  ];
}

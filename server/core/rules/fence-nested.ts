/** Rule: a code block that ends at the closing fence of a code block inside it. */

import { type FenceLine, hasInfo, lengthOf } from '../prose/fenceLines';
import type { Pair } from '../prose/fencePairs';
import type { AgentFile } from '../syntax/tree';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import type { Span } from '../text/span';
import { promptKinds, type Rule } from './rule';

export const fenceNested: Rule = {
  id: 'fence-nested',
  title: 'Code block ended by a nested fence',
  why: 'A Markdown code block ends at the first bare fence that is at least as long as its opening fence. A template in three backticks that contains other code blocks therefore ends early: at the closing fence of the first one, or at its opening fence when that has no language. The rest is read as instructions, and its headings as headings of the agent.',
  severity: 'information',
  kinds: promptKinds,
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
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`markdown
        ^^^^^^^^^^^ fence-nested
        # Report

        Structure:
        \`\`\`
        src/
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

        Structure:
        \`\`\`
        src/
        \`\`\`

        ## Result
        \`\`\`\`

        Done.
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
        \`\`\`
        make
        \`\`\`
        Then wait:
        \`\`\`
        done
        \`\`\`

        Done.
        `,
    },
  ],
  *check(agent) {
    const { file } = agent;
    const fences = new Set(file.body.fences.map((fence) => fence.opener.start));
    for (const pair of agent.fences().pairs) {
      const { marks, info, prefix } = pair.opener;
      const isFence = fences.has(marks.start);
      // Four spaces or more make an indented code block, unless the fence is in a list item.
      const early = isFence || prefix.length < 4 ? earlyEnd(pair) : undefined;
      if (early === undefined) continue;
      yield {
        span: { start: marks.start, end: Math.max(marks.end, info.end) },
        message: `This code block ends at ${whatEnds(pair)}. The rest is read as instructions. Lengthen the outer code fence.`,
        related: [{ span: early, message: 'The code block ends here' }],
        // While Markdown reads the line as code, because a code block above ends early, that one has to be fixed first.
        fixes: isFence ? lengthening(file, pair) : [],
      };
    }
  },
};

const whatEnds = ({ inner: [first] }: Pair): string =>
  first === undefined || hasInfo(first)
    ? 'the closing fence of the first code block inside it'
    : 'the opening fence of a code block inside it, because that fence has no language';

/**
 * Where the code block ends in Markdown when that is before its intended end: at the first bare fence that is long enough. The
 * tree does not tell, because after one code block that ends early the tree reads code as text and text as code.
 */
function earlyEnd({ opener, inner }: Pair): Span | undefined {
  const ends = (line: FenceLine): boolean => !hasInfo(line) && line.prefix.length <= Math.max(3, opener.prefix.length);
  return inner.find(ends)?.marks;
}

/** Makes both fences one character longer than the longest one inside; not offered when they are in different containers. */
function lengthening({ source: { text } }: AgentFile, { opener, closer, inner }: Pair): readonly Fix[] {
  if (opener.prefix !== closer.prefix) return [];
  const wanted = inner.reduce((longest, line) => Math.max(longest, lengthOf(line)), 0) + 1;
  const longer = (line: FenceLine) => ({
    span: { start: line.marks.end, end: line.marks.end },
    newText: text.charAt(line.marks.start).repeat(Math.max(0, wanted - lengthOf(line))),
  });
  return [
    {
      title: `Lengthen the outer code fence to ${wanted} characters`,
      safe: false,
      edits: [longer(opener), longer(closer)],
    },
  ];
}

/** Rule: a code block without a closing fence. */

import type { Finding } from '../findings/finding';
import { isTemplate } from '../prose/fenceCosts';
import { type FenceLine, lengthOf } from '../prose/fenceLines';
import { firstLost } from '../prose/fencePairs';
import { languageOf } from '../syntax/body/fence';
import { atxHeading } from '../syntax/body/heading';
import type { AgentFile, Fence } from '../syntax/tree';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { lineFrom, lineStartAt } from '../text/lines';
import { textAt } from '../text/span';
import { promptKinds, type Rule } from './rule';

export const fenceUnclosed: Rule = {
  id: 'fence-unclosed',
  title: 'Unclosed code fence',
  why: 'Without a closing fence, a code block runs to the end of the file, and the instructions after it are read as code. If another code block follows, its closing fence ends this one, and code and text may be swapped from there on. A closing fence without a code block above it has the same effect, because it starts one.',
  severity: 'hint',
  kinds: promptKinds,
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
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Done is what the tests prove:

        - Report every failure.
        \`\`\`
        ^^^ fence-unclosed

        ## Commands

        \`\`\`bash
        make test
        \`\`\`
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`js
        ^^^^^ fence-unclosed
        \`\`\`dockerfile
        FROM node
        \`\`\`

        Build it.
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        \`\`\`dockerfile
        FROM node
        \`\`\`

        Build it.
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
    const pairing = agent.fences();
    const [line] = pairing.open;
    const [extra] = pairing.stray;
    // Only the first fence that is wrong is reported, because the other ones may be right once that one is.
    const first = firstLost(pairing);
    const fence = file.body.fences.find(({ opener }) => opener.start === first);
    // A line that does not open a code block in Markdown is not the cause.
    if (fence === undefined) return;
    if (extra?.fence.marks.start === first) {
      // A longer fence above may have this one as its closing fence, which is too short.
      if (
        !file.body.fences.some(
          ({ opener }) => opener.start < first && lengthOf(extra.fence) < opener.end - opener.start,
        )
      )
        yield strayFinding(file, extra.fence, fence);
    }
    // A fence with a language and a blank line after it may be a closing fence by mistake.
    else if (line?.marks.start === first && line.after !== 'blank') yield openFinding(file, line, fence);
  },
};

function openFinding(file: AgentFile, line: FenceLine, { closer }: Fence): Finding {
  const swallows = headingAfter(file, line);
  const place = {
    span: { start: line.marks.start, end: Math.max(line.marks.end, line.info.end) },
    severity: swallows || closer !== undefined ? ('warning' as const) : ('hint' as const),
    ...(closer && { related: [{ span: closer, message: 'The code block ends here' }] }),
  };
  // A template may begin with a code block.
  if (line.after === 'fence' && !isTemplate(languageOf(file.source.text, line.info)))
    return {
      ...place,
      message: 'This opening code fence is directly before another one, and no fence closes it. Remove it.',
      fixes: [removing(file, line, 'Remove this opening code fence')],
    };
  return {
    ...place,
    message: `${messageFor(closer !== undefined, swallows)} Add a closing fence where the code ends.`,
  };
}

function strayFinding(file: AgentFile, line: FenceLine, { closer, content }: Fence): Finding {
  const isLast = closer === undefined && textAt(file.source.text, content).trim() === '';
  const starts = isLast ? '' : ' It starts a code block instead, so the text after it is read as code.';
  return {
    span: line.marks,
    severity: closer !== undefined || headingAfter(file, line) ? 'warning' : 'hint',
    message: `No code block is open above this closing code fence.${starts} Remove it, or add the missing opening fence.`,
    ...(closer && { related: [{ span: closer, message: 'The code block ends here' }] }),
  };
}

/** Removes the line of a fence with its line end. */
function removing({ source: { text } }: AgentFile, { marks }: FenceLine, title: string): Fix {
  const start = lineStartAt(text, marks.start);
  return { title, safe: false, edits: [{ span: { start, end: lineFrom(text, marks.start).next }, newText: '' }] };
}

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

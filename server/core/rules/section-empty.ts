/** Rule: a heading without content. */

import { parentsOf } from '../agent/sectionTree';
import type { AgentFile, Section } from '../syntax/tree';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const sectionEmpty: Rule = {
  id: 'section-empty',
  title: 'Section without any content',
  why: 'The model makes up what an empty section promises. Often it is a leftover of a template.',
  severity: 'hint',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        ## Rules
        ^^^^^^^^ section-empty

        ---

        ## Style

        Be kind.
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
        # Agent

        ## Rules
        <!-- see the handbook -->

        ## Style

        \`\`\`text
        Be kind.
        \`\`\`

        ### Report

        ## Summary

        Short.

        ## [Name]

        ## End

        Bye.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        ### Report

        ## Summary

        Short.
        `,
    },
  ],
  *check(agent) {
    const { file } = agent;
    const isFilled = contentAfter(file);
    for (const { children } of parentsOf(file)) {
      for (const [i, child] of children.entries()) {
        const next = children[i + 1];
        if (child.children.length > 0 || isSlot(child.title) || isFilled(child)) continue;
        // With a heading of a higher level right after it, it is the title of what follows.
        if (next === undefined && child.span.end < file.body.span.end) continue;
        if (next !== undefined && next.level < child.level) continue;
        if (agent.isMisread(child.span.start, child.span.end)) continue;
        yield {
          span: child.heading,
          message: `The section ${quoted(child.title)} is empty. Fill it in, or remove the heading.`,
        };
      }
    }
  },
};

/** Whether a section without children contains anything but blank lines and thematic breaks, in logarithmic time. */
function contentAfter({ body }: AgentFile): (section: Section) => boolean {
  const filled = body.blocks.filter(({ kind }) => kind !== 'blank' && kind !== 'thematicBreak' && kind !== 'heading');
  return ({ heading, span }) => {
    let low = 0;
    let high = filled.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((filled[middle]?.span.start ?? span.end) < heading.end) low = middle + 1;
      else high = middle;
    }
    return (filled[low]?.span.start ?? span.end) < span.end;
  };
}

/** Whether a title contains a placeholder, as titles of templates do. */
const isSlot = (title: string): boolean => title.includes('{') || title.includes('[') || title.includes('<');

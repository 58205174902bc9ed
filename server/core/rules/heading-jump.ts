/** Rule: a heading more than one level below its parent. */

import { parentsOf } from '../agent/sectionTree';
import { document } from '../text/document';
import type { Rule } from './rule';

export const headingJump: Rule = {
  id: 'heading-jump',
  title: 'Skipped heading level',
  why: 'Consecutive heading levels show people, editors and models which section belongs to which.',
  severity: 'hint',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        ## Rules

        #### Style
        ^^^^^^^^^^ heading-jump

        Be kind.

        #### Length

        Be brief.
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
        ### Rules

        #### Style

        Be kind.

        # Work

        ## Steps

        Look.
        `,
    },
  ],
  *check(agent) {
    const { file } = agent;
    for (const parent of parentsOf(file)) {
      const [first] = parent.children;
      // The body may start at any level, and only the first of several siblings is reported.
      if (parent.level === 0 || first === undefined || first.level <= parent.level + 1) continue;
      // A wrong code fence may hide the headings between them, or turn code into these two.
      if (agent.isMisread(parent.heading.start, first.heading.end)) continue;
      yield {
        span: first.heading,
        message: `Heading level jumps from ${parent.level} to ${first.level}. Use level ${parent.level + 1} here.`,
        related: [{ span: parent.heading, message: `Heading of level ${parent.level}` }],
      };
    }
  },
};

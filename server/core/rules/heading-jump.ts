/** Rule: a heading that lies more than one level below the one above it. */

import { parentsOf } from '../agent/sectionTree';
import { document } from '../text/document';
import type { Rule } from './rule';

export const headingJump: Rule = {
  id: 'heading-jump',
  title: 'A level of headings is left out',
  why: 'An outline whose levels follow each other shows what belongs to what, to readers, editors and models alike.',
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
      // The body may begin at any level, and one word about the first of several siblings is enough.
      if (parent.level === 0 || first === undefined || first.level <= parent.level + 1) continue;
      yield {
        span: first.heading,
        message: `This heading of level ${first.level} stands right below one of level ${parent.level}. Make it level ${parent.level + 1}.`,
        related: [{ span: parent.heading, message: `The heading of level ${parent.level}` }],
      };
    }
  },
};

/** Rule: two headings of the same text under one parent. */

import { parentsOf } from '../agent/sectionTree';
import type { Section } from '../syntax/tree';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { textAt } from '../text/span';
import type { Rule } from './rule';

export const headingDuplicate: Rule = {
  id: 'heading-duplicate',
  title: 'The same heading stands twice under one parent',
  why: 'Two sections of one name are usually a paste that was meant to replace the first. The model reads both, and where they differ it is left to guess.',
  severity: 'hint',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        ## Rules

        Be brief.

        ## Style

        Be kind.

        ## RULES
        ^^^^^^^^ heading-duplicate

        Be exact.
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
        # A

        # B

        # A

        # B
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        ## 1. Check

        ### Steps

        Look.

        ## 2. Check

        ### Steps

        Look again.

        # Q

        # Q

        # Q
        `,
    },
  ],
  *check(agent) {
    const { file } = agent;
    for (const parent of parentsOf(file)) {
      // Several titles that come again, or one that comes three times, are a pattern: a template and then an example of it.
      const [group, another] = [...sameTitles(parent.children)].filter(({ length }) => length > 1);
      const [first, second, third] = group ?? [];
      if (first === undefined || second === undefined || third !== undefined || another !== undefined) continue;
      yield {
        span: second.heading,
        message: `${quoted(textAt(file.source.text, second.titleSpan))} stands above another section here already. Join the two, or give this one a name of its own.`,
        related: [{ span: first.heading, message: 'The first one' }],
      };
    }
  },
};

function sameTitles(sections: readonly Section[]): Iterable<readonly Section[]> {
  const groups = new Map<string, Section[]>();
  for (const section of sections) {
    const key = `${section.level} ${section.title.toLowerCase()}`;
    const group = groups.get(key);
    if (group !== undefined) group.push(section);
    else if (section.title !== '') groups.set(key, [section]);
  }
  return groups.values();
}

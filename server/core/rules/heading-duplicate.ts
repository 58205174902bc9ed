/** Rule: two headings with the same text under one parent. */

import { parentsOf } from '../agent/sectionTree';
import type { Section } from '../syntax/tree';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { textAt } from '../text/span';
import type { Rule } from './rule';

export const headingDuplicate: Rule = {
  id: 'heading-duplicate',
  title: 'Duplicate heading under one parent',
  why: 'A second section with the same heading is often a paste that should have replaced the first. The model reads both, and has to guess where they differ.',
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
      // Several repeated headings, or one that occurs three times, are a pattern, such as a template and an example of it.
      const [group, another] = [...sameTitles(parent.children)].filter(({ length }) => length > 1);
      const [first, second, third] = group ?? [];
      if (first === undefined || second === undefined || third !== undefined || another !== undefined) continue;
      // A wrong code fence may hide a heading between them, or turn code into these two.
      if (agent.isMisread(first.heading.start, second.heading.end)) continue;
      yield {
        span: second.heading,
        message: `Duplicate heading ${quoted(textAt(file.source.text, second.titleSpan))} under the same parent. Merge the two sections, or rename this one.`,
        related: [{ span: first.heading, message: 'First section with this heading' }],
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

/** Rule: two headings of the same text under one parent. */

import { parentsOf } from '../agent/sectionTree';
import type { Section } from '../syntax/tree';
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
      text: '---\nname: a\ndescription: Does a thing.\n---\n## Rules\n\nBe brief.\n\n## Style\n\nBe kind.\n\n## RULES\n^^^^^^^^ heading-duplicate\n\nBe exact.\n',
    },
  ],
  good: [
    { text: '---\nname: a\ndescription: Does a thing.\n---\n# A\n\n# B\n\n# A\n\n# B\n' },
    {
      text: '---\nname: a\ndescription: Does a thing.\n---\n## 1. Check\n\n### Steps\n\nLook.\n\n## 2. Check\n\n### Steps\n\nLook again.\n\n# Q\n\n# Q\n\n# Q\n',
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

/** Rule: a section that is not in the order which the repository requires. */

import type { Finding } from '../findings/finding';
import type { KnownSection } from '../sectionKinds/known';
import { exampleSections } from '../sectionKinds/profiles';
import { requiredSections } from '../sectionKinds/required';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

const frontMatter = '---\nname: a\ndescription: Does a thing.\n---\n';
const access = '## Access Restrictions\n\n### Forbidden Access\n\n- Secrets\n\n';

export const sectionOrder: Rule = {
  id: 'section-order',
  title: 'Sections in the wrong order',
  why: 'The settings of the repository (`sections.ordered`) define the order of sections, so that people find the same content in the same place.',
  severity: 'information',
  bad: [
    {
      text: `${frontMatter}## Quality Checks\n\nRun the tests.\n\n${access.replace('\n', '\n^^^^^^^^^^^^^^^^^^^^^^ section-order\n')}`,
      sections: exampleSections,
    },
  ],
  good: [
    {
      text: document`
        ${frontMatter}${access}## Examples

        None.

        ## Quality Checks

        Run the tests.
        `,
      sections: exampleSections,
    },
    {
      text: document`
        ${frontMatter}## Quality Checks

        Run the tests.
        `,
      sections: { ...exampleSections, require: [] },
    },
    {
      text: `${frontMatter}## Quality Checks\n\nRun the tests.\n\n${access}`,
      sections: { ...exampleSections, ordered: false },
    },
  ],
  *check(agent, { sections }) {
    if (!sections.ordered) return;
    const required = requiredSections(sections);
    const known = agent.sections().filter(({ section: { heading } }) => !agent.isMisread(heading.start));
    for (const kinds of [required.map(({ kind }) => kind), ...required.map(({ children }) => children)])
      yield* misplaced(kinds, known);
  },
};

/** Each section that comes after one which should follow it. Only the first section of each kind is compared. */
function* misplaced(kinds: readonly string[], known: readonly KnownSection[]): Iterable<Finding> {
  const seen = new Set<string>();
  let last: { readonly rank: number; readonly known: KnownSection } | undefined;
  for (const one of known) {
    const rank = kinds.indexOf(one.kind.id);
    if (rank < 0 || seen.has(one.kind.id)) continue;
    seen.add(one.kind.id);
    if (last === undefined || rank > last.rank) last = { rank, known: one };
    else {
      const { section } = last.known;
      yield {
        span: one.section.heading,
        message: `Move ${quoted(one.section.title)} before ${quoted(section.title)}: this repository's configuration requires this order.`,
        related: [{ span: section.heading, message: 'Should come after it' }],
      };
    }
  }
}

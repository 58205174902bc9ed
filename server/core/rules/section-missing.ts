/** Rule: a section that the repository requires is missing. */

import type { Finding } from '../findings/finding';
import { catalogue } from '../sectionKinds/catalogue';
import { insertion } from '../sectionKinds/insertion';
import type { KnownSection } from '../sectionKinds/known';
import { exampleSections } from '../sectionKinds/profiles';
import { requiredSections } from '../sectionKinds/required';
import type { SectionKind } from '../sectionKinds/section';
import type { AgentFile } from '../syntax/tree';
import { document } from '../text/document';
import { asLabel, quoted } from '../text/quoted';
import type { Span } from '../text/span';
import type { Rule } from './rule';

const frontMatter = '---\nname: a\ndescription: Does a thing.\n';
const access = '## Access Restrictions\n\nYou read only.\n';
const forbidden = '\n### Forbidden Access\n\n- Secrets\n';
const quality = '\n## Quality Checks\n\nRun the tests.\n';

export const sectionMissing: Rule = {
  id: 'section-missing',
  title: 'Missing required section',
  why: 'The settings of the repository (`sections`) list the sections that agents must have, so that people and agents find the same content in the same place.',
  severity: 'warning',
  bad: [
    {
      text: `---\n^^^ section-missing\n${frontMatter.slice(4)}---\n${access}${forbidden}`,
      sections: exampleSections,
      fixed: document`
        ${frontMatter}---
        ${access}${forbidden}
        ## Quality Assurance

        Before you finish, run \`[command]\` and correct what it reports.
        `,
    },
    {
      text: `${frontMatter}---\n${access.replace('\n', '\n^^^^^^^^^^^^^^^^^^^^^^ section-missing\n')}${quality}`,
      sections: exampleSections,
      fixed: `${frontMatter}---\n${access}\n### Forbidden Access\n\n- [Folder or kind of file]\n- [Decision that is not yours]\n${quality}`,
    },
  ],
  good: [
    { text: `${frontMatter}---\n${access}${forbidden}${quality}`, sections: exampleSections },
    { text: `${frontMatter}---\nYou do a thing.\n` },
  ],
  *check(agent, { sections }) {
    const { file } = agent;
    const required = requiredSections(sections);
    // A file without frontmatter may not be an agent, which another rule reports.
    if (required.length === 0 || file.frontMatter === undefined) return;
    const known = agent.sections();
    for (const { kind: id, children } of required) {
      const parent = known.find(({ kind }) => kind.id === id);
      // Sub-sections of a missing section are required once the section exists.
      const wanted =
        parent === undefined ? [id] : children.filter((child) => !known.some(({ kind }) => kind.id === child));
      const at = parent?.section.heading ?? file.frontMatter.opener;
      for (const kind of catalogue.filter((one) => wanted.includes(one.id)))
        yield missing(file, known, kind, at, parent);
    }
  },
};

function missing(
  file: AgentFile,
  known: readonly KnownSection[],
  kind: SectionKind,
  span: Span,
  parent: KnownSection | undefined,
): Finding {
  const edit = insertion(file, known, kind);
  const where = parent === undefined ? '' : ` in ${quoted(parent.section.title)}`;
  return {
    span,
    message: `Missing section ${quoted(kind.title)}${where} ("${asLabel(kind.summary)}"), which this repository's configuration requires.`,
    ...(edit && { fixes: [{ title: `Insert section ${quoted(kind.title)}`, safe: false, edits: [edit] }] }),
  };
}

/** Rule: a section that the repository asks for is not there. */

import type { Finding } from '../findings/finding';
import { catalogue } from '../sectionKinds/catalogue';
import { insertion } from '../sectionKinds/insertion';
import type { KnownSection } from '../sectionKinds/known';
import { exampleSections } from '../sectionKinds/profiles';
import { requiredSections } from '../sectionKinds/required';
import type { SectionKind } from '../sectionKinds/section';
import type { AgentFile } from '../syntax/tree';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Span } from '../text/span';
import type { Rule } from './rule';

const frontMatter = '---\nname: a\ndescription: Does a thing.\n';
const access = '## Access Restrictions\n\nYou read only.\n';
const forbidden = '\n### Forbidden Access\n\n- Secrets\n';
const quality = '\n## Quality Checks\n\nRun the tests.\n';

export const sectionMissing: Rule = {
  id: 'section-missing',
  title: 'A section is missing that the settings ask for',
  why: 'The settings of this repository (`sections`) say which sections its agents have, so that people and other agents find the same thing in the same place. Without that setting nothing is asked for.',
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
    // Without a header it may be no agent at all, which is reported already.
    if (required.length === 0 || file.frontMatter === undefined) return;
    const known = agent.sections();
    for (const { kind: id, children } of required) {
      const parent = known.find(({ kind }) => kind.id === id);
      // What belongs into a section that is missing is asked for once the section is there.
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
  const where = parent === undefined ? 'The section' : `Under ${quoted(parent.section.title)} the section`;
  return {
    span,
    message: `${where} ${quoted(kind.title)} is missing, which the settings of this repository ask for. ${kind.summary} Add it.`,
    ...(edit && { fixes: [{ title: `Insert section ${quoted(kind.title)}`, safe: false, edits: [edit] }] }),
  };
}

/** Rule: dashes inside a value end the header for the host. */
import { problemsOf } from '../syntax/problems';
import type { Rule } from './rule';

export const frontmatterCut: Rule = {
  id: 'frontmatter-cut',
  title: 'Dashes inside the header cut it off',
  why: 'Claude Code ends the header at the first `---` it finds, even in the middle of a value. Everything behind it becomes part of the prompt: fields are lost without a word.',
  severity: 'warning',
  evidence: { source: 'Claude Code 2.1.330 (program)', checked: '2026-11-23', says: 'observed' },
  bad: [
    {
      text: '---\nname: a\ndescription: Reads --- and writes.\n                   ^^^ frontmatter-cut\ntools: Read\n---\nHi\n',
    },
    { text: '---\nname: a\n# -----\n  ^^^ frontmatter-cut\ndescription: Does a thing.\n---\nHi\n' },
  ],
  good: [{ text: '---\nname: a\ndescription: Reads -- and writes.\ntools: Read\n---\nHi\n' }],
  *check(file, { format }) {
    for (const problem of problemsOf(file, 'frontmatter-cut')) {
      const lost = (file.frontMatter?.entries ?? []).filter((entry) => entry.keySpan.start > problem.span.start);
      const losesAgent = lost.some((entry) => format.fields[entry.key]?.required === true);
      const names = lost.map((entry) => `\`${entry.key}\``).join(', ');
      const effect = lost.length === 0 ? 'The rest of this value is lost' : `What follows is lost: ${names}`;
      yield {
        span: problem.span,
        ...(losesAgent ? { severity: 'error' } : {}),
        message: `${format.host} ends the header at the first three dashes, which are these. ${effect}. Write an em dash or two hyphens instead; quoting does not help.`,
      };
    }
  },
};

/** Rule: frontmatter that another host cannot read. */
import { document } from '../text/document';
import type { Rule } from './rule';

export const portabilityFrontmatter: Rule = {
  id: 'portability-frontmatter',
  title: 'Frontmatter that another host cannot read',
  why: 'Hosts differ in the YAML that they repair. An agent that is copied to another host is silently lost there, or loses its limits.',
  severity: 'warning',
  gathers: {
    'frontmatter-cut': true,
    'frontmatter-opening': true,
    'frontmatter-second': true,
    'frontmatter-unclosed': true,
    'yaml-colon': true,
    'yaml-indent': true,
    'yaml-indicator': true,
    'yaml-quotes': true,
    'yaml-space': true,
    'yaml-spill': true,
    'yaml-syntax': true,
    'yaml-tabs': true,
    'yaml-tag': true,
  },
  bad: [
    {
      hosts: ['gemini-cli'],
      text: document`
        ---
        name: a
        description: Use this: when things break.
                             ^^ portability-frontmatter
        ---
        Review the change.
        `,
      fixed: document`
        ---
        name: a
        description: 'Use this: when things break.'
        ---
        Review the change.
        `,
    },
  ],
  good: [
    {
      hosts: ['gemini-cli'],
      text: document`
        ---
        name: a
        description: 'Use this: when things break.'
        ---
        Review the change.
        `,
    },
  ],
};

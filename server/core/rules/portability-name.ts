/** Rule: name that another host does not accept. */
import { document } from '../text/document';
import type { Rule } from './rule';

export const portabilityName: Rule = {
  id: 'portability-name',
  title: 'Name that another host does not accept',
  why: 'Hosts allow different characters in the name of an agent. Lower-case letters, digits and single hyphens work everywhere.',
  severity: 'warning',
  gathers: {
    'field-value': ['identity'],
    'name-missing': true,
  },
  bad: [
    {
      hosts: ['gemini-cli'],
      text: document`
        ---
        name: Code Reviewer
              ^^^^^^^^^^^^^ portability-name
        description: Does a thing.
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
        name: code-reviewer
        description: Does a thing.
        ---
        Review the change.
        `,
    },
    {
      text: document`
        ---
        name: Code Reviewer
        description: Does a thing.
        ---
        Review the change.
        `,
    },
  ],
};

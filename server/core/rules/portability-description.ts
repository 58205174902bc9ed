/** Rule: description that another host does not accept. */
import { document } from '../text/document';
import type { Rule } from './rule';

export const portabilityDescription: Rule = {
  id: 'portability-description',
  title: 'Description that another host does not accept',
  why: 'Some hosts do not load an agent without a description, or with one that is not text.',
  severity: 'warning',
  gathers: {
    'field-value': ['purpose'],
    'description-missing': true,
  },
  bad: [
    {
      hosts: ['gemini-cli'],
      text: document`
        ---
        name: a
        description: 2026-01-01
                     ^^^^^^^^^^ portability-description
        ---
        Review the change.
        `,
      fixed: document`
        ---
        name: a
        description: "2026-01-01"
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
        description: Released on 2026-01-01.
        ---
        Review the change.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: 2026-01-01
        ---
        Review the change.
        `,
    },
  ],
};

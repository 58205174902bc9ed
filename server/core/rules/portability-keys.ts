/** Rule: key that hosts read differently when it is written twice. */
import { document } from '../text/document';
import type { Rule } from './rule';

export const portabilityKeys: Rule = {
  id: 'portability-keys',
  title: 'Key that hosts read differently when it is written twice',
  why: 'Some hosts take the first of two values, some the last one, and some do not load the file.',
  severity: 'warning',
  gathers: {
    'key-duplicate': true,
  },
  bad: [
    {
      hosts: ['gemini-cli'],
      text: document`
        ---
        name: a
        description: Does a thing.
        ^^^^^^^^^^^ portability-keys
        description: Does another thing.
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
        description: Does a thing.
        ---
        Review the change.
        `,
    },
  ],
};

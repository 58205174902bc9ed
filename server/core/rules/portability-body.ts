/** Rule: prompt that another host cannot use. */
import { document } from '../text/document';
import type { Rule } from './rule';

export const portabilityBody: Rule = {
  id: 'portability-body',
  title: 'Prompt that another host cannot use',
  why: 'Some hosts fill in variables, or require a minimum length. They do not start an agent whose prompt does not fit.',
  severity: 'warning',
  gathers: {
    'body-empty': true,
    'body-short': true,
    'body-variable': true,
  },
  bad: [
    {
      isForEveryHost: true,
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Run \`echo \${HOME}\`.
                  ^^^^^^^ portability-body
        `,
    },
  ],
  good: [
    {
      isForEveryHost: true,
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Run \`echo $HOME\`.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Run \`echo \${HOME}\`.
        `,
    },
  ],
};

/** Rule: prompt that another host cannot use. */
import { document } from '../text/document';
import type { Rule } from './rule';

export const portabilityBody: Rule = {
  id: 'portability-body',
  title: 'Prompt that another host cannot use',
  why: 'Some hosts fill in variables, or want a minimum of text. An agent with another prompt never starts there.',
  severity: 'warning',
  gathers: {
    'body-empty': true,
    'body-short': true,
    'body-variable': true,
  },
  bad: [
    {
      hosts: ['gemini-cli'],
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
      hosts: ['gemini-cli'],
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

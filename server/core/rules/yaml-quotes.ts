/** Rule: quotes inside a quoted value, and quotes that are never closed. */

import { faultFindings } from '../findings/yamlFindings';
import { document } from '../text/document';
import type { Rule } from './rule';

export const yamlQuotes: Rule = {
  id: 'yaml-quotes',
  title: 'Unbalanced quotes',
  why: 'A value that starts with a quote ends at the next one. What follows makes the frontmatter invalid.',
  severity: 'error',
  bad: [
    {
      text: document`
        ---
        name: a
        description: "He said "hi" to me"
                              ^^^^ yaml-quotes
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: "He said \\"hi\\" to me"
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: "Alpha" and "beta"
                           ^^^^^^^ yaml-quotes
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: '"Alpha" and "beta"'
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: 'It's fine.'
                        ^ yaml-quotes
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: 'It''s fine.'
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: "Does a thing.
                     ^ yaml-quotes
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: "Does a thing."
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: He said "hi" to me.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: "He said \\"hi\\" to me."
        ---
        Hi
        `,
    },
  ],
  check: (agent) =>
    faultFindings(agent, 'quotes', {
      what: 'Unbalanced quotes: a quote ends the value too early, or is never closed',
      instead: 'Escape the quotes inside the value, or use the other kind of quotes around it.',
    }),
};

/** Rule: quotes inside a quoted value, and unclosed quotes. */

import { faultFindings } from '../findings/yamlFindings';
import { document } from '../text/document';
import { promptKinds, type Rule } from './rule';

export const yamlQuotes: Rule = {
  id: 'yaml-quotes',
  title: 'Unbalanced quotes in a value',
  why: 'A value that starts with a quote ends at the next one. What follows makes the frontmatter invalid.',
  severity: 'error',
  perReader: true,
  kinds: promptKinds,
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
    faultFindings(
      agent,
      'quotes',
      'Escape the inner quotes, or add the missing one: this value ends too early or never.',
    ),
};

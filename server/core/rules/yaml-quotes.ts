/** Rule: quotes inside a quoted value, and quotes that are never closed. */

import { faultFindings } from '../findings/yamlFindings';
import { document } from '../text/document';
import type { Rule } from './rule';

export const yamlQuotes: Rule = {
  id: 'yaml-quotes',
  title: 'Quotes end the value too early or never',
  why: 'A value that begins with a quote ends at the next one; what follows makes the header invalid. Claude Code repairs no value that ends with the same quote.',
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
      what: 'The quotes do not fit: a quote ends the value before its end, or none ends it',
      instead: 'Escape the quotes inside the value, or put the whole value in the other kind of quotes.',
    }),
};

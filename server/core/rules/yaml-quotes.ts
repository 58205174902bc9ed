/** Rule: quotes inside a quoted value, and quotes that are never closed. */

import { faultFindings } from '../findings/yamlFindings';
import type { Rule } from './rule';

export const yamlQuotes: Rule = {
  id: 'yaml-quotes',
  title: 'Quotes end the value too early or never',
  why: 'A value that begins with a quote ends at the next one; what follows makes the header invalid. Claude Code repairs no value that ends with the same quote.',
  severity: 'error',
  bad: [
    {
      text: '---\nname: a\ndescription: "He said "hi" to me"\n                      ^^^^ yaml-quotes\n---\nHi\n',
      fixed: '---\nname: a\ndescription: "He said \\"hi\\" to me"\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: "Alpha" and "beta"\n                   ^^^^^^^ yaml-quotes\n---\nHi\n',
      fixed: '---\nname: a\ndescription: \'"Alpha" and "beta"\'\n---\nHi\n',
    },
    {
      text: "---\nname: a\ndescription: 'It's fine.'\n                ^ yaml-quotes\n---\nHi\n",
      fixed: "---\nname: a\ndescription: 'It''s fine.'\n---\nHi\n",
    },
    {
      text: '---\nname: a\ndescription: "Does a thing.\n             ^ yaml-quotes\n---\nHi\n',
      fixed: '---\nname: a\ndescription: "Does a thing."\n---\nHi\n',
    },
  ],
  good: [
    {
      text: '---\nname: a\ndescription: He said "hi" to me.\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: "He said \\"hi\\" to me."\n---\nHi\n',
    },
  ],
  check: (agent) =>
    faultFindings(agent, 'quotes', {
      what: 'The quotes do not fit: a quote ends the value before its end, or none ends it',
      instead: 'Escape the quotes inside the value, or put the whole value in the other kind of quotes.',
    }),
};

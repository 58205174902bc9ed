/** Rule: a key that is indented although its neighbours are not. */

import { faultFindings } from '../findings/yamlFindings';
import { document } from '../text/document';
import type { Rule } from './rule';

export const yamlIndent: Rule = {
  id: 'yaml-indent',
  title: 'A key is indented',
  why: 'A key with more blanks before it than the key above belongs to the value above, which makes the header invalid. No repair of Claude Code saves it.',
  severity: 'error',
  bad: [
    {
      text: document`
        ---
        name: a
         description: Does a thing.
        ^ yaml-indent
        tools: Read
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
          name: a
        ^^ yaml-indent
        description: Does a thing.
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
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
          description: Does a thing.
        ---
        Hi
        `,
    },
  ],
  check: (agent) =>
    faultFindings(agent, 'indent', {
      what: 'The key is indented, so YAML takes it for a part of what stands above',
      instead: 'Move it to the left margin.',
    }),
};

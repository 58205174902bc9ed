/** Rule: a key that is indented although its siblings are not. */

import { faultFindings } from '../findings/yamlFindings';
import { document } from '../text/document';
import { promptKinds, type Rule } from './rule';

export const yamlIndent: Rule = {
  id: 'yaml-indent',
  title: 'Unexpected indentation of a key',
  why: 'A key that is indented more than the key above it belongs to the value above, so the frontmatter is not valid YAML.',
  severity: 'error',
  perReader: true,
  kinds: promptKinds,
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
    faultFindings(agent, 'indent', 'Remove the indentation: YAML reads this key as part of the value above.'),
};

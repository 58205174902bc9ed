/** Rule: lines of a value that are not indented. */

import { faultFindings } from '../findings/yamlFindings';
import { document } from '../text/document';
import { promptKinds, type Rule } from './rule';

export const yamlSpill: Rule = {
  id: 'yaml-spill',
  title: 'Unindented lines of a value',
  why: 'YAML reads a line at the left margin as the next key. Unindented examples or dialogues under a description make the frontmatter invalid.',
  severity: 'error',
  perReader: true,
  kinds: promptKinds,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Use this agent when needed.
        <example>
        ^^^^^^^^^ yaml-spill
        tools: Read
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: |-
          Use this agent when needed.
          <example>
        tools: Read
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
        description: |
          Use this agent when needed.

          <example>
          user: "Help"
          </example>
        tools: Read
        ---
        Hi
        `,
    },
  ],
  check: (agent) =>
    faultFindings(
      agent,
      'spill',
      'Indent these lines as a block (`|-`): they continue the value above, but YAML expects a key here.',
    ),
};

/** Rule: lines of a value that are not indented. */

import { faultFindings } from '../findings/yamlFindings';
import { document } from '../text/document';
import type { Rule } from './rule';

export const yamlSpill: Rule = {
  id: 'yaml-spill',
  title: 'Value continues at the left margin',
  why: 'YAML reads a line at the left margin as the next key. Unindented examples or dialogues under a description make the frontmatter invalid.',
  severity: 'error',
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
    faultFindings(agent, 'spill', {
      what: 'These lines belong to the value above, but YAML expects a key at the left margin',
      instead: 'Write the value as a block: `|-` after the colon, and indent every line.',
    }),
};

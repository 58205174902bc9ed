/** Rule: lines of a text that stand at the left margin. */

import { faultFindings } from '../findings/yamlFindings';
import { document } from '../text/document';
import type { Rule } from './rule';

export const yamlSpill: Rule = {
  id: 'yaml-spill',
  title: 'Lines of a value stand at the left margin',
  why: 'YAML takes a line at the left margin for the next key. Examples and dialogues under a description that are not indented make the whole header invalid, and no repair of Claude Code saves it: the agent is missing without a message.',
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
      what: 'These lines belong to the value above them but stand at the left margin, where YAML expects a key',
      instead: 'Turn the value into a block: `|-` behind the colon, and every line indented.',
    }),
};

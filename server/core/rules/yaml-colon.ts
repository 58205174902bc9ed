/** Rule: a colon and a space inside an unquoted value. */

import { faultFindings } from '../findings/yamlFindings';
import { continuation } from '../repair/pieces';
import { document } from '../text/document';
import { promptKinds, type Rule } from './rule';

export const yamlColon: Rule = {
  id: 'yaml-colon',
  title: 'Unquoted value contains a colon',
  why: 'A colon followed by a space starts a mapping, so the frontmatter is not valid YAML.',
  severity: 'error',
  perReader: true,
  kinds: promptKinds,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Use this: when things break.
                             ^^ yaml-colon
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: 'Use this: when things break.'
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: It's for this: a \\n b
                                  ^^ yaml-colon
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: 'It''s for this: a \\n b'
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Use this when
          things break: badly.
                      ^^ yaml-colon
        tools: Read
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: |-
          Use this when
          things break: badly.
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
        description: "Use this: when things break."
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: |
          Use this: when things break.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: See https://example.com at 12:30.
        ---
        Hi
        `,
    },
  ],
  check: (agent) =>
    faultFindings(agent, 'colon', ({ piece }) =>
      piece !== undefined && continuation(agent.file.source.text, piece).length > 0
        ? 'Convert this value to a block (`|-`): `: ` starts a YAML mapping, and the value has several lines.'
        : 'Quote this value: `: ` starts a YAML mapping.',
    ),
};

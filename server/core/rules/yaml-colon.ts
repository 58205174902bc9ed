/** Rule: a colon and a blank inside a value without quotes. */

import { faultFindings } from '../findings/yamlFindings';
import { document } from '../text/document';
import type { Rule } from './rule';

export const yamlColon: Rule = {
  id: 'yaml-colon',
  title: 'A colon inside an unquoted value',
  why: 'A colon with a blank behind it begins a map in YAML, so the whole header is invalid. Claude Code repairs one-line values of top-level keys whose lines end in LF by quoting them; longer values, nested ones and lines that end in CRLF lose the agent. Stricter readers of the file lose it always.',
  severity: 'error',
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
    faultFindings(agent, 'colon', {
      what: 'A colon with a blank behind it begins a map in YAML, also in the middle of this value',
      instead: 'Put the value in quotes, or turn it into an indented block (`|`).',
    }),
};

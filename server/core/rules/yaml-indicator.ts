/** Rule: a value that begins with a character which means something to YAML. */

import { faultFindings } from '../findings/yamlFindings';
import { document } from '../text/document';
import type { Rule } from './rule';

export const yamlIndicator: Rule = {
  id: 'yaml-indicator',
  title: 'A value begins with a character of YAML',
  why: 'An unquoted value cannot begin with `*`, `&`, `!`, `@`, `%`, a backtick, a bracket or a brace unless what follows is what YAML expects there. Claude Code repairs one-line values of top-level keys whose lines end in LF by quoting them; stricter readers reject the header.',
  severity: 'error',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: *
               ^ yaml-indicator
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: '*'
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: @team asks.
                     ^ yaml-indicator
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: '@team asks.'
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: [draft] does a thing.
                     ^ yaml-indicator
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: '[draft] does a thing.'
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
        description: "@team asks."
        tools: [Read, Edit]
        ---
        Hi
        `,
    },
  ],
  check: (agent) =>
    faultFindings(agent, 'indicator', {
      what: 'A value without quotes cannot begin with this character here',
      instead: 'Put the value in quotes.',
    }),
};

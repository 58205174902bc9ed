/** Rule: an unquoted value that starts with a YAML indicator. */

import { faultFindings } from '../findings/yamlFindings';
import { document } from '../text/document';
import type { Rule } from './rule';

export const yamlIndicator: Rule = {
  id: 'yaml-indicator',
  title: 'Value starts with a YAML indicator',
  why: 'An unquoted value cannot start with `*`, `&`, `!`, `@`, `%`, a backtick, a bracket or a brace, unless YAML syntax follows.',
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
      what: 'An unquoted value cannot start with this character',
      instead: 'Quote the value.',
    }),
};

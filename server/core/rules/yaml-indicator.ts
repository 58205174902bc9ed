/** Rule: an unquoted value that starts with a special character of YAML. */

import { faultFindings } from '../findings/yamlFindings';
import { document } from '../text/document';
import { textAt } from '../text/span';
import type { Rule } from './rule';

export const yamlIndicator: Rule = {
  id: 'yaml-indicator',
  title: 'Value starts with a special character',
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
  check: (agent) => faultFindings(agent, 'indicator', ({ span }) => adviceOn(textAt(agent.file.source.text, span))),
};

/** What to do about a value, by its first character. A list or a mapping may also lack its end. */
const advice: ReadonlyMap<string, string> = new Map([
  ['*', 'Quote this value: `*` starts an alias in YAML.'],
  ['&', 'Quote this value: `&` starts an anchor in YAML.'],
  ['!', 'Quote this value: `!` starts a tag in YAML.'],
  ['[', 'Quote this value or close it with `]`: `[` starts a list in YAML.'],
  ['{', 'Quote this value or close it with `}`: `{` starts a mapping in YAML.'],
]);

const adviceOn = (first: string): string =>
  advice.get(first) ?? 'Quote this value: an unquoted value cannot start with this character.';

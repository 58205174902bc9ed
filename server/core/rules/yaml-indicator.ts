/** Rule: an unquoted value that starts with a special character of YAML. */

import type { Agent } from '../agent/agent';
import { faultFindings } from '../findings/yamlFindings';
import { lookup } from '../hosts/lookup';
import { collectionAt, isUnclosed, removeExtraCommas, takesCollection } from '../repair/brackets';
import type { Fault } from '../repair/faults';
import { document } from '../text/document';
import { textAt } from '../text/span';
import { promptKinds, type Rule } from './rule';

export const yamlIndicator: Rule = {
  id: 'yaml-indicator',
  title: 'Value starts with a special character',
  why: 'An unquoted value cannot start with `*`, `&`, `!`, `@`, `%`, a backtick, a bracket or a brace, unless YAML syntax follows.',
  severity: 'error',
  perReader: true,
  kinds: promptKinds,
  yamlOnly: true,
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
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: [Read, Edit
               ^ yaml-indicator
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: [Read, Edit]
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        tools: [Read, Edit], Skill
               ^ yaml-indicator
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read, Edit, Skill
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
  check: (agent) => faultFindings(agent, 'indicator', (fault) => adviceOn(agent, fault)),
};

/** What to do about a value, by its first character. */
const advice: ReadonlyMap<string, string> = new Map([
  ['*', 'Quote this value: `*` starts an alias in YAML.'],
  ['&', 'Quote this value: `&` starts an anchor in YAML.'],
  ['!', 'Quote this value: `!` starts a tag in YAML.'],
  ['[', 'Quote this value: `[` starts a list in YAML.'],
  ['{', 'Quote this value: `{` starts a mapping in YAML.'],
]);

function adviceOn({ file, format }: Agent, { span, piece }: Fault): string {
  const { text } = file.source;
  const first = textAt(text, span);
  const kind = collectionAt(text, span.start);
  if (kind !== undefined && piece !== undefined && takesCollection(lookup(format.fields, piece.key ?? '')?.shape)) {
    if (isUnclosed(text, piece))
      return `Close the ${kind.name} with \`${kind.close}\`: without it, YAML cannot read the value.`;
    return removeExtraCommas(text, piece).length > 0
      ? `Remove the comma that nothing comes before: YAML allows no empty item in a ${kind.name}.`
      : `Put everything between \`${first}\` and \`${kind.close}\`: YAML allows no text after a ${kind.name}.`;
  }
  return advice.get(first) ?? 'Quote this value: an unquoted value cannot start with this character.';
}

/** Rule: keys that look like settings of the host but do not do what their name says. */

import { fieldsBesidesSpills } from '../repair/pieces';
import { isNothing } from '../syntax/values';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { everyKind, type Rule } from './rule';

export const fieldStray: Rule = {
  id: 'field-stray',
  title: 'Field without the expected effect',
  why: 'The name of the field suggests an effect that it does not have. In the worst case the host does not load the agent because of it.',
  severity: 'warning',
  perReader: true,
  kinds: everyKind,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        disabled: true
        ^^^^^^^^ field-stray
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        PreToolUse: check.sh
        ^^^^^^^^^^ field-stray
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
        version: 1
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        PreToolUse: []
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    for (const { entry, name } of fieldsBesidesSpills(agent)) {
      if (name.kind !== 'stray' || (name.needsValue === true && isNothing(entry.value))) continue;
      yield {
        span: entry.keySpan,
        severity: name.severity,
        message: `${quoted(entry.key)} ${name.effect}. Remove it.`,
      };
    }
  },
};

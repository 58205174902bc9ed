/** Rule: keys that look like switches of the host and do nothing, or worse. */

import { fieldsBesidesSpills } from '../repair/pieces';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const fieldStray: Rule = {
  id: 'field-stray',
  title: 'The key does not do what it seems to do',
  why: 'Who writes such a key expects an effect, and Claude Code gives it none; a guard hook outside `hooks` even loses the whole agent.',
  severity: 'warning',
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
        PreToolUse: []
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
  ],
  *check(agent) {
    for (const { entry, name } of fieldsBesidesSpills(agent)) {
      if (name.kind !== 'stray') continue;
      yield {
        span: entry.keySpan,
        severity: name.severity,
        message: `${quoted(entry.key)} ${name.effect}. Remove it.`,
      };
    }
  },
};

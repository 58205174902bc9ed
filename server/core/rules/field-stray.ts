/** Rule: keys that look like switches of the host and do nothing, or worse. */

import { fieldsBesidesSpills } from '../repair/pieces';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const fieldStray: Rule = {
  id: 'field-stray',
  title: 'The key does not do what it seems to do',
  why: 'Who writes such a key expects an effect, and Claude Code gives it none; a guard hook outside `hooks` even loses the whole agent.',
  severity: 'warning',
  bad: [
    { text: '---\nname: a\ndescription: Does a thing.\ndisabled: true\n^^^^^^^^ field-stray\n---\nHi\n' },
    { text: '---\nname: a\ndescription: Does a thing.\nPreToolUse: []\n^^^^^^^^^^ field-stray\n---\nHi\n' },
  ],
  good: [{ text: '---\nname: a\ndescription: Does a thing.\nversion: 1\n---\nHi\n' }],
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

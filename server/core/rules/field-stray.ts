/** Rule: keys that look like switches of the host and do nothing, or worse. */

import { lookup } from '../hosts/lookup';
import { fieldsBesidesSpills } from '../repair/pieces';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const fieldStray: Rule = {
  id: 'field-stray',
  title: 'The key does not do what it seems to do',
  why: 'Who writes such a key expects an effect, and Claude Code gives it none; a guard hook outside `hooks` even loses the whole agent.',
  severity: 'warning',
  evidence: { source: 'Claude Code 2.1.330 (program)', checked: '2026-11-23', says: 'observed' },
  bad: [
    { text: '---\nname: a\ndescription: Does a thing.\ndisabled: true\n^^^^^^^^ field-stray\n---\nHi\n' },
    { text: '---\nname: a\ndescription: Does a thing.\nPreToolUse: []\n^^^^^^^^^^ field-stray\n---\nHi\n' },
  ],
  good: [{ text: '---\nname: a\ndescription: Does a thing.\nversion: 1\n---\nHi\n' }],
  *check(agent) {
    const { format } = agent;
    for (const entry of fieldsBesidesSpills(agent)) {
      const stray = lookup(format.strayFields, entry.key);
      if (stray === undefined || stray.meant !== undefined || stray.product !== undefined) continue;
      if (stray.severity === 'hint') continue;
      yield {
        span: entry.keySpan,
        severity: stray.severity,
        message: `${quoted(entry.key)} ${stray.effect}. Remove it.`,
      };
    }
  },
};

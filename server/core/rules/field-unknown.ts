/** Rule: keys that the host ignores, one hint for a file. */

import { lookup } from '../hosts/lookup';
import { closestOf } from '../hosts/toolName';
import { fieldsBesidesSpills } from '../repair/pieces';
import { removeEntry } from '../syntax/lists/items';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const fieldUnknown: Rule = {
  id: 'field-unknown',
  title: 'The host ignores this key',
  why: 'Whole collections keep keys of their own in the header (`emoji`, `version`, `category`), on purpose. Claude Code ignores them, so this is one hint for a file and never more.',
  severity: 'hint',
  evidence: { source: 'Claude Code 2.1.330 (program)', checked: '2026-11-23', says: 'observed' },
  bad: [
    { text: '---\nname: a\ndescription: Does a thing.\nemoji: x\n^^^^^ field-unknown\ncategory: testing\n---\nHi\n' },
  ],
  good: [{ text: '---\nname: a\ndescription: Does a thing.\ncolor: blue\n---\nHi\n' }],
  *check(agent) {
    const { file, format } = agent;
    const fields = Object.keys(format.fields);
    const unknown = fieldsBesidesSpills(agent).filter(({ key }) => {
      if (key === '' || lookup(format.fields, key) !== undefined) return false;
      const stray = lookup(format.strayFields, key);
      return stray === undefined
        ? closestOf(key, fields) === undefined
        : stray.severity === 'hint' && stray.product === undefined;
    });
    const [first, ...others] = unknown;
    if (first === undefined) return;
    const names = [...new Set(others.map((entry) => quoted(entry.key)))];
    const more =
      names.length === 0
        ? ''
        : ` The same holds for ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' and others' : ''}.`;
    yield {
      span: first.keySpan,
      tag: 'unnecessary',
      message: `${format.host.name} does not know ${quoted(first.key)} and ignores it.${more}`,
      fixes: [{ title: `Remove ${quoted(first.key)}`, safe: false, edits: [removeEntry(file.source.text, first)] }],
    };
  },
};

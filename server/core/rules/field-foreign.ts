/** Rule: a field of another product or of another kind of file. */

import { lookup } from '../hosts/lookup';
import { fieldsBesidesSpills } from '../repair/pieces';
import { removeEntry } from '../syntax/lists/items';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const fieldForeign: Rule = {
  id: 'field-foreign',
  title: 'The key is a field of another product',
  why: 'Agent files are copied between products and from other kinds of files. Claude Code ignores fields that it does not have, so that a restriction written in one of them does not hold.',
  severity: 'warning',
  evidence: { source: 'Claude Code 2.1.330 (program)', checked: '2026-11-23', says: 'observed' },
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntemperature: 0.2\n^^^^^^^^^^^ field-foreign\nreadonly: true\n^^^^^^^^ field-foreign\n---\nHi\n',
    },
    { text: '---\nname: a\ndescription: Does a thing.\ntarget: vscode\n^^^^^^ field-foreign\n---\nHi\n' },
  ],
  good: [{ text: '---\nname: a\ndescription: Does a thing.\ncategory: testing\n---\nHi\n' }],
  *check(agent) {
    const { file, format } = agent;
    for (const entry of fieldsBesidesSpills(agent)) {
      const stray = lookup(format.strayFields, entry.key);
      if (stray?.product === undefined || stray.meant !== undefined) continue;
      yield {
        span: entry.keySpan,
        severity: stray.severity,
        tag: 'unnecessary',
        message: `${quoted(entry.key)} is a field of ${stray.product}; in ${format.host.name} it ${stray.effect}. Remove it, unless the file is meant for both.`,
        // Another product may read the same file.
        fixes: [{ title: `Remove ${quoted(entry.key)}`, safe: false, edits: [removeEntry(file.source.text, entry)] }],
      };
    }
  },
};

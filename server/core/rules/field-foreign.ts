/** Rule: a field of another product or of another kind of file. */

import { removeField } from '../findings/fieldFixes';
import { fieldsBesidesSpills } from '../repair/pieces';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const fieldForeign: Rule = {
  id: 'field-foreign',
  title: 'The key is a field of another product',
  why: 'Agent files are copied between products and from other kinds of files. Claude Code ignores fields that it does not have, so that a restriction written in one of them does not hold.',
  severity: 'warning',
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ntemperature: 0.2\n^^^^^^^^^^^ field-foreign\nreadonly: true\n^^^^^^^^ field-foreign\n---\nHi\n',
    },
    { text: '---\nname: a\ndescription: Does a thing.\ntarget: vscode\n^^^^^^ field-foreign\n---\nHi\n' },
  ],
  good: [{ text: '---\nname: a\ndescription: Does a thing.\ncategory: testing\n---\nHi\n' }],
  *check(agent) {
    for (const { entry, name } of fieldsBesidesSpills(agent)) {
      if (name.kind !== 'foreign') continue;
      yield {
        span: entry.keySpan,
        severity: name.severity,
        tag: 'unnecessary',
        message: `${quoted(entry.key)} is a field of ${name.product}; in ${agent.format.host.name} it ${name.effect}. Remove it, unless the file is meant for both.`,
        // Another product may read the same file.
        fixes: [removeField(agent, entry)],
      };
    }
  },
};

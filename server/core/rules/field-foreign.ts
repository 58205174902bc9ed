/** Rule: a field of another host or of another kind of file. */

import { removeField } from '../findings/fieldFixes';
import { fieldsBesidesSpills } from '../repair/pieces';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { everyKind, type Rule } from './rule';

export const fieldForeign: Rule = {
  id: 'field-foreign',
  title: 'Field of another host or file type',
  why: 'Agent files are often copied from other hosts or from other kinds of files. A restriction in a field that the host does not know restricts nothing, or the file does not load.',
  severity: 'warning',
  perReader: true,
  kinds: everyKind,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        temperature: 0.2
        ^^^^^^^^^^^ field-foreign
        readonly: true
        ^^^^^^^^ field-foreign
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        target: editor
        ^^^^^^ field-foreign
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
        category: testing
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    for (const { entry, name } of fieldsBesidesSpills(agent)) {
      if (name.kind !== 'foreign') continue;
      yield {
        span: entry.keySpan,
        severity: name.severity,
        tag: 'unnecessary',
        message: `${quoted(entry.key)} is a field of ${name.product}; in ${agent.format.host.name} it ${name.effect}. Remove it if no other program reads the file.`,
        // Another host may read the same file, so the fix is not safe.
        fixes: [removeField(agent, entry)],
      };
    }
  },
};

/** Rule: a field of another product or of another kind of file. */

import { removeField } from '../findings/fieldFixes';
import { fieldsBesidesSpills } from '../repair/pieces';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const fieldForeign: Rule = {
  id: 'field-foreign',
  title: 'The key is a field of another product',
  why: 'Agent files are copied between products and from other kinds of files. Claude Code ignores fields that it does not have, so that a restriction written in one of them does not hold.',
  severity: 'warning',
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
        target: vscode
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
        message: `${quoted(entry.key)} is a field of ${name.product}; in ${agent.format.host.name} it ${name.effect}. Remove it, unless the file is meant for both.`,
        // Another product may read the same file.
        fixes: [removeField(agent, entry)],
      };
    }
  },
};

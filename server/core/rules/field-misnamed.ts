/** Rule: a key that is a misspelling of one of the host's fields. */

import { renameField } from '../findings/fieldFixes';
import type { Severity } from '../hosts/effect';
import type { Field } from '../hosts/field';
import { fieldsBesidesSpills } from '../repair/pieces';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const fieldMisnamed: Rule = {
  id: 'field-misnamed',
  title: 'Misspelled frontmatter field',
  why: 'A host ignores a misspelled field or rejects the file. If it ignores a misspelled `tools`, the agent is not restricted and gets every tool.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        allowed-tools: Read
        ^^^^^^^^^^^^^ field-misnamed
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        tools: Read
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        descripton: Does a thing.
        ^^^^^^^^^^ field-misnamed
        description: Does a thing.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        Model: opus
        ^^^^^ field-misnamed
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        model: opus
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
        model: opus
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        emoji: x
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { host, on } = agent.format;
    const present = new Set(agent.entries().map((entry) => entry.key));
    for (const { entry, name } of fieldsBesidesSpills(agent)) {
      if (name.kind !== 'misspelled') continue;
      const { meant, field, stray } = name;
      const what =
        stray === undefined
          ? `Unknown field ${quoted(entry.key)}: ${host.name} ${on.unknownField.says}.`
          : `${quoted(entry.key)} ${stray.effect}.`;
      const isThere = present.has(meant);
      yield {
        span: entry.keySpan,
        severity:
          on.unknownField.severity === 'error'
            ? 'error'
            : isThere || stray === undefined
              ? severityOf(field, isThere)
              : stray.severity,
        message: `${what} ${isThere ? `\`${meant}\` is already set, so remove this field.` : `Rename it to \`${meant}\`.`}`,
        ...(isThere ? {} : { fixes: [renameField(entry, meant)] }),
      };
    }
  },
};

/** Without its list of allowed or denied tools the agent gets more tools than intended. */
const severityOf = (field: Field, isThere: boolean): Severity =>
  !isThere && (field.role === 'allow' || field.role === 'deny') ? 'error' : 'warning';

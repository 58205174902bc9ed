/** Rule: a key that clearly means one of the host's fields but is not spelled like it. */

import { renameField } from '../findings/fieldFixes';
import type { Severity } from '../hosts/effect';
import type { Field } from '../hosts/field';
import { fieldsBesidesSpills } from '../repair/pieces';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const fieldMisnamed: Rule = {
  id: 'field-misnamed',
  title: 'The key is not how this field is spelled',
  why: 'Claude Code ignores keys that it does not know. A misspelled `tools` is the worst of them: the agent is not restricted at all and gets every tool.',
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
    const present = new Set(agent.entries().map((entry) => entry.key));
    for (const { entry, name } of fieldsBesidesSpills(agent)) {
      if (name.kind !== 'misspelled') continue;
      const { meant, field, stray } = name;
      const { on, host } = agent.format;
      const isLost = on.unknownField.severity === 'error';
      const effect =
        stray?.effect ??
        (isLost
          ? `is not known to ${host.name}, which ${on.unknownField.says}`
          : `is not known to ${host.name} and has no effect`);
      const isThere = present.has(meant);
      yield {
        span: entry.keySpan,
        severity: isLost ? 'error' : isThere || stray === undefined ? severityOf(field, isThere) : stray.severity,
        message: `${quoted(entry.key)} ${effect}. ${isThere ? `\`${meant}\` is there already; remove this key.` : `The field is called \`${meant}\`.`}`,
        ...(isThere ? {} : { fixes: [renameField(entry, meant)] }),
      };
    }
  },
};

/** Without its allow or deny list the agent gets more than was written. */
const severityOf = (field: Field, isThere: boolean): Severity =>
  !isThere && (field.role === 'allow' || field.role === 'deny') ? 'error' : 'warning';

/** Rule: a key that is a misspelling of one of the host's fields. */

import type { Agent } from '../agent/agent';
import { renameField } from '../findings/fieldFixes';
import type { Finding } from '../findings/finding';
import type { Severity } from '../hosts/effect';
import type { Field } from '../hosts/field';
import { classifyField } from '../hosts/fieldName';
import { isRestricting } from '../hosts/fieldRoles';
import { fieldsBesidesSpills } from '../repair/pieces';
import type { Entry } from '../syntax/tree';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { everyKind, type Rule } from './rule';

export const fieldMisnamed: Rule = {
  id: 'field-misnamed',
  title: 'Misspelled frontmatter field',
  why: 'A host ignores a misspelled field or rejects the file. If it ignores a misspelled `tools`, the agent is not restricted and gets every tool.',
  severity: 'warning',
  perReader: true,
  kinds: [...everyKind, 'settings'],
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
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        capabilities:
          allowed_tools: [Read]
          ^^^^^^^^^^^^^ field-misnamed
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
      if (name.kind === 'unknown') yield* restrictionsIn(entry, agent, present);
      if (name.kind !== 'misspelled') continue;
      const { meant, field, stray } = name;
      const what =
        stray === undefined
          ? `Unknown field ${quoted(entry.key)}: ${host.name} ${on.unknownField.says}.`
          : `${quoted(entry.key)} ${stray.effect}.`;
      const isThere = present.has(meant);
      yield {
        span: entry.keySpan,
        // A field that has an effect of its own stays reported.
        ...(stray === undefined && { unknown: { kind: 'fields', names: [entry.key] } }),
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

/** Restrictions that were written below a key of the writer's own, where they restrict nothing either. */
function* restrictionsIn(outer: Entry, { format }: Agent, present: ReadonlySet<string>): Iterable<Finding> {
  if (outer.value.kind !== 'mapping') return;
  for (const inner of outer.value.entries) {
    const name = classifyField(inner.key, format);
    if (name.kind !== 'misspelled' || name.stray?.severity !== 'error') continue;
    const advice = present.has(name.meant) ? `\`${name.meant}\` is already set` : `Move it to \`${name.meant}\``;
    yield {
      span: inner.keySpan,
      severity: present.has(name.meant) ? 'warning' : 'error',
      message: `${quoted(inner.key)} below ${quoted(outer.key)} ${name.stray.effect}. ${advice}.`,
    };
  }
}

/** Without its list of allowed or denied tools the agent gets more tools than intended. */
const severityOf = (field: Field, isThere: boolean): Severity =>
  !isThere && isRestricting(field.role) ? 'error' : 'warning';

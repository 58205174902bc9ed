/** Rule: a value that the host does not accept for its field. */

import type { Finding } from '../findings/finding';
import type { Field } from '../hosts/field';
import type { Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { faultOf } from '../hosts/shapes';
import { removeEntry } from '../syntax/lists/items';
import type { Entry, Value } from '../syntax/tree';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { anyOf, quoted } from '../text/quoted';
import type { Rule } from './rule';

export const fieldValue: Rule = {
  id: 'field-value',
  title: 'Invalid value for a field',
  why: 'A host ignores an invalid value or rejects the file, often without a message. The agent then runs with other settings than the file says, or not at all.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ---
        name: 123
              ^^^ field-value
        description: Does a thing.
        ---
        Hi
        `,
      fixed: document`
        ---
        name: "123"
        description: Does a thing.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: [b, c]
                     ^^^^^^ field-value
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        color: Blue
               ^^^^ field-value
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        color: blue
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        background: yes
                    ^^^ field-value
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        background: true
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        color: "#10B981"
               ^^^^^^^^^ field-value
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        color: green
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        maxTurns: -1
                  ^^ field-value
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
        color: blue
        background: true
        maxTurns: "5"
        effort: HIGH
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    for (const entry of file.frontMatter?.entries ?? []) {
      const field = lookup(format.fields, entry.key);
      // Hooks and servers have their own rules, which also check nested values.
      if (field === undefined || field.role === 'events' || field.role === 'servers') continue;
      const finding = check(entry, field, format, file.source.text);
      if (finding !== undefined) yield finding;
    }
  },
};

function check(entry: Entry, field: Field, format: Format, text: string): Finding | undefined {
  const fault = faultOf(field, entry.value);
  if (fault === undefined) return undefined;
  const where = entry.value.kind === 'missing' ? entry.keySpan : entry.value.span;
  // A fix that changes which tools the agent gets is never applied automatically.
  const isHarmless = field.situation === undefined && field.grants === undefined;
  const isSure = fault.instead.length === 1 && fault.sure && isHarmless;
  const suggestions = fault.instead.map((newText): Fix => replace(entry.value, newText, isSure, text));
  const shown =
    entry.value.kind === 'missing'
      ? `\`${entry.key}\` has no value`
      : `Invalid \`${entry.key}\`: ${quoted(text.slice(where.start, where.end))} is ${fault.what}`;
  return {
    span: where,
    severity: field.invalidSeverity,
    message: `${shown}, so ${format.host.name} ${fault.effect ?? field.onInvalid}. Write ${anyOf(fault.wanted)}.`,
    fixes: field.required === true ? suggestions : [...suggestions, removal(entry, text)],
  };
}

/** Without the field its default applies, so the fix is never applied automatically. */
const removal = (entry: Entry, text: string): Fix => ({
  title: `Remove \`${entry.key}\``,
  safe: false,
  edits: [removeEntry(text, entry)],
});

const replace = (value: Value, newText: string, safe: boolean, text: string): Fix => ({
  title: `Replace ${quoted(text.slice(value.span.start, value.span.end))} with \`${newText}\``,
  safe,
  edits: [{ span: value.span, newText }],
});

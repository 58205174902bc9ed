/** Rule: a value that the host cannot use for its field. */

import type { Finding } from '../findings/finding';
import type { Field, Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { faultOf } from '../hosts/shapes';
import { removeEntry } from '../syntax/lists/items';
import type { Entry, Value } from '../syntax/tree';
import type { Fix } from '../text/edits';
import { anyOf, quoted } from '../text/quoted';
import type { Rule } from './rule';

export const fieldValue: Rule = {
  id: 'field-value',
  title: 'The host cannot use this value',
  why: 'Claude Code drops values that it cannot use, mostly without a message. A name or description that is no text loses the whole agent.',
  severity: 'warning',
  bad: [
    {
      text: '---\nname: 123\n      ^^^ field-value\ndescription: Does a thing.\n---\nHi\n',
      fixed: '---\nname: "123"\ndescription: Does a thing.\n---\nHi\n',
    },
    { text: '---\nname: a\ndescription: [b, c]\n             ^^^^^^ field-value\n---\nHi\n' },
    {
      text: '---\nname: a\ndescription: Does a thing.\ncolor: Blue\n       ^^^^ field-value\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ncolor: blue\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\nbackground: yes\n            ^^^ field-value\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\nbackground: true\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\ncolor: "#10B981"\n       ^^^^^^^^^ field-value\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ncolor: green\n---\nHi\n',
    },
    { text: '---\nname: a\ndescription: Does a thing.\nmaxTurns: -1\n          ^^ field-value\n---\nHi\n' },
  ],
  good: [
    {
      text: '---\nname: a\ndescription: Does a thing.\ncolor: blue\nbackground: true\nmaxTurns: "5"\neffort: HIGH\n---\nHi\n',
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    for (const entry of file.frontMatter?.entries ?? []) {
      const field = lookup(format.fields, entry.key);
      // Hooks and servers have rules of their own, which look inside as well.
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
  // A value that decides which tools the agent has is for a person to choose.
  const isHarmless = field.situation === undefined && field.grants === undefined;
  const isSure = fault.instead.length === 1 && fault.sure && isHarmless;
  const suggestions = fault.instead.map((value): Fix => replace(entry.value, value, isSure));
  const shown =
    entry.value.kind === 'missing'
      ? `\`${entry.key}\` has no value`
      : `\`${entry.key}\`: ${quoted(text.slice(where.start, where.end))} is ${fault.what}`;
  return {
    span: where,
    severity: field.invalidSeverity,
    message: `${shown}; ${format.host.name} ${fault.effect ?? field.onInvalid}. Write ${anyOf(fault.wanted)}.`,
    fixes: field.required === true ? suggestions : [...suggestions, removal(entry, text)],
  };
}

/** Without the field its default holds, which only the writer can want. */
const removal = (entry: Entry, text: string): Fix => ({
  title: `Remove \`${entry.key}\``,
  safe: false,
  edits: [removeEntry(text, entry)],
});

const replace = (value: Value, newText: string, safe: boolean): Fix => ({
  title: `Replace by \`${newText}\``,
  safe,
  edits: [{ span: value.span, newText }],
});

/** Rule: a key that clearly means one of the host's fields but is not spelled like it. */

import type { Finding } from '../findings/finding';
import type { Severity } from '../hosts/effect';
import type { Field, Format } from '../hosts/host';
import { lookup } from '../hosts/lookup';
import { closestOf } from '../hosts/toolName';
import { fieldsBesidesSpills } from '../repair/pieces';
import type { Entry } from '../syntax/tree';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const fieldMisnamed: Rule = {
  id: 'field-misnamed',
  title: 'The key is not how this field is spelled',
  why: 'Claude Code ignores keys that it does not know. A misspelled `tools` is the worst of them: the agent is not restricted at all and gets every tool.',
  severity: 'warning',
  evidence: { source: 'Claude Code 2.1.330 (program)', checked: '2026-11-23', says: 'observed' },
  bad: [
    {
      text: '---\nname: a\ndescription: Does a thing.\nallowed-tools: Read\n^^^^^^^^^^^^^ field-misnamed\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\ntools: Read\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescripton: Does a thing.\n^^^^^^^^^^ field-misnamed\ndescription: Does a thing.\n---\nHi\n',
    },
    {
      text: '---\nname: a\ndescription: Does a thing.\nModel: opus\n^^^^^ field-misnamed\n---\nHi\n',
      fixed: '---\nname: a\ndescription: Does a thing.\nmodel: opus\n---\nHi\n',
    },
  ],
  good: [
    { text: '---\nname: a\ndescription: Does a thing.\nmodel: opus\n---\nHi\n' },
    { text: '---\nname: a\ndescription: Does a thing.\nemoji: x\n---\nHi\n' },
  ],
  *check(agent) {
    const { format } = agent;
    const entries = agent.entries();
    const present = new Set(entries.map((entry) => entry.key));
    for (const entry of fieldsBesidesSpills(agent)) {
      const finding = check(entry, present, format);
      if (finding !== undefined) yield finding;
    }
  },
};

function check(entry: Entry, present: ReadonlySet<string>, format: Format): Finding | undefined {
  if (lookup(format.fields, entry.key) !== undefined) return undefined;
  const stray = lookup(format.strayFields, entry.key);
  const meant = stray === undefined ? closestOf(entry.key, Object.keys(format.fields)) : stray.meant;
  const field = meant === undefined ? undefined : lookup(format.fields, meant);
  if (meant === undefined || field === undefined) return undefined;
  const effect = stray?.effect ?? `is not known to ${format.host.name} and has no effect`;
  const isThere = present.has(meant);
  return {
    span: entry.keySpan,
    severity: isThere || stray === undefined ? severityOf(field, isThere) : stray.severity,
    message: `${quoted(entry.key)} ${effect}. ${isThere ? `\`${meant}\` is there already; remove this key.` : `The field is called \`${meant}\`.`}`,
    // A rename changes what the agent may do, so a person has to ask for it.
    ...(isThere
      ? {}
      : {
          fixes: [{ title: `Rename to \`${meant}\``, safe: false, edits: [{ span: entry.keySpan, newText: meant }] }],
        }),
  };
}

/** Without its allow or deny list the agent gets more than was written. */
const severityOf = (field: Field, isThere: boolean): Severity =>
  !isThere && (field.role === 'allow' || field.role === 'deny') ? 'error' : 'warning';

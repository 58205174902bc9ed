/** Rule: a key that clearly means one of the host's fields but is not spelled like it. */

import { renameField } from '../findings/fieldFixes';
import type { Severity } from '../hosts/effect';
import type { Field } from '../hosts/host';
import { fieldsBesidesSpills } from '../repair/pieces';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const fieldMisnamed: Rule = {
  id: 'field-misnamed',
  title: 'The key is not how this field is spelled',
  why: 'Claude Code ignores keys that it does not know. A misspelled `tools` is the worst of them: the agent is not restricted at all and gets every tool.',
  severity: 'warning',
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
    const present = new Set(agent.entries().map((entry) => entry.key));
    for (const { entry, name } of fieldsBesidesSpills(agent)) {
      if (name.kind !== 'misspelled') continue;
      const { meant, field, stray } = name;
      const effect = stray?.effect ?? `is not known to ${agent.format.host.name} and has no effect`;
      const isThere = present.has(meant);
      yield {
        span: entry.keySpan,
        severity: isThere || stray === undefined ? severityOf(field, isThere) : stray.severity,
        message: `${quoted(entry.key)} ${effect}. ${isThere ? `\`${meant}\` is there already; remove this key.` : `The field is called \`${meant}\`.`}`,
        ...(isThere ? {} : { fixes: [renameField(entry, meant)] }),
      };
    }
  },
};

/** Without its allow or deny list the agent gets more than was written. */
const severityOf = (field: Field, isThere: boolean): Severity =>
  !isThere && (field.role === 'allow' || field.role === 'deny') ? 'error' : 'warning';

/** Rule: keys that the host does not know, reported once for a file. */

import { removeField } from '../findings/fieldFixes';
import { fieldsBesidesSpills } from '../repair/pieces';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { everyKind, type Rule } from './rule';

export const fieldUnknown: Rule = {
  id: 'field-unknown',
  title: 'Unknown frontmatter field',
  why: 'A host ignores an unknown field or rejects the file. Many collections add fields such as `emoji` or `category` on purpose, so all of them are reported together, once for a file.',
  severity: 'hint',
  perReader: true,
  kinds: everyKind,
  collective: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        emoji: x
        ^^^^^ field-unknown
        category: testing
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
        ---
        Hi
        `,
    },
  ],
  *check(agent, { isAllowed }) {
    const { host, on } = agent.format;
    const unknown = fieldsBesidesSpills(agent).filter(
      ({ entry, name }) =>
        entry.key !== '' && (name.kind === 'unknown' || name.kind === 'note') && !isAllowed('fields', entry.key),
    );
    const [first, ...others] = unknown.map(({ entry }) => entry);
    if (first === undefined) return;
    const names = [...new Set(others.map((entry) => quoted(entry.key)))];
    const more =
      names.length === 0
        ? ''
        : ` The same applies to ${names.slice(0, 8).join(', ')}${names.length > 8 ? ' and others' : ''}.`;
    yield {
      span: first.keySpan,
      unknown: { kind: 'fields', names: [...new Set(unknown.map(({ entry }) => entry.key))] },
      severity: on.unknownField.severity,
      about: [first.key, ...names].toSorted().join(),
      tag: 'unnecessary',
      message: `Unknown field ${quoted(first.key)}: ${host.name} ${on.unknownField.says}.${more}`,
      fixes: [removeField(agent, first)],
    };
  },
};

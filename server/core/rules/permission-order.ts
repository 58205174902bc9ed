/** Rule: a permission has no effect, because a later, wider one overrides it. */

import type { Agent } from '../agent/agent';
import { type Overridden, overriddenIn } from '../hosts/permissions';
import { document } from '../text/document';
import { type Fix, insertAt } from '../text/edits';
import { lineFrom, lineStartAt } from '../text/lines';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const permissionOrder: Rule = {
  id: 'permission-order',
  title: 'Permission overridden by a later one',
  why: 'Where the last key that matches counts, a wide key such as `*` overrides all keys above it, denials included.',
  severity: 'warning',
  bad: [
    {
      takesPermissions: true,
      text: document`
        ---
        name: a
        description: Does a thing.
        permission:
          Bash: deny
          ^^^^ permission-order
          "*": allow
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        permission:
          "*": allow
          Bash: deny
        ---
        Hi
        `,
    },
    {
      takesPermissions: true,
      text: document`
        ---
        name: a
        description: Does a thing.
        permission:
          Bash:
            git push *: deny
            ^^^^^^^^^^ permission-order
            "*": allow
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      takesPermissions: true,
      text: document`
        ---
        name: a
        description: Does a thing.
        switches:
          "*": false
          Read: true
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const verdict = agent.verdict();
    for (const found of overriddenIn(agent.permissions(), agent.format, verdict?.name ?? null)) {
      const { by, permission, isLimit } = found;
      const isElsewhere = by.permission.field !== permission.field;
      yield {
        span: found.span,
        severity: isLimit && verdict?.cause === null ? 'error' : 'warning',
        message: `${agent.format.host.name} does not use this: ${quoted(by.text)} ${isElsewhere ? `in \`${by.permission.field.key}\`` : 'below'} matches too, and the last match counts. ${isElsewhere ? 'Remove one of them.' : `Put ${quoted(by.text)} above.`}`,
        related: [{ span: by.span, message: 'This one is used' }],
        fixes: isElsewhere ? [] : moved(agent, found),
      };
    }
  },
};

/** Moves the line of the wide key above the first of its map; nothing where keys share lines or have values of several lines. */
function moved({ file: { source } }: Agent, { by, permission }: Overridden): readonly Fix[] {
  const { text } = source;
  const inMap = by.permission === permission ? permission.entry.value : permission.field.value;
  if (inMap.kind !== 'mapping' || inMap.style !== 'block') return [];
  const [first] = inMap.entries;
  const entry = inMap.entries.find(({ keySpan }) => keySpan.start === by.span.start);
  if (first === undefined || entry === undefined) return [];
  const line = lineFrom(text, lineStartAt(text, entry.keySpan.start));
  const top = lineStartAt(text, first.keySpan.start);
  const isWhole = entry.span.end <= line.end && line.next > line.end;
  if (!isWhole || text.slice(top, first.keySpan.start).trim() !== '') return [];
  return [
    {
      title: `Move ${quoted(by.text)} to the top`,
      safe: false,
      edits: [
        insertAt(top, text.slice(line.start, line.next)),
        { span: { start: line.start, end: line.next }, newText: '' },
      ],
    },
  ];
}

/** Rule: an entry of a list of names that can name nothing, such as a path in a list of skills. */

import { separateNames } from '../findings/joinedNames';
import { listItems } from '../syntax/lists/items';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { textAt } from '../text/span';
import type { Rule } from './rule';

export const skillName: Rule = {
  id: 'skill-name',
  title: 'Entry that cannot be a skill',
  why: 'The host looks for a skill of this name, finds none, and starts the agent without it.',
  severity: 'warning',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        skills: .claude/skills/api/SKILL.md, /lint
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ skill-name
                                             ^^^^^ skill-name
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        skills: api, lint
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        skills:
          - lint.md
            ^^^^^^^ skill-name
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        skills:
          - lint
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        skills: '*'
                 ^ skill-name
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
        skills: [api, my-plugin:lint, team:deep]
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    const { text } = file.source;
    for (const { entry, name } of agent.fields()) {
      const shape = name.kind === 'known' ? name.field.shape : undefined;
      if (shape?.kind !== 'names' || shape.faultOfName === undefined || entry.value.kind === 'broken') continue;
      for (const item of listItems(text, entry.value, format.splitsNamesAt)) {
        const fault = shape.faultOfName(item.text);
        if (fault === undefined) continue;
        const { why, instead, joined } = fault;
        const isAsWritten = textAt(text, item.span) === item.text;
        const separate = joined === undefined ? undefined : separateNames(text, entry, item, joined);
        const fixes =
          instead !== undefined && isAsWritten
            ? [
                {
                  title: `Replace ${quoted(item.text)} with ${quoted(instead)}`,
                  safe: false,
                  edits: [{ span: item.span, newText: instead }],
                },
              ]
            : separate === undefined
              ? []
              : [separate];
        yield {
          span: item.span,
          message: `${quoted(item.text)} cannot be the name of a skill, because ${why}: ${format.host.name} ignores it.${instead === undefined ? '' : ` Write ${quoted(instead)}.`}`,
          fixes,
        };
      }
    }
  },
};

/** Rule: a comment that disables a rule which does not exist. */

import { suppressionsIn } from '../agent/suppressions';
import { replaceWord } from '../findings/fieldFixes';
import { closestOf } from '../hosts/toolName';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { everyKind, type Rule } from './rule';

/** How many comments are checked; a file has a few. */
const MAX_COMMENTS = 50;

export const suppressionUnknown: Rule = {
  id: 'suppression-unknown',
  title: 'Unknown rule in an ignore comment',
  why: 'A comment that names no existing rule disables nothing.',
  severity: 'warning',
  kinds: everyKind,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        # agent-authoring-ignore tool-renamd
                                 ^^^^^^^^^^^ suppression-unknown
        tools: Read
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        # agent-authoring-ignore tool-renamed
        tools: Read
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
        # agent-authoring-ignore tool-renamed because older versions are in use
        tools: Task
        ---
        Hi
        `,
    },
  ],
  *check({ file }, { ruleIds }) {
    for (const { ids } of suppressionsIn(file, MAX_COMMENTS)) {
      // Words after a rule are a reason.
      const isNamed = ids.some(({ id }) => ruleIds.includes(id));
      for (const { id, span } of ids.slice(0, isNamed ? ids.length : 1)) {
        if (ruleIds.includes(id)) continue;
        const meant = closestOf(id, ruleIds);
        if (meant === undefined && isNamed) continue;
        yield {
          span,
          message: `Unknown rule ${quoted(id)}: the comment does not disable it.${meant === undefined ? '' : ` Write \`${meant}\`.`}`,
          ...(meant === undefined
            ? {}
            : {
                fixes: [replaceWord(id, meant, span)],
              }),
        };
      }
    }
  },
};

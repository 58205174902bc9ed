/** Rule: a comment that disables a rule which does not exist. */

import { FILE_MARK, LINE_MARK, NEXT_LINE_MARK, suppressionsIn } from '../agent/suppressions';
import { replaceWord } from '../findings/fieldFixes';
import type { Finding } from '../findings/finding';
import { closestOf } from '../text/closest';
import { document } from '../text/document';
import { anyOf, quoted } from '../text/quoted';
import { type Span, textAt } from '../text/span';
import { everyKind, type Rule } from './rule';

export const suppressionUnknown: Rule = {
  id: 'suppression-unknown',
  title: 'Unknown rule in a suppression comment',
  why: 'A comment that names no existing rule disables nothing, and neither does one with another mark.',
  severity: 'warning',
  kinds: everyKind,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        # agent-authoring-disable-next-line tool-renamd
                                            ^^^^^^^^^^^ suppression-unknown
        tools: Read
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        # agent-authoring-disable-next-line tool-renamed
        tools: Read
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        # agent-authoring-disable-nextline tool-renamed
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppression-unknown
        tools: Task
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        # agent-authoring-disable-next-line tool-renamed
        tools: Task
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
        # agent-authoring-disable-next-line tool-renamed: older versions are in use
        tools: Task
        ---
        Hi
        `,
    },
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
    for (const comment of suppressionsIn(file)) {
      const { ids, lines } = comment;
      if (lines?.length === 0) {
        yield unknownMark(textAt(file.source.text, comment.span), comment.span);
        continue;
      }
      // Words after a rule are a reason.
      const isNamed = ids.some(({ id }) => ruleIds.includes(id));
      for (const { id, span } of ids.slice(0, isNamed ? ids.length : 1)) {
        if (ruleIds.includes(id)) continue;
        const meant = closestOf(id, ruleIds);
        if (meant === undefined && isNamed) continue;
        yield {
          span,
          message: `Unknown rule ${quoted(id)}: the comment does not disable it.${meant === undefined ? '' : ` Write \`${meant}\`.`}`,
          ...(meant === undefined ? {} : { fixes: [replaceWord(id, meant, span)] }),
        };
      }
    }
  },
};

/** The marks that are offered in place of another one. */
const documented = [NEXT_LINE_MARK, LINE_MARK, FILE_MARK];

function unknownMark(mark: string, span: Span): Finding {
  const meant = closestOf(mark, documented);
  return {
    span,
    message: `${quoted(mark)} disables nothing. Write ${meant === undefined ? anyOf(documented.map((one) => `\`${one}\``)) : `\`${meant}\``}.`,
    fixes: (meant === undefined ? documented : [meant]).map((one) => replaceWord(mark, one, span)),
  };
}

/** Rule: a comment that disables a rule which reports nothing there. */

import { type Suppression, suppressionsIn } from '../agent/suppressions';
import type { Finding } from '../findings/finding';
import { document } from '../text/document';
import { lineAt, type Source } from '../text/source';
import { type Context, everyKind, type Rule } from './rule';

/** How many comments are checked; a file has a few. */
const MAX_COMMENTS = 50;

export const suppressionUnused: Rule = {
  id: 'suppression-unused',
  title: 'Ignore comment without effect',
  why: 'The problem is gone, or the comment is on the wrong line. If it stays, it hides the next problem of this kind.',
  severity: 'information',
  kinds: everyKind,
  runsLast: true,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        # agent-authoring-ignore tool-removed
                                 ^^^^^^^^^^^^ suppression-unused
        model: sonnet
        tools: Read
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: test-runner
        description: Runs the tests and says which of them fail.
        ---
        <!-- agent-authoring-ignore -->
             ^^^^^^^^^^^^^^^^^^^^^^ suppression-unused
        Run the tests.
        `,
    },
  ],
  good: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        # agent-authoring-ignore tool-removed because older versions are in use
        tools: Read, LS
        ---
        Hi
        `,
    },
  ],
  *check({ file }, context) {
    for (const comment of suppressionsIn(file, MAX_COMMENTS)) yield* check(comment, file.source, context);
  },
};

function* check({ span, line, ids }: Suppression, source: Source, { raised, raising }: Context): Iterable<Finding> {
  const near = raised.filter((one) => {
    const distance = line === undefined ? 0 : lineAt(source, one.span.start) - line;
    return distance === 0 || distance === 1;
  });
  const where = line === undefined ? 'in this file' : 'on this line or the next one';
  if (ids.length === 0) {
    if (near.length === 0) yield { span, message: `Remove this comment: no rule reports anything ${where}.` };
    return;
  }
  for (const { id, span: at } of ids) {
    // Rules that are off or ask about other files may report something elsewhere, and other words are a reason.
    if (raising.includes(id) && !near.some(({ rule }) => rule === id))
      yield { span: at, message: `Remove this rule from the comment: \`${id}\` reports nothing ${where}.` };
  }
}

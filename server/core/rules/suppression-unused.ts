/** Rule: a comment that disables a rule which reports nothing there. */

import { type Suppression, suppressionsIn } from '../agent/suppressions';
import type { Finding } from '../findings/finding';
import { removeComment, removeId } from '../findings/suppressionFixes';
import type { AgentFile } from '../syntax/tree';
import { document } from '../text/document';
import { lineAt } from '../text/source';
import { type Context, everyKind, type Rule } from './rule';

export const suppressionUnused: Rule = {
  id: 'suppression-unused',
  title: 'Suppression comment without effect',
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
        # agent-authoring-disable-next-line tool-removed
                                            ^^^^^^^^^^^^ suppression-unused
        model: sonnet
        tools: Read
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        model: sonnet
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
        # agent-authoring-disable-next-line tool-case, tool-removed: older versions are in use
                                            ^^^^^^^^^ suppression-unused
        tools: Read, LS
        ---
        Hi
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        # agent-authoring-disable-next-line tool-removed: older versions are in use
        tools: Read, LS
        ---
        Hi
        `,
    },
    {
      path: 'repo/.claude/agents/test-runner.md',
      text: document`
        ---
        name: test-runner
        description: Runs the tests and says which of them fail.
        ---
        <!-- agent-authoring-disable-next-line -->
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppression-unused
        Run the tests.
        `,
      fixed: document`
        ---
        name: test-runner
        description: Runs the tests and says which of them fail.
        ---
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
        # agent-authoring-disable-next-line tool-removed: older versions are in use
        tools: Read, LS
        ---
        Hi
        `,
    },
  ],
  *check({ file }, context) {
    for (const comment of suppressionsIn(file)) yield* check(comment, file, context);
  },
};

function* check(comment: Suppression, file: AgentFile, { raised, ruleIds }: Context): Iterable<Finding> {
  const { span, lines, ids } = comment;
  // A mark that does not exist is another problem.
  if (lines?.length === 0) return;
  const near = raised.findings.filter((one) => lines?.includes(lineAt(file.source, one.span.start)) ?? true);
  const where = whereOf(lines, lineAt(file.source, span.start));
  if (ids.length === 0) {
    if (near.length === 0 && raised.isComplete)
      yield {
        span,
        message: `Remove this comment: no rule reports anything ${where}.`,
        tag: 'unnecessary',
        fixes: removeComment(file, comment),
        unless: { rule: undefined, lines },
      };
    return;
  }
  const isOnly = ids.filter(({ id }) => ruleIds.includes(id)).length === 1;
  for (const one of ids) {
    const { id, span: at } = one;
    // Rules that are off, and those that may know more later, say nothing by their silence. Other words are a reason.
    const isLater = raised.later.includes(id);
    if ((!isLater && !raised.certain.includes(id)) || near.some(({ rule }) => rule === id)) continue;
    yield {
      span: at,
      message: isOnly
        ? `Remove this comment: \`${id}\` reports nothing ${where}.`
        : `Remove this rule from the comment: \`${id}\` reports nothing ${where}.`,
      tag: 'unnecessary',
      fixes: isOnly ? removeComment(file, comment) : [removeId(comment, one)],
      ...(isLater && { unless: { rule: id, lines } }),
    };
  }
}

function whereOf(lines: Suppression['lines'], own: number): string {
  if (lines === undefined) return 'in this file';
  if (lines.length > 1) return 'on this line or the next one';
  return lines.includes(own) ? 'on this line' : 'on the next line';
}

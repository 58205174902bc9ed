/** Rule: a comment that disables rules and does not say why, where the settings require a reason. */

import { suppressionsIn } from '../agent/suppressions';
import { document } from '../text/document';
import { everyKind, type Rule } from './rule';

export const suppressionReason: Rule = {
  id: 'suppression-reason',
  title: 'Suppression comment without a reason',
  why: 'This repository requires a reason, so that others can tell whether the comment is still needed.',
  severity: 'warning',
  kinds: everyKind,
  runsLast: true,
  bad: [
    {
      suppressions: { requireReason: true },
      text: document`
        ---
        name: a
        description: Does a thing.
        # agent-authoring-disable-next-line tool-removed
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ suppression-reason
        tools: Read, LS
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      suppressions: { requireReason: true },
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
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        # agent-authoring-disable-next-line tool-removed
        tools: Read, LS
        ---
        Hi
        `,
    },
  ],
  *check({ file }, { suppressions, ruleIds }) {
    if (!suppressions.requireReason) return;
    for (const { span, lines, ids, reason } of suppressionsIn(file)) {
      // Other words after a rule are a reason, too.
      const from = ids.findIndex(({ id }) => ruleIds.includes(id));
      const isGiven = reason !== '' || (from >= 0 && ids.slice(from).some(({ id }) => !ruleIds.includes(id)));
      if (lines?.length === 0 || isGiven) continue;
      const rules = ids.length === 0 ? 'every rule' : 'a rule';
      yield {
        span,
        message: `This comment disables ${rules} without a reason, which this repository's configuration requires. Write it after a colon.`,
      };
    }
  },
};

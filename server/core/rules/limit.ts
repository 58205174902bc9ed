/** Rule: parts of a file that were too large to be read are named, so that silence never means that all is well. */

import { MAX_ITEMS } from '../agent/toolLists';
import { listItems } from '../syntax/lists/items';
import { problemsOf } from '../syntax/problems';
import { document } from '../text/document';
import type { Rule } from './rule';

export const limit: Rule = {
  id: 'limit',
  title: 'Part of the file was not checked',
  why: 'Work per keystroke is bounded so that no file can stall the editor: a header may nest 64 levels deep, hold 1,000 keys, 50 aliases and 32,768 characters. What lies beyond is not read, and this says so.',
  severity: 'information',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        memory: ${'['.repeat(70)}
        ^^^^^^ limit
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
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { file } = agent;
    for (const problem of problemsOf(file, 'limit')) {
      yield {
        span: problem.span,
        message: `The header was not read completely: ${problem.detail}. Nothing is reported for the rest.`,
      };
    }
    for (const { entry, all } of agent.toolLists()) {
      const next =
        all.length < MAX_ITEMS
          ? undefined
          : listItems(file.source.text, entry.value, agent.format.splitsNamesAt)[MAX_ITEMS];
      if (next === undefined) continue;
      yield { span: next.span, message: `Only the first ${MAX_ITEMS} names of this list were checked.` };
    }
  },
};

/** Rule: the body names a tool that the host no longer has. */

import { removedMentions } from '../agent/removedMentions';
import { replaceWord } from '../findings/fieldFixes';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import type { Rule } from './rule';

export const bodyToolRemoved: Rule = {
  id: 'body-tool-removed',
  title: 'Instructions name a removed tool',
  why: 'The host no longer has this tool. An agent that is told to use it wastes a turn, or gives up.',
  severity: 'information',
  bad: [
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Use \`MultiEdit\` for several changes in one file.
             ^^^^^^^^^ body-tool-removed
        `,
      fixed: document`
        ---
        name: a
        description: Does a thing.
        ---
        Use \`Edit\` for several changes in one file.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        - Change files with Write, Edit and MultiEdit.
                                            ^^^^^^^^^ body-tool-removed
        - Look at the list with the TodoRead tool.
                                    ^^^^^^^^ body-tool-removed
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
        Claude Code removed \`MultiEdit\`, use \`Edit\`. Never use \`MultiEdit\`. The class \`TaskOutput\` holds what a task wrote.

        > Use \`MultiEdit\`.

        ## Examples

        Use \`MultiEdit\`.
        `,
    },
  ],
  *check(agent) {
    for (const { name, retired, span, hasReplacement } of removedMentions(agent)) {
      const { when, replacement } = retired;
      const isReplaceable = replacement !== undefined && !hasReplacement;
      const advice =
        replacement === undefined
          ? 'Change the instructions.'
          : hasReplacement
            ? `This sentence already names \`${replacement}\`, which replaces it, so delete the name.`
            : `Use \`${replacement}\` instead.`;
      yield {
        span,
        tag: 'deprecated',
        message: `${quoted(name)} no longer exists (${when}), so no agent can use it. ${advice}`,
        fixes: isReplaceable ? [replaceWord(name, replacement, span)] : [],
      };
    }
  },
};

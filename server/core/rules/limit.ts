/** Rule: parts of a file that were too large to be checked, so that a file without problems is never half checked. */

import { MAX_ITEMS } from '../agent/toolLists';
import { MAX_FILE_BYTES } from '../syntax/fileSize';
import { listItems } from '../syntax/lists/items';
import { problemsOf } from '../syntax/problems';
import { document } from '../text/document';
import { withCommas } from '../text/numbers';
import { hasMoreBytes } from '../text/source';
import { everyKind, type Rule } from './rule';

export const limit: Rule = {
  id: 'limit',
  title: 'Part of the file not checked',
  why: 'Limits keep the editor fast with any file. Frontmatter is checked up to 64 nested levels, 1,000 keys, 50 aliases and 32,768 characters. Problems beyond these limits are not reported. Files over 1,048,576 bytes are not checked at all.',
  severity: 'information',
  kinds: everyKind,
  checksSize: true,
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
    const { file, format } = agent;
    const { maxBytes, host } = format;
    // A file that the host does not read either has a finding of its own.
    if (maxBytes === undefined || !hasMoreBytes(file.source, maxBytes)) {
      for (const problem of problemsOf(file, 'file-limit')) {
        yield {
          span: problem.span,
          message: `This file is not checked, because it has more than ${withCommas(MAX_FILE_BYTES)} bytes. ${host.name} may still load it.`,
        };
      }
    }
    for (const problem of problemsOf(file, 'limit')) {
      yield {
        span: problem.span,
        message: `The frontmatter was not read completely: ${problem.detail}. Problems in the rest are not reported.`,
      };
    }
    for (const { entry, all } of agent.toolLists()) {
      const next =
        all.length < MAX_ITEMS ? undefined : listItems(file.source.text, entry.value, format.splitsNamesAt)[MAX_ITEMS];
      if (next === undefined) continue;
      yield { span: next.span, message: `Only the first ${MAX_ITEMS} names of this list were checked.` };
    }
  },
};

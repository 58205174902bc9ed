/** Rule: dashes inside a value or a comment that end the frontmatter for the host. */

import { lookup } from '../hosts/lookup';
import { closerOf } from '../hosts/reading';
import { document } from '../text/document';
import { quotedList } from '../text/quoted';
import { promptKinds, type Rule } from './rule';

export const frontmatterCut: Rule = {
  id: 'frontmatter-cut',
  title: 'Frontmatter ended early by dashes',
  why: 'A host may end the frontmatter at the first three dashes, even inside a value. The fields after them become part of the prompt and have no effect.',
  severity: 'warning',
  perReader: true,
  kinds: promptKinds,
  bad: [
    {
      text: document`
        ---
        name: a
        description: Reads --- and writes.
                           ^^^ frontmatter-cut
        tools: Read
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        # -----
          ^^^ frontmatter-cut
        description: Does a thing.
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
        description: Reads -- and writes.
        tools: Read
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { file, format } = agent;
    const { frontMatter } = file;
    const closer = closerOf(agent.reading());
    if (closer === undefined || frontMatter?.closer === undefined || closer.start >= frontMatter.closer.start) return;
    const lost = frontMatter.entries.filter((entry) => entry.keySpan.start > closer.start);
    const losesAgent = lost.some((entry) => lookup(format.fields, entry.key)?.required === true);
    const names = quotedList(lost.map(({ key }) => key));
    const effect = lost.length === 0 ? 'The rest of this value is lost' : `These fields are lost: ${names}`;
    yield {
      span: closer,
      ...(losesAgent ? { severity: 'error' } : {}),
      message: `${format.host.name} ends the frontmatter at these dashes. ${effect}. Write an em dash or two hyphens instead; quotes do not help.`,
    };
  },
};

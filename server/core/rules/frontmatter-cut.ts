/** Rule: dashes inside a value end the header for the host. */
import { lookup } from '../hosts/lookup';
import { closerOf } from '../hosts/reading';
import { document } from '../text/document';
import type { Rule } from './rule';

export const frontmatterCut: Rule = {
  id: 'frontmatter-cut',
  title: 'Dashes inside the header cut it off',
  why: 'Claude Code ends the header at the first `---` it finds, even in the middle of a value. Everything behind it becomes part of the prompt: fields are lost without a word.',
  severity: 'warning',
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
    const names = lost.map((entry) => `\`${entry.key}\``).join(', ');
    const effect = lost.length === 0 ? 'The rest of this value is lost' : `What follows is lost: ${names}`;
    yield {
      span: closer,
      ...(losesAgent ? { severity: 'error' } : {}),
      message: `${format.host.name} ends the header at the first three dashes, which are these. ${effect}. Write an em dash or two hyphens instead; quoting does not help.`,
    };
  },
};

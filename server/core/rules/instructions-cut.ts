/** Rule: instructions that are longer than the host reads, so that the rest of them does not reach the model. */
import { offsetOfByte } from '../text/byteLength';
import { document } from '../text/document';
import { grouped } from '../text/grouped';
import { lineFrom } from '../text/lines';
import { hasMoreBytes } from '../text/source';
import { span } from '../text/span';
import type { Rule } from './rule';

const path = 'team/RULES.md';

export const instructionsCut: Rule = {
  id: 'instructions-cut',
  title: 'Instructions longer than the host reads',
  why: 'A host reads only so many bytes of the instructions for a project and leaves out the rest, often in the middle of a sentence. The model does not know that something is missing.',
  severity: 'warning',
  kinds: ['instructions'],
  asksAboutFiles: true,
  bad: [
    {
      path,
      readsBytes: 38,
      text: document`
        # Rules

        Run the tests. Never push to main.
                                     ^^^^^ instructions-cut
        Ask before a release.
        `,
    },
    {
      path,
      readsBytes: 13,
      text: document`
        # Rules

        äöü
          ^ instructions-cut
        `,
    },
  ],
  good: [
    {
      path,
      readsBytes: 90,
      text: document`
        ---
        title: Rules
        ---
        # Rules

        Run the tests. [Never](never.md) push to main.
        `,
    },
    { path, readsBytes: 13, text: '# Rules\n\nRun.\n\n\n' },
  ],
  *check({ file: { source }, format: { host, readsBytes, replacedBy }, path }, { workspace }) {
    if (readsBytes === undefined || !hasMoreBytes(source, readsBytes.max)) return;
    // Where another file takes its place, nothing of it is read.
    const instead = path === undefined ? undefined : replacedBy?.(path);
    if (instead !== undefined && workspace.presence(instead) === 'present') return;
    const { text } = source;
    const cut = offsetOfByte(text, readsBytes.max);
    const start = cut + (/^\s*/.exec(text.slice(cut))?.[0].length ?? 0);
    if (start === text.length) return;
    yield {
      span: span(start, lineFrom(text, start).end),
      message: `${host.name} reads ${grouped(readsBytes.max)} bytes of instructions, so it leaves out the text from here on. Files in the folders above count too. Shorten the text, or set \`${readsBytes.setting}\`.`,
    };
  },
};

/** Rule: a reference in the body that the host refuses to fill in, so that it does not load the file. */

import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { span, textAt } from '../text/span';
import { promptKinds, type Rule } from './rule';

const refuses = {
  refusedReference: {
    says: 'does not load such a file',
    severity: 'error',
    find: (body: string) =>
      [...body.matchAll(/\{env:\w+\}/g)].map(({ 0: all, index }) => span(index, index + all.length)),
  },
} as const;

export const bodyReference: Rule = {
  id: 'body-reference',
  title: 'Reference that the host refuses',
  why: 'Some hosts fill in references to variables of the environment, and do not load a file of a project that contains one. Code blocks are no exception.',
  severity: 'error',
  kinds: promptKinds,
  bad: [
    {
      on: refuses,
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Use the key {env:KEY}.
                    ^^^^^^^^^ body-reference
        `,
    },
  ],
  good: [
    {
      on: refuses,
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Use the key in KEY.
        `,
    },
  ],
  *check(agent) {
    const { refusedReference } = agent.format.on;
    const reading = agent.reading();
    if (refusedReference === undefined || reading.kind === 'unread') return;
    if (reading.kind === 'broken' && reading.isDropped === true) return;
    const { text } = agent.file.source;
    const start = reading.kind === 'read' || reading.kind === 'not-a-mapping' ? reading.closer.end : 0;
    for (const found of refusedReference.find(text.slice(start), agent.path)) {
      const at = span(start + found.start, start + found.end);
      yield {
        span: at,
        severity: refusedReference.severity,
        message: `${quoted(textAt(text, at))} is filled in: ${agent.format.host.name} ${refusedReference.says}. Write \`$\` before the brace to keep it as text.`,
      };
    }
  },
};

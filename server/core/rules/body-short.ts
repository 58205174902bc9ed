/** Rule: a prompt that is too short for the host. */
import { document } from '../text/document';
import { span } from '../text/span';
import type { Rule } from './rule';

const refusesShort = { shortBody: { says: 'does not load the file', severity: 'error', min: 10 } } as const;

export const bodyShort: Rule = {
  id: 'body-short',
  title: 'Prompt too short for the host',
  why: 'Some hosts treat a very short prompt as a mistake and do not load the agent.',
  severity: 'error',
  bad: [
    {
      on: refusesShort,
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Review.
        ^^^^^^^ body-short
        `,
    },
  ],
  good: [
    {
      on: refusesShort,
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Review the changes.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Review.
        `,
    },
  ],
  *check(agent) {
    const { host, on } = agent.format;
    const reading = agent.reading();
    if (on.shortBody === undefined || reading.kind !== 'read') return;
    const { text } = agent.file.source;
    const body = text.slice(reading.closer.end);
    const { length } = body.trim();
    // Another rule reports a body with nothing in it.
    if (length === 0 || length >= on.shortBody.min) return;
    const start = reading.closer.end + body.length - body.trimStart().length;
    yield {
      span: span(start, start + length),
      severity: on.shortBody.severity,
      message: `The prompt has ${length} ${length === 1 ? 'character' : 'characters'}: ${host.name} ${on.shortBody.says}. Write at least ${on.shortBody.min}.`,
    };
  },
};

/** Rule: an agent without a prompt, for a host that does not start such an agent. */

import type { Agent } from '../agent/agent';
import { missingField } from '../findings/missingField';
import { document } from '../text/document';
import { type Span, span } from '../text/span';
import type { Rule } from './rule';

export const bodyEmpty: Rule = {
  id: 'body-empty',
  title: 'Agent without a prompt',
  why: 'The text below the frontmatter is the prompt of the agent. Some hosts list an agent without a prompt but cannot start it.',
  kinds: ['agent', 'output-style'],
  severity: 'error',
  perReader: true,
  bad: [
    {
      on: { emptyBody: { says: 'fails to start the agent', severity: 'error' } },
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        ^^^ body-empty
        `,
    },
  ],
  good: [
    {
      on: { emptyBody: { says: 'fails to start the agent', severity: 'error' } },
      text: document`
        ---
        name: a
        description: Reads a diff.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Has no prompt.
        ---
        `,
    },
  ],
  *check(agent) {
    yield* missingField(agent, 'prompt-text');
    const { emptyBody } = agent.format.on;
    const reading = agent.reading();
    if (emptyBody === undefined || reading.kind !== 'read') return;
    const { host } = agent.format;
    if (reading.afterCloser !== undefined) {
      const { afterCloser } = reading;
      const isWhiteSpace = textOf(agent, afterCloser).trim() === '';
      yield {
        span: afterCloser,
        severity: emptyBody.severity,
        message: `${isWhiteSpace ? 'White space' : 'Text'} follows the closing dashes, so ${host.name} sees no body and ${emptyBody.says}. Write only \`---\` on this line.`,
        ...(isWhiteSpace
          ? { fixes: [{ title: 'Remove the white space', safe: true, edits: [{ span: afterCloser, newText: '' }] }] }
          : {}),
      };
      return;
    }
    const body = span(reading.closer.end, agent.file.source.text.length);
    if (textOf(agent, body).trim() !== '') return;
    yield {
      span: reading.closer,
      severity: emptyBody.severity,
      message: `Missing ${agent.format.kind === undefined ? 'prompt' : 'text'}: ${host.name} ${emptyBody.says}. Write it below the frontmatter.`,
    };
  },
};

const textOf = ({ file }: Agent, { start, end }: Span): string => file.source.text.slice(start, end);

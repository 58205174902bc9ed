/** Rule: `${name}` in the body, for a host that fills in variables and has none of that name. */

import { unknownVariables } from '../hosts/variables';
import { document } from '../text/document';
import { anyOf, quoted } from '../text/quoted';
import type { Rule } from './rule';

const fillsIn = { unknownVariable: { says: 'fails to start the agent', severity: 'error', known: ['query'] } } as const;

export const bodyVariable: Rule = {
  id: 'body-variable',
  title: 'Unknown variable in the body',
  why: `Some hosts replace \`\${name}\` in the prompt, also in code blocks. With an unknown name, the agent always fails to start.`,
  severity: 'error',
  perReader: true,
  bad: [
    {
      on: fillsIn,
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Run \`echo \${HOME}\`.
                  ^^^^^^^ body-variable
        `,
    },
  ],
  good: [
    {
      on: fillsIn,
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Answer \${query}, not \${a-b} or $HOME.
        `,
    },
    {
      text: document`
        ---
        name: a
        description: Does a thing.
        ---
        Run \`echo \${PATH}\`.
        `,
    },
  ],
  *check(agent) {
    const { unknownVariable } = agent.format.on;
    const reading = agent.reading();
    if (unknownVariable === undefined || reading.kind !== 'read' || reading.afterCloser !== undefined) return;
    const { known, says, severity } = unknownVariable;
    const { text } = agent.file.source;
    for (const { name, span } of unknownVariables(text, reading.closer.end, unknownVariable)) {
      yield {
        span,
        severity,
        message: `Unknown variable ${quoted(text.slice(span.start, span.end))}: ${agent.format.host.name} ${says}. It knows ${anyOf(known.map((one) => `\`\${${one}}\``))}; write \`$${name.slice(0, 60)}\` for a shell variable.`,
      };
    }
  },
};

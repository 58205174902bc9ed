/** Rule: an agent with the name of a built-in agent, where the host keeps its own. */

import { textByRole } from '../agent/fields';
import { document } from '../text/document';
import { quoted } from '../text/quoted';
import { span } from '../text/span';
import type { Rule } from './rule';

const keepsOwn = { builtInName: { says: 'uses its own agent of that name', severity: 'error' } } as const;

export const nameBuiltIn: Rule = {
  id: 'name-built-in',
  title: 'Name of a built-in agent',
  why: 'Some hosts do not let a file replace an agent of their own. The file is never used, and nothing says so.',
  severity: 'error',
  perReader: true,
  bad: [
    {
      on: keepsOwn,
      text: document`
        ---
        name: general-purpose
              ^^^^^^^^^^^^^^^ name-built-in
        description: Does everything else.
        ---
        Hi
        `,
    },
  ],
  good: [
    {
      on: keepsOwn,
      text: document`
        ---
        name: reviewer
        description: Reviews a change.
        ---
        Hi
        `,
    },
    {
      text: document`
        ---
        name: general-purpose
        description: Does everything else.
        ---
        Hi
        `,
    },
  ],
  *check(agent) {
    const { format, file } = agent;
    const { builtInName } = format.on;
    if (builtInName === undefined) return;
    const verdict = agent.verdict();
    const name = verdict?.cause === null || verdict?.cause === 'name' ? verdict.name : null;
    if (name === null || !format.builtInAgents.includes(name)) return;
    const written = textByRole(agent, 'identity');
    yield {
      // A host may take the name from the file.
      span: written?.inner ?? file.frontMatter?.opener ?? span(0, 0),
      severity: builtInName.severity,
      message: `${quoted(name)} is the name of a built-in agent, so ${format.host.name} ${builtInName.says}. ${written === undefined ? 'Rename the file, or add a name of your own.' : 'Choose another name.'}`,
    };
  },
};

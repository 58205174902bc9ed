/** Rule: a manifest beside the folder that the host refuses, with all agents of the folder. */

import { document } from '../text/document';
import { span } from '../text/span';
import type { Rule } from './rule';

export const manifestInvalid: Rule = {
  id: 'manifest-invalid',
  title: 'Manifest that the host refuses',
  why: 'The manifest belongs to all agents of its folder. When the host refuses it, none of them exists.',
  severity: 'error',
  asksAboutFiles: true,
  bad: [
    {
      format: 'claude-code-plugin',
      path: 'agents/reviewer.md',
      manifest: '{ "name": "my plugin" }',
      text: document`
        ---
        ^^^ manifest-invalid
        name: reviewer
        description: Reviews code.
        ---
        You review code.
        `,
    },
  ],
  good: [
    {
      format: 'claude-code-plugin',
      path: 'agents/reviewer.md',
      manifest: '{ "name": "my-plugin" }',
      text: document`
        ---
        name: reviewer
        description: Reviews code.
        ---
        You review code.
        `,
    },
  ],
  *check({ file, format, membership }) {
    if (membership?.kind !== 'refused' || format.beside === undefined) return;
    yield {
      span: file.frontMatter?.opener ?? span(0, 0),
      message: `Correct \`${format.beside.file}\`: ${membership.reason}, so ${format.host.name} loads no agent of its folder.`,
    };
  },
};

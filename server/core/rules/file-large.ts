/** Rule: a file that is too large for the host to read. */

import { problemsOf } from '../syntax/problems';
import { document } from '../text/document';
import { withCommas } from '../text/numbers';
import { hasMoreBytes } from '../text/source';
import { span } from '../text/span';
import { everyKind, type Rule } from './rule';

export const fileLarge: Rule = {
  id: 'file-large',
  title: 'File too large to load',
  why: 'The host skips files over its limit. An agent has a few kilobytes; a larger file contains something that belongs elsewhere.',
  severity: 'error',
  perReader: true,
  kinds: everyKind,
  checksSize: true,
  bad: [
    {
      text: document`
        ---
        ^^^ file-large
        name: a
        description: Does a thing.
        ---
        Hi
        `,
      maxBytes: 40,
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
  *check({ file, format }) {
    const { maxBytes, host } = format;
    if (maxBytes === undefined || !hasMoreBytes(file.source, maxBytes)) return;
    yield {
      span: file.frontMatter?.opener ?? problemsOf(file, 'file-limit')[0]?.span ?? span(0, 0),
      message: `The file has more than ${withCommas(maxBytes)} bytes, so ${host.name} skips it. Move data and long references to files that the ${format.kind === undefined ? 'agent' : 'model'} reads when it needs them.`,
    };
  },
};

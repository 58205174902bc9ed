/** Rule: a JSON file that is not a JSON object. */
import { COMMENT, TRAILING_COMMA } from '../syntax/json/parseJson';
import { problemsOf } from '../syntax/problems';
import type { Problem } from '../syntax/tree';
import { document } from '../text/document';
import type { Fix } from '../text/edits';
import { span } from '../text/span';
import type { Rule } from './rule';

const path = '.claude-plugin/plugin.json';

export const jsonSyntax: Rule = {
  id: 'json-syntax',
  title: 'Invalid JSON in a manifest',
  why: 'Hosts read manifests as strict JSON, without comments and without a comma after the last value. A manifest that they cannot read loses everything that it describes.',
  severity: 'error',
  kinds: ['manifest', 'settings'],
  bad: [
    {
      path,
      format: 'claude-code-plugin-manifest',
      text: document`
        {
          "name": "my-plugin",
          "version": "1.0.0",
        }
        ^ json-syntax
        `,
      fixed: document`
        {
          "name": "my-plugin",
          "version": "1.0.0"
        }
        `,
    },
    {
      path,
      format: 'claude-code-plugin-manifest',
      text: document`
        {
          // The name
          ^^^^^^^^^^^ json-syntax
          "name": "my-plugin"
        }
        `,
    },
    {
      path,
      format: 'claude-code-plugin-manifest',
      text: document`
        ["my-plugin"]
        ^^^^^^^^^^^^^ json-syntax
        `,
    },
  ],
  good: [
    {
      path,
      format: 'claude-code-plugin-manifest',
      text: document`
        { "name": "my-plugin" }
        `,
    },
  ],
  *check({ file, format: { host, on } }) {
    for (const problem of problemsOf(file, 'json')) {
      yield {
        span: problem.span,
        message: `${host.name} ${on.noFrontMatter.says}: ${problem.detail}. Correct the JSON.`,
        fixes: fixesOf(file.source.text, problem),
      };
    }
  },
};

function fixesOf(text: string, { span: at, detail }: Problem): readonly Fix[] {
  if (detail === TRAILING_COMMA) {
    const comma = text.slice(0, at.start).trimEnd().length - 1;
    return [{ title: 'Remove the comma', safe: true, edits: [{ span: span(comma, comma + 1), newText: '' }] }];
  }
  return detail === COMMENT ? [{ title: 'Remove the comment', safe: false, edits: [{ span: at, newText: '' }] }] : [];
}

/** Completion in an empty section. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver-types';
import { agentOf } from '../../server/core/agent/agent';
import { completionAt } from '../../server/core/features/completion/completion';
import { catalogue } from '../../server/core/sectionKinds/catalogue';
import { document } from '../../server/core/text/document';
import { atCursor, format } from '../agent';
import { expandSnippet } from '../snippetExpand';

const offered = (body: string, snippets = true): readonly CompletionItem[] => {
  const { file, offset } = atCursor(`---\nname: a\n---\n${body}`);
  return completionAt(agentOf(file, format), offset, { snippets });
};

const labels = (body: string): readonly string[] => offered(body).map(({ label }) => label);

describe('completion in an empty section', () => {
  it('offers its template below a heading, a bold line or a tag', () => {
    for (const body of [
      document`
        ## Access Restrictions

        $0

        ## Next
        `,
      document`
        ## 🔒 ACCESS RESTRICTIONS:
        $0
        ### Allowed Access

        - x
        `,
      '**Boundaries:**\n\nacc$0\n',
      '<access_restrictions>\n$0\n</access_restrictions>\n',
      '## Scope\n\n\n  tem$0',
    ])
      assert.deepEqual(labels(body), ['Access Restrictions'], body);
  });

  it('offers nothing where there is text, or in an unknown section', () => {
    for (const body of [
      document`
        ## Access Restrictions

        x

        $0
        `,
      '## Access Restrictions\n\nx $0\n',
      document`
        ## Access Restrictions

        $0

        - x
        `,
      '## Zebras\n\n$0\n',
      document`
        ## Access Restrictions

        ### Zebras

        $0
        `,
      '$0\n\n## Access Restrictions\n',
    ])
      assert.deepEqual(labels(body), [], body);
  });

  it('inserts the template unchanged, with a tab stop for each placeholder', () => {
    for (const { title, template } of catalogue) {
      const [item] = offered(`## ${title}\n\n$0\n`);
      const [plain] = offered(`## ${title}\n\n$0\n`, false);
      if (item?.label !== title) continue; // the whole report is offered in its place
      const snippet = item.textEdit?.newText ?? '';
      assert.equal(expandSnippet(snippet).text, template.trimEnd());
      assert.equal(plain?.textEdit?.newText, template.trimEnd());
      const places = template.match(/\[[A-Za-z][^[\]"\n]*\]/g) ?? [];
      assert.deepEqual(
        places.map((place, i) => snippet.includes(`\${${i + 1}:${place}}`)),
        places.map(() => true),
        title,
      );
    }
  });

  it('offers the whole report instead in a section about the answer', () => {
    assert.deepEqual(labels('## Response Format\n\n$0\n'), ['completion_report']);
    const taken = document`
      ## Output

      $0

      ## Report

      \`\`\`yaml
      completion_report:
        agent: a
      \`\`\`
      `;
    assert.deepEqual(labels(taken), ['Response Format']);
  });

  it('uses the line ends of the file', () => {
    const [item] = offered('## Database Patterns\r\n\r\n$0\r\n'.replace(/^/, ''));
    assert.equal(/[^\r]\n/.test(item?.textEdit?.newText ?? ''), true);
    const { file, offset } = atCursor('---\r\nname: a\r\n---\r\n## Database Patterns\r\n\r\n$0\r\n');
    const [crlf] = completionAt(agentOf(file, format), offset, { snippets: true });
    assert.equal(/[^\r]\n/.test(crlf?.textEdit?.newText ?? ''), false);
  });
});

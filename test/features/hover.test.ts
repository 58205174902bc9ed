/** Hovers and their ranges. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentOf } from '../../server/core/agent/agent';
import { hoverAt } from '../../server/core/features/hover/hover';
import { document } from '../../server/core/text/document';
import { atCursor, format, withFrontMatter } from '../agent';

function hover(marked: string): { readonly text: string; readonly width: number } | undefined {
  const { file, offset } = atCursor(marked);
  const found = hoverAt(agentOf(file, format), offset);
  if (found === undefined) return undefined;
  assert.ok(typeof found.contents === 'object' && 'value' in found.contents && found.range !== undefined);
  return { text: found.contents.value, width: found.range.end.character - found.range.start.character };
}

const table: readonly (readonly [string, RegExp, number])[] = [
  [withFrontMatter('to$0ols: Read'), /\*\*tools\*\*[\s\S]*default: [\s\S]*```yaml/, 5],
  ['---\nna$0me: a\n---\n', /required/, 4],
  [withFrontMatter('tools: Read, Ba$0sh'), /\*\*Bash\*\*[\s\S]*runs commands · asks for permission/, 4],
  [withFrontMatter('tools: "Ba$0sh(git:*)"'), /\*\*Bash\*\*/, 11],
  [
    withFrontMatter('tools: Read, Multi$0Edit'),
    /^\*\*MultiEdit\*\* \(removed in 2\.0\.0; Claude Code ignores it\)\n\nUse `Edit` instead: /,
    9,
  ],
  [withFrontMatter('tools: Ta$0sk'), /still accepts[\s\S]*`Agent`/, 4],
  [withFrontMatter('tools: run_shell$0_command'), /Gemini/, 17],
  [withFrontMatter('tools: mcp__x$0__y'), /MCP server/, 9],
  [withFrontMatter('tools: "*$0"'), /every tool/, 1],
  [withFrontMatter('color: bl$0ue'), /\*\*blue\*\*/, 4],
  [withFrontMatter('effort: HI$0GH'), /\*\*high\*\*/, 4],
  [withFrontMatter('model: opu$0s'), /\*\*opus\*\*/, 4],
  [withFrontMatter('model: claude-opus-5$0-5'), /full model id/, 15],
  [withFrontMatter('allowed-to$0ols: Read'), /restricts nothing/, 13],
  [withFrontMatter('hooks:\n  Sto$0p: []'), /finished/, 4],
  [withFrontMatter('hooks:\n  Stop:\n    - matc$0her: x'), /regular expression/, 7],
  [
    '---\nname: a\n---\n## 🔒 Access Restr$0ictions\n',
    /\(section\)[\s\S]*allowed[\s\S]*````markdown\nYou work only on/,
    22,
  ],
  // Editors show no hover outside its range, so it begins at the cursor.
  ['---\nname: a\n---\n$0## Workflow\n', /\(section\)/, 11],
  ['---  $0\nname: a\n---\n', /\*\*/, 5],
];

describe('hoverAt', () => {
  for (const [marked, pattern, width] of table) {
    it(`explains ${JSON.stringify(marked.slice(4, 60))}`, () => {
      const found = hover(marked);
      assert.match(found?.text ?? '', pattern);
      assert.equal(found?.width, width);
    });
  }

  it('explains bold lines and tags that open a section', () => {
    assert.match(
      hover(document`
        ---
        name: a
        ---
        **Will N$0ot:**
        - x
        `)?.text ?? '',
      /^\*\*Forbidden Access\*\* \(section\)/,
    );
    assert.match(
      hover(document`
        ---
        name: a
        ---
        <work$0flow>
        x
        </workflow>
        `)?.text ?? '',
      /^\*\*Task Execution Protocol\*\*/,
    );
    assert.equal(
      hover(document`
        ---
        name: a
        ---
        **Zeb$0ras**
        - x
        `),
      undefined,
    );
  });

  it('shows on the dashes, the name and the tools how the agent loads', () => {
    for (const frontMatter of ['tools$0: Read, LS', 'tools: Read, LS']) {
      const marked = frontMatter.includes('$0')
        ? withFrontMatter(frontMatter)
        : `-$0${withFrontMatter(frontMatter).slice(1)}`;
      const found = hover(marked);
      assert.match(found?.text ?? '', /Loads as `a` · 1 tool · `LS` ignored/);
      assert.match(found?.text ?? '', /gets `Read`/);
    }
  });

  it('is silent where there is nothing to explain', () => {
    for (const marked of [
      'pro$0se',
      withFrontMatter('emo$0ji: x'),
      withFrontMatter('tools: foo$0bar'),
      '---\nname: a\n---\n## Zebra cro$0ssing\n',
    ]) {
      assert.equal(hover(marked), undefined);
    }
  });
});

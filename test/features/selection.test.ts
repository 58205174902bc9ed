/** Selection ranges: what "expand selection" selects, step by step. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Range, SelectionRange } from 'vscode-languageserver-types';
import { agentOf } from '../../server/core/agent/agent';
import { selectionAt } from '../../server/core/features/structure/selection';
import { document } from '../../server/core/text/document';
import { offsetAt } from '../../server/core/text/source';
import { agent, atCursor, format } from '../agent';

function rangesAt(marked: string): readonly Range[] {
  const { file, offset } = atCursor(marked);
  const ranges: Range[] = [];
  let next: SelectionRange | undefined = selectionAt(agentOf(file, format), offset);
  for (; next !== undefined; next = next.parent) ranges.push(next.range);
  return ranges;
}

function texts(marked: string): readonly string[] {
  const { file, text } = atCursor(marked);
  return rangesAt(marked).map(({ start, end }) => text.slice(offsetAt(file.source, start), offsetAt(file.source, end)));
}

/** [the text with its cursor, every step but the last, which is the whole file] */
const table: readonly (readonly [string, readonly string[]])[] = [
  [
    '---\ntools: Read, Ba$0sh(git:*), Edit\n---\n',
    [
      'Bash',
      'Bash(git:*)',
      'Read, Bash(git:*), Edit',
      'tools: Read, Bash(git:*), Edit',
      '---\ntools: Read, Bash(git:*), Edit\n---',
    ],
  ],
  [
    '---\ntools: ["Re$0ad", Edit]\n---\nHi',
    [
      'Read',
      '"Read"',
      '["Read", Edit]',
      'tools: ["Read", Edit]',
      '---\ntools: ["Read", Edit]\n---',
      '---\ntools: ["Read", Edit]\n---\n',
    ],
  ],
  [
    '---\nname: a\ntools:\n  - Re$0ad\n  - Edit\n---',
    ['Read', '- Read', '- Read\n  - Edit', 'tools:\n  - Read\n  - Edit', 'name: a\ntools:\n  - Read\n  - Edit'],
  ],
  [
    '---\nhooks:\n  Stop:\n    - matcher: x$0\n---',
    ['x', 'matcher: x', '- matcher: x', 'Stop:\n    - matcher: x', 'hooks:\n  Stop:\n    - matcher: x'],
  ],
  ['Two wo$0rds\nand more\n\nend', ['words', 'Two words', 'Two words\nand more']],
  [
    document`
      # A

      ## B
      x y$0

      ## C
      `,
    ['y', 'x y', '## B\nx y', '# A\n\n## B\nx y\n\n## C'],
  ],
  ['# A\n```sh\nca$0rgo run\nls\n```\nz', ['cargo', 'cargo run', 'cargo run\nls', '```sh\ncargo run\nls\n```']],
  ['<a>\nx y$0\n</a>\nz', ['y', 'x y', '<a>\nx y\n</a>']],
  ['See `Ba$0sh` now', ['Bash']],
];

describe('selectionAt', () => {
  for (const [marked, steps] of table) {
    it(`goes from word to file in ${JSON.stringify(marked)}`, () => {
      const expanded = texts(marked);
      assert.equal(expanded.at(-1), marked.replace('$0', ''));
      assert.deepEqual(expanded.slice(0, -1), steps);
    });
  }

  it('selects the blank lines after a section only from within them', () => {
    assert.ok(
      texts(document`
        # A
        x
        $0

        # B
        `).includes('# A\nx\n\n\n'),
    );
    assert.ok(
      !texts(document`
        # A
        x$0


        # B
        `).includes('# A\nx\n\n\n'),
    );
  });

  it('does not cut an emoji in half', () => {
    assert.equal(texts('a 🚀🚀$0 b')[0], '🚀🚀');
  });

  it('answers in an empty file', () => {
    const start = { line: 0, character: 0 };
    assert.deepEqual(selectionAt(agent(''), 0), { range: { start, end: start } });
  });
});

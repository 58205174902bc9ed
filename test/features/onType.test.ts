/** Formatting on type: Enter and `>`. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentOf } from '../../server/core/agent/agent';
import { onTypeAt } from '../../server/core/features/onType';
import { document } from '../../server/core/text/document';
import { applyEdits } from '../../server/core/text/edits';
import { offsetAt } from '../../server/core/text/source';
import { atCursor, format } from '../agent';

function typed(marked: string, character: string): string {
  const { file, text, offset } = atCursor(marked);
  const edits = onTypeAt(agentOf(file, format), offset, character).map(({ range, newText }) => ({
    span: { start: offsetAt(file.source, range.start), end: offsetAt(file.source, range.end) },
    newText,
  }));
  return applyEdits(text, edits);
}

/** [the text after the key, the text after our edits]; equal when there are none. */
const enter: readonly (readonly [string, string, string])[] = [
  ['goes on with the list', '- [ ] a\n$0', '- [ ] a\n- [ ] '],
  ['goes on with an open box below a done one', '  * [x] a\n$0\n', '  * [x] a\n  * [ ] \n'],
  ['takes the indentation that the editor has written', '  - [ ] a\n  $0', '  - [ ] a\n  - [ ] '],
  ['counts on', '9. [ ] a\n$0', '9. [ ] a\n10. [ ] '],
  ['stays in a quote', '> - [ ] a\n$0', '> - [ ] a\n> - [ ] '],
  ['takes the rest of the line along', '- [ ] a\n$0b c', '- [ ] a\n- [ ] b c'],
  ['adds the box to a bullet of the editor', '- [ ] a\n- $0', '- [ ] a\n- [ ] '],
  ['leaves a complete item of the editor', '- [ ] a\n- [ ] $0', '- [ ] a\n- [ ] '],
  ['ends the list at an empty item', '- [ ] a\n- [ ] \n$0', '- [ ] a\n'],
  ['ends the list in the middle of a text', '- [ ] a\n- [ ]\n$0\nb', '- [ ] a\n\nb'],
  ['uses the line ends of the file', '- [ ] a\r\n$0\r\n', '- [ ] a\r\n- [ ] \r\n'],
  ['leaves other lists', '- a\n$0', '- a\n'],
  ['leaves fences', '```\n- [ ] a\n$0\n```', '```\n- [ ] a\n\n```'],
  [
    'leaves the frontmatter',
    document`
      ---
      x:
      - [ ]
      $0
      ---
      `,
    document`
      ---
      x:
      - [ ]

      ---
      `,
  ],
  ['leaves the first line', '$0', ''],
];

/** The same for lists of the frontmatter, whose dashes are left out. */
const enterInFields: readonly (readonly [string, string, string])[] = [
  ['goes on with a list', 'tools:\n  - Read\n  $0', 'tools:\n  - Read\n  - '],
  ['goes on between items', 'tools:\n- Read\n$0\n- Edit', 'tools:\n- Read\n- \n- Edit'],
  ['keeps the distance after the dash', 'tools:\n  -   Read\n$0\nmodel: a', 'tools:\n  -   Read\n  -   \nmodel: a'],
  ['goes on after a comment', 'tools:\n  - Read # x\n  $0', 'tools:\n  - Read # x\n  - '],
  ['goes on after quotes', 'tools:\n  - "Read"\n  $0', 'tools:\n  - "Read"\n  - '],
  ['leaves the rest of a quoted name', 'tools:\n  - "Re\n  $0ad"', 'tools:\n  - "Re\n  ad"'],
  ['makes room above an item', 'tools:\n  -\n    $0Read', 'tools:\n  -\n  - Read'],
  ['ends the list at an empty item', 'tools:\n  - Read\n  - \n  $0\nmodel: a', 'tools:\n  - Read\n\nmodel: a'],
  ['leaves a dash of the editor', 'tools:\n  - Read\n  - $0', 'tools:\n  - Read\n  - '],
  ['goes on in a list below another key', 'x:\n  y:\n    - a\n    $0', 'x:\n  y:\n    - a\n    - '],
  ['leaves a list of maps', 'hooks:\n  x:\n    - matcher: a\n      $0', 'hooks:\n  x:\n    - matcher: a\n      '],
  ['leaves a text with a dash', 'description: |\n  - Read\n  $0', 'description: |\n  - Read\n  '],
  ['leaves a list in brackets', 'tools: [\n  Read,\n  $0\n]', 'tools: [\n  Read,\n  \n]'],
  ['leaves a map', 'tools: Read\n$0', 'tools: Read\n'],
];

const greater: readonly (readonly [string, string, string])[] = [
  ['closes a tag', '<example>$0\nx\n', '<example>\n</example>\nx\n'],
  ['closes a tag at the end', '<example>$0', '<example>\n</example>'],
  ['closes a tag with attributes, at its column', '  <a b="c">$0\n', '  <a b="c">\n  </a>\n'],
  ['closes the inner of two', '<a>\n<a>$0\n</a>\n', '<a>\n<a>\n</a>\n</a>\n'],
  ['leaves a tag that is closed', '<a>$0\n</a>\n', '<a>\n</a>\n'],
  ['leaves a tag that closes on its line', '<a>b</a>$0\n', '<a>b</a>\n'],
  ['leaves a closing tag', '</a>$0\n', '</a>\n'],
  ['leaves a tag without a second half', '<br>$0\n', '<br>\n'],
  ['leaves a tag that closes itself', '<a/>$0\n', '<a/>\n'],
  ['leaves a tag with text after it', '<a>$0 b\n', '<a> b\n'],
  ['leaves a tag with text before it', 'x <a>$0\n', 'x <a>\n'],
  ['leaves fences', '```\n<a>$0\n```\n', '```\n<a>\n```\n'],
];

describe('Enter', () => {
  for (const [what, before, after] of enter) it(what, () => assert.equal(typed(before, '\n'), after));
});

describe('Enter in the frontmatter', () => {
  const around = (fields: string): string => `---\n${fields}\n---\n`;
  for (const [what, before, after] of enterInFields)
    it(what, () => assert.equal(typed(around(before), '\n'), around(after)));

  it('goes on in frontmatter that is not closed yet', () =>
    assert.equal(typed('---\ntools:\n  - Read\n  $0', '\n'), '---\ntools:\n  - Read\n  - '));

  it('uses the line ends of the file', () =>
    assert.equal(typed('---\r\ntools:\r\n- a\r\n$0\r\n---\r\n', '\n'), '---\r\ntools:\r\n- a\r\n- \r\n---\r\n'));
});

describe('>', () => {
  for (const [what, before, after] of greater) it(what, () => assert.equal(typed(before, '>'), after));
});

it('does nothing for other characters', () => assert.equal(typed('- [ ] a\n$0', 'x'), '- [ ] a\n'));

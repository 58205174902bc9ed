/** Where a snippet goes in Markdown that no host reads. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeFor } from '../../client/src/commands/place';
import { readMarks } from '../marks';

/** The text after `X` has been inserted at the mark, as an editor does it. */
function inserted(marked: string): string {
  const { text, cursor = 0 } = readMarks(marked);
  const lines = text.split('\n');
  const { line, from, to, before, after } = placeFor(lines, text.slice(0, cursor).split('\n').length - 1);
  const old = lines[line] ?? '';
  lines[line] = `${old.slice(0, from)}${before}X\n${after}${old.slice(to)}`;
  return lines.join('\n');
}

const table: readonly (readonly [title: string, before: string, after: string])[] = [
  ['is put into an empty text', '$0', 'X\n'],
  ['is put below a line of text', 'a$0\nb', 'a\n\nX\n\nb'],
  ['takes a blank line', 'a\n$0\nb', 'a\n\nX\n\nb'],
  ['is put below the frontmatter', '---\nname: $0a\n---\n\nb', '---\nname: a\n---\n\nX\n\nb'],
  ['is put below a code block', 'a\n\n```js\nx$0\n```\n\nb', 'a\n\n```js\nx\n```\n\nX\n\nb'],
  [
    'is put below a code block with another one in it',
    '````\n```\nx$0\n```\n````\nb',
    '````\n```\nx\n```\n````\n\nX\n\nb',
  ],
  ['leaves a code block above', '```\na\n```\nb$0', '```\na\n```\nb\n\nX\n'],
  ['stays in a code block that is not closed', '```\na$0\nb', '```\na\n\nX\n\nb'],
  ['is put below a list', '- a$0\n- b\n  c\n\nd', '- a\n- b\n  c\n\nX\n\nd'],
  ['is put below a list with blank lines', '1. a\n$0\n2. b\n\nd', '1. a\n\n2. b\n\nX\n\nd'],
  ['is put below a list at the end', '- a$0\n- b', '- a\n- b\n\nX\n'],
  ['leaves a list above', '- a\n\nb$0\nc', '- a\n\nb\n\nX\n\nc'],
  ['leaves a list below', 'b$0\n\n- a', 'b\n\nX\n\n- a'],
];

describe('a snippet without a host', () => {
  for (const [title, before, after] of table) it(title, () => assert.equal(inserted(before), after));
});

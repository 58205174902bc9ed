/** Adding a tool to a list keeps the list's own spelling, and the result is read with the new item at its end. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addItem } from '../../server/core/syntax/lists/addItem';
import { listItems } from '../../server/core/syntax/lists/items';
import { document } from '../../server/core/text/document';
import { applyEdits } from '../../server/core/text/edits';
import { fileOf } from '../agent';

const frontMatterOf = (list: string): string => document`
  ---
  name: a
  ${list}
  model: opus
  ---
  Hi
  `;

function added(list: string): { readonly text: string; readonly items: readonly string[] } | undefined {
  const file = fileOf(frontMatterOf(list));
  const entry = file.frontMatter?.entries.find(({ key }) => key === 'tools');
  assert.ok(entry !== undefined);
  const edit = addItem(file.source.text, entry, 'Grep', 'commas and spaces');
  if (edit === undefined) return undefined;
  const text = applyEdits(file.source.text, [edit]);
  const after = fileOf(text);
  assert.deepEqual(after.problems, []);
  assert.equal(after.frontMatter?.entries.length, 3);
  const value = after.frontMatter?.entries.find(({ key }) => key === 'tools')?.value;
  return {
    text,
    items: value === undefined ? [] : listItems(text, value, 'commas and spaces').map((item) => item.text),
  };
}

const cases: readonly (readonly [string, string])[] = [
  ['tools: Read', 'tools: Read, Grep'],
  ['tools: Read, Edit # both', 'tools: Read, Edit, Grep # both'],
  ['tools: Read,Edit', 'tools: Read,Edit,Grep'],
  ['tools: Read Edit', 'tools: Read Edit Grep'],
  ['tools: Read, Edit,', 'tools: Read, Edit, Grep,'],
  ['tools: "Read, Bash(git:*, npm:*)"', 'tools: "Read, Bash(git:*, npm:*), Grep"'],
  ["tools: 'Read'", "tools: 'Read, Grep'"],
  ['tools: >\n  Read,\n  Edit', 'tools: >\n  Read,\n  Edit, Grep'],
  ['tools: [Read]', 'tools: [Read, Grep]'],
  ['tools: ["Read","Edit"]', 'tools: ["Read","Edit","Grep"]'],
  ['tools: [\n  Read,\n  Edit,\n]', 'tools: [\n  Read,\n  Edit,\n  Grep,\n]'],
  ['tools:\n  - Read', 'tools:\n  - Read\n  - Grep'],
  ["tools:\n- 'Read' # first\n- 'Edit' # then", "tools:\n- 'Read' # first\n- 'Edit' # then\n- 'Grep'"],
];

describe('addItem', () => {
  for (const [before, after] of cases) {
    it(`writes ${JSON.stringify(after)}`, () => {
      const result = added(before);
      assert.equal(result?.text, frontMatterOf(after));
      assert.equal(result.items.at(-1), 'Grep');
      assert.ok(result.items.length >= 2);
    });
  }

  it('keeps the line ends of the file', () => {
    const text = frontMatterOf('tools:\n  - Read').replaceAll('\n', '\r\n');
    const file = fileOf(text);
    const entry = file.frontMatter?.entries.find(({ key }) => key === 'tools');
    const edit = entry && addItem(text, entry, 'Grep', 'commas and spaces');
    assert.equal(edit?.newText, '\r\n  - Grep');
  });

  it('adds nothing to an empty list, a mapping or an empty value', () => {
    for (const list of ['tools: []', 'tools: {}', 'tools:', 'tools: ""']) assert.equal(added(list), undefined);
  });
});

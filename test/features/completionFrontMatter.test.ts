/** Completion in frontmatter that is about to be written: dashes, first letters, no end yet. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { accept, labels } from './completions';

describe('completion in frontmatter that is not closed', () => {
  it('works in unclosed and in empty frontmatter', () => {
    assert.ok(labels('---\nname: a\n$0').includes('tools'));
    assert.ok(labels('---\n$0').includes('name'));
  });

  const begun: readonly (readonly [what: string, marked: string, accepted: string])[] = [
    ['on its first line', '---\nn$0', '---\nname: '],
    ['before the body', '---\nn$0\n\n# Role\n', '---\nname: \n\n# Role\n'],
    ['after a blank line', '---\n\nn$0\n', '---\n\nname: \n'],
    ['after a field', '---\ndescription: b\nna$0\nYou are it.\n', '---\ndescription: b\nname: \nYou are it.\n'],
    ['after a block scalar', '---\ndescription: |\n  b\nna$0', '---\ndescription: |\n  b\nname: '],
    ['with CRLF', '---\r\nn$0\r\n', '---\r\nname: \r\n'],
  ];
  for (const [what, marked, accepted] of begun) {
    it(`offers keys for the first letters of a key in unclosed frontmatter, ${what}`, () => {
      assert.equal(accept(marked, 'name'), accepted);
    });
  }

  it('offers no keys for a sentence after unclosed frontmatter, nor for dashes that close it', () => {
    for (const marked of ['---\nname: a\nYou are$0', '---\nname: a\n--$0', '---\nname: a\n# Zoo\nn$0', '---js$0'])
      assert.deepEqual(labels(marked), [], marked);
  });

  for (const marked of ['$0', '-$0', '--$0', '---$0', '---$0\n', '$0---\n', '\ufeff---$0']) {
    it(`offers frontmatter in a file without fields, in place of the dashes: ${JSON.stringify(marked)}`, () => {
      const accepted = accept(marked, '--- agent frontmatter');
      assert.match(accepted, /^\ufeff?---\nname: .+\ndescription: .+\n---\n\n\n?$/);
    });
  }

  it('offers no second frontmatter on the dashes of one that has fields', () => {
    assert.deepEqual(labels('---$0\nname: a\n---\n'), []);
    assert.deepEqual(labels('---$0\nname: a\n'), []);
  });
});

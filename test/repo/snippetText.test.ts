/** The generator writes snippets that expand to the lines they were made of. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { snippetText } from '../../server/core/text/snippet';
import { choice, snippet } from '../../server/node/generate/snippetText';
import { expandSnippet } from '../snippetExpand';

const bodyOf = (...lines: readonly string[]): string => snippet('x', 'x', lines).body.join('\n');

describe('the text of a snippet', () => {
  it('numbers the placeholders in order and ends with the cursor', () => {
    const { text, tabstops } = expandSnippet(bodyOf('- ‹one›: ‹two›', '‹three›'));
    assert.equal(text, '- one: two\nthree\n');
    assert.deepEqual(tabstops, [1, 2, 3, 0]);
  });

  it('uses the same tab stop for equal placeholders', () => {
    const { text } = expandSnippet(bodyOf('‹name› ‹other›', 'again: ‹name›'), { typed: new Map([[1, 'typed']]) });
    assert.equal(text, 'typed other\nagain: typed\n');
  });

  it('offers values with commas and bars unchanged', () => {
    const values = ['Read, Edit', 'a|b', 'c\\d'];
    assert.deepEqual(expandSnippet(bodyOf(choice(values))).choices.get(1), values);
  });

  it('keeps braces, dollars and backslashes of literal text', () => {
    const words = 'a {b} $c } \\e';
    assert.equal(expandSnippet(bodyOf(`‹${snippetText(words)}›`)).text, `${words}\n`);
  });
});

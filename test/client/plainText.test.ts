/** Texts that VS Code shows without code and with links. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { plainText } from '../../client/src/plainText';

describe('plainText', () => {
  it('puts names in quotation marks', () => {
    assert.equal(plainText('`a-b` is taken: `x` has it.'), '“a-b” is taken: “x” has it.');
  });

  it('leaves nothing that is read as a link', () => {
    assert.equal(plainText('`[x](command:y)` and [z](https://a.b)'), '“[x] (command:y)” and [z] (https://a.b)');
  });
});

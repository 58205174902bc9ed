/** Most frontmatter of real files is read without a YAML parser, and exactly as the parser reads it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPlain } from '../syntax/plain';
import { absent, realFiles } from './realFiles';

describe('the frontmatter of real files', { skip: absent }, () => {
  it('is mostly plain, and then means the same to the parser', () => {
    const contents = realFiles.flatMap(({ text, file }) =>
      file.frontMatter === undefined ? [] : [{ text, content: file.frontMatter.content }],
    );
    const plain = contents.filter(({ text, content }) => isPlain(text, content.start, content.end));
    assert.ok(plain.length > 1_300, `${plain.length} of ${contents.length} are plain`);
  });
});

/** A text that was edited is read as if it had always been there: what is taken over from the version before is never stale. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parse } from '../../server/core/syntax/parse';
import { runs } from '../seed';
import { markdownish } from './bodyTexts';

/** Replaces some characters at a place, which is a fraction of what is possible. Doubles would nearly all be next to 0. */
const edit = fc.record({
  at: fc.nat(1_000).map((part) => part / 1_000),
  removed: fc.oneof({ weight: 4, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.nat(60) }),
  added: fc.oneof({ weight: 2, arbitrary: markdownish(2) }, { weight: 1, arbitrary: markdownish(12) }),
});

const edited = (text: string, { at, removed, added }: { at: number; removed: number; added: string }): string => {
  const start = Math.round(at * text.length);
  return text.slice(0, start) + added + text.slice(start + removed);
};

const header = fc.constantFrom(
  '',
  '---\nname: a\n---\n',
  '---\r\nname: a\r\n---\r\n',
  '---\rname: a\r---\r',
  '\ufeff---\nname: a\n---\n',
  '---\nname: [a\ntools: b\n---\n',
  '---js\nname: a\n---\n',
  '---\nname: a\ntools:\n  - b\n',
);

test('a text after some edits is read like a new one', () => {
  let takenOver = 0;
  let keptFrontMatter = 0;
  fc.assert(
    fc.property(header, markdownish(60), fc.array(edit, { minLength: 1, maxLength: 4 }), (head, body, edits) => {
      let text = head + body;
      let file = parse(text);
      for (const one of edits) {
        text = edited(text, one);
        const before = new Set(file.body.blocks);
        const { frontMatter } = file;
        file = parse(text, undefined, file);
        takenOver += file.body.blocks.filter((block) => before.has(block)).length;
        if (frontMatter !== undefined && file.frontMatter === frontMatter) keptFrontMatter++;
        // How it came about is not a part of the result.
        assert.deepEqual({ ...file, source: { ...file.source, changed: undefined } }, parse(text));
      }
    }),
    runs(1_000),
  );
  assert.ok(takenOver > 1_000, 'blocks before an edit are taken over');
  assert.ok(keptFrontMatter > 500, 'frontmatter before an edit is taken over');
});

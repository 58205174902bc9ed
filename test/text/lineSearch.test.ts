/** What is found in the lines of a text stays right when the text is edited, and lines that have not changed are not searched again. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { changeBetween } from '../../server/core/text/change';
import { searchOf } from '../../server/core/text/lineSearch';
import { changedSource, type Source, sourceOf } from '../../server/core/text/source';
import { runs } from '../seed';

interface Word {
  readonly at: number;
  readonly word: string;
}

/** A search for words, and how many UTF-16 code units it has looked at. */
function counting(): { readonly wordsIn: (source: Source) => readonly Word[]; readonly seen: () => number } {
  let seen = 0;
  const wordsIn = searchOf<Word>({
    find: (text, start, end) => {
      seen += end - start;
      return [...text.slice(start, end).matchAll(/\w+/g)].map(({ 0: word, index }) => ({ at: start + index, word }));
    },
    startOf: ({ at }) => at,
    moved: ({ at, word }, by) => ({ at: at + by, word }),
  });
  return { wordsIn, seen: () => seen };
}

const edited = (source: Source, text: string): Source => changedSource(source, text, changeBetween(source.text, text));

describe('a search line by line', () => {
  it('finds after some edits what a search of the whole text finds', () => {
    const part = fc.constantFrom('a', 'bc', ' ', '\n', '\r', '\r\n', '\n\n');
    const text = fc.array(part, { maxLength: 60 }).map((parts) => parts.join(''));
    const edit = fc.record({ at: fc.nat(60), removed: fc.nat(5), added: text, isSearched: fc.boolean() });
    let kept = 0;
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 5 }), (first, edits) => {
        const { wordsIn } = counting();
        let source = sourceOf(first);
        let before = new Set(wordsIn(source));
        for (const { at, removed, added, isSearched } of edits) {
          source = edited(source, source.text.slice(0, at) + added + source.text.slice(at + removed));
          // Some versions are never searched.
          if (!isSearched) continue;
          const found = wordsIn(source);
          assert.deepEqual(found, counting().wordsIn(sourceOf(source.text)));
          kept += found.filter((one) => before.has(one)).length;
          before = new Set(found);
        }
      }),
      runs(1_000),
    );
    assert.ok(kept > 500, 'what is before an edit is taken over');
  });

  it('searches only the lines that an edit touches', () => {
    const { wordsIn, seen } = counting();
    const lines = Array.from({ length: 1_000 }, (_, i) => `line ${i}`);
    const source = sourceOf(lines.join('\n'));
    wordsIn(source);
    const before = seen();
    wordsIn(edited(source, lines.with(500, 'line 500 is longer').join('\n')));
    assert.equal(seen() - before, 'line 500 is longer'.length);
  });

  it('searches a text once', () => {
    const { wordsIn, seen } = counting();
    const source = sourceOf('a b');
    assert.equal(wordsIn(source), wordsIn(source));
    assert.equal(seen(), 3);
  });
});

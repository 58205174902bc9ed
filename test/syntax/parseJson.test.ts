/** JSON files: exact places, and the same verdict on any text as the language's own parser. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseJson } from '../../server/core/syntax/json/parseJson';
import { isRecord } from '../../server/core/text/records';

const isObject = (text: string): boolean => {
  try {
    return isRecord(JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text));
  } catch {
    return false;
  }
};

const piece = fc.constantFrom(
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"a"',
  '1',
  '01',
  '-',
  'true',
  'nul',
  '//',
  '/*',
  ' ',
  '\n',
  '\\',
  '"',
  '\uFEFF',
);

describe('a JSON file', () => {
  it('has a problem exactly when it is not a JSON object', () => {
    const texts = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.json().map((json) => `{"a":${json}}`),
      fc.string(),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const { problems, frontMatter } = parseJson(text);
        assert.equal(problems.length === 0, isObject(text));
        assert.equal(frontMatter !== undefined || problems.length > 0, true);
        for (const { span } of problems)
          assert.ok(span.start >= 0 && span.end <= text.length && span.start <= span.end);
      }),
      { numRuns: 3_000, seed: 1 },
    );
  });

  it('has keys without their quotes, and values with them', () => {
    const text = '{ "a": "b", "c": [1, { "d": null }] }';
    const [a, c] = parseJson(text).frontMatter?.entries ?? [];
    assert.equal(a && text.slice(a.keySpan.start, a.keySpan.end), 'a');
    assert.equal(a && text.slice(a.value.span.start, a.value.span.end), '"b"');
    assert.equal(c && text.slice(c.span.start, c.span.end), '"c": [1, { "d": null }]');
  });

  it('is read up to a bound of depth', () => {
    const [problem] = parseJson('['.repeat(100_000)).problems;
    assert.equal(problem?.code, 'limit');
  });
});

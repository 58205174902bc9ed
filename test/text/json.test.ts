/** Reading JSON of unknown origin: the same values as `JSON.parse`, bounded, with errors that quote nothing. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { MAX_JSON_DEPTH, readJson } from '../../server/core/text/json';
import { runs } from '../seed';

const message = (text: string): string => {
  const read = readJson(text);
  return read.kind === 'error' ? read.message : assert.fail('it was read');
};

describe('reading JSON', () => {
  const wrong: readonly (readonly [string, string])[] = [
    ['', ': it ends too early'],
    ['  {"a": [1, ', ': it ends too early'],
    ['{"a": "b', ' at line 1, character 7'],
    ['root:x:0:0', ' at line 1, character 1'],
    ['{\n  "a": 1,\r\n  "b": tru\n}', ' at line 3, character 8'],
    ['{"a": 1,}', ' at line 1, character 9'],
    ['{a: 1}', ' at line 1, character 2'],
    ["{'a': 1}", ' at line 1, character 2'],
    ['[1 2]', ' at line 1, character 4'],
    ['[1}', ' at line 1, character 3'],
    ['{"a" 1}', ' at line 1, character 6'],
    ['01', ' at line 1, character 2'],
    ['"\u0007"', ' at line 1, character 1'],
    ['{} // a', ' at line 1, character 4'],
    ['\uFEFF\uFEFF{}', ' at line 1, character 1'],
  ];
  for (const [text, where] of wrong) {
    it(`says where ${JSON.stringify(text)} is wrong`, () => assert.equal(message(text), `is not valid JSON${where}`));
  }

  it('ignores one byte order mark', () => assert.deepEqual(readJson('\uFEFF[1]'), { kind: 'value', value: [1] }));

  it('refuses data that nests too deep, and counts no brackets in strings', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const nested = (depth: number): string => `${open.repeat(depth)}1${close.repeat(depth)}`;
      assert.equal(readJson(nested(MAX_JSON_DEPTH)).kind, 'value');
      for (const text of [nested(MAX_JSON_DEPTH + 1), nested(1_000_000), open.repeat(1_000_000)])
        assert.equal(message(text), 'nests deeper than 64 levels');
    }
    assert.equal(readJson(JSON.stringify(`"\\${'['.repeat(1_000)}`)).kind, 'value');
  });

  it('reads what `JSON.parse` reads, and finds the fault in everything else', () => {
    const valid = fc.json({ maxDepth: 5 });
    const spoiled = fc
      .tuple(
        valid,
        fc.nat(),
        fc.constantFrom('', ',', ':', '"', '\\', '{', ']', '1', 'e', '-', ' ', '\u0000', 'true', '\\u12'),
      )
      .map(
        ([text, at, what]) => text.slice(0, at % (text.length + 1)) + what + text.slice((at % (text.length + 1)) + 1),
      );
    fc.assert(
      fc.property(fc.oneof(valid, spoiled), (text) => {
        const read = readJson(text);
        let expected: unknown;
        try {
          expected = JSON.parse(text);
        } catch {
          assert.match(
            read.kind === 'error' ? read.message : '',
            /^is not valid JSON(?:: it ends too early| at line \d+, character \d+)$/,
          );
          return;
        }
        assert.deepEqual(read, { kind: 'value', value: expected });
      }),
      runs(5_000),
    );
  });
});

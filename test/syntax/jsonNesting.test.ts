/** Where a cursor is in JSON, finished or half-typed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nestedInJson } from '../../server/core/syntax/cursor/jsonNesting';
import { textAt } from '../../server/core/text/span';
import { readMarks } from '../marks';

/** `path at key <replaced> siblings`, with `+` where a comma is missing before and `,` where one is needed after. */
function place(marked: string): string {
  const { text, cursor = 0 } = readMarks(marked);
  const found = nestedInJson(text, { start: 0, end: text.length }, cursor);
  if (found === undefined) return 'nowhere';
  const { path, at, key = '-', span, siblings, lacksComma, isFollowed } = found;
  const before = lacksComma === undefined ? '' : '+';
  return `/${path.join('/')} ${before}${at} ${key} <${textAt(text, span)}> ${siblings.join(' ')}${isFollowed ? ' ,' : ''}`;
}

const table: readonly (readonly [string, string])[] = [
  ['$0', 'nowhere'],
  ['$0{}', 'nowhere'],
  ['{}$0', 'nowhere'],
  ['{$0}', '/ key - <> '],
  ['{ $0', '/ key - <> '],
  ['{ "a$0": 1 }', '/ key a <"a"> '],
  ['{ $0"a": 1 }', '/ key a <"a"> '],
  ['{ "a"$0: 1 }', '/ key a <"a"> '],
  ['{ "a" $0 : 1 }', 'nowhere'],
  ['{ "a": $0', '/ value a <> a'],
  ['{ "a": "x$0y", "b": 1 }', '/ value a <"xy"> a b ,'],
  ['{ "a": tru$0e }', '/ value a <true> a'],
  ['{ "a": 1, $0 }', '/ key - <> a'],
  ['{ "a": 1,\n $0\n "b": 2 }', '/ key - <> a b ,'],
  ['{ "a": 1\n $0\n "b": 2 }', '/ +key - <> a b ,'],
  ['{ "a": 1, "b$0\n "c": 2 }', '/ key b <"b> a c ,'],
  ['{ "a": 1, b$0 }', '/ key b <b> a'],
  ['{ "a": { "b": [1, 2] }, $0 }', '/ key - <> a'],
  ['{ "a": { "b": [1, 2] $0 }, "c": 1 }', '/a +key - <> b'],
  ['{ "a": [{ "b": 1, $0 }], "c": 2 }', '/a/- key - <> b'],
  ['{ "a": [$0] }', 'nowhere'],
  ['{ "a": ["x$0"] }', '/a value - <"x"> '],
  ['[{ "a$0" }]', '/- key a <"a"> '],
  ['{ "a\\"$0b": 1 }', '/ key a\\"b <"a\\"b"> '],
  ['{ "a{": "}", $0 }', '/ key - <> a{'],
  ['} ] { $0 }', '/ key - <> '],
  ['{ "a": 1 } { $0', '/ key - <> '],
];

for (const [marked, expected] of table) {
  test(`JSON: ${JSON.stringify(marked)}`, () => assert.equal(place(marked), expected));
}

test('JSON: nothing outside the bounds counts', () => {
  const text = '{ "a": { "b": 1,  } }';
  const found = nestedInJson(text, { start: 7, end: 19 }, 17);
  assert.deepEqual([found?.path, found?.siblings], [[], ['b']]);
});

test('JSON: deep and long texts take linear time', () => {
  for (const text of ['['.repeat(200_000), '{"a":'.repeat(100_000), '"a",'.repeat(100_000), '{"a'.repeat(100_000)]) {
    const started = process.cpuUsage().user;
    nestedInJson(text, { start: 0, end: text.length }, text.length);
    nestedInJson(text, { start: 0, end: text.length }, text.length >> 1);
    // Microseconds; quadratic work takes minutes.
    assert.ok(process.cpuUsage().user - started < 2_000_000, text.slice(0, 10));
  }
});

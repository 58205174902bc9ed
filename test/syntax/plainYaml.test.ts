/** Plain YAML is read without a parser, and exactly as the parser reads it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../seed';
import { isPlain } from './plain';

const breaks = ['\n', '\n', '\n  ', '\n  ', '\n    ', '\n\n', '\r\n', '\n- ', '\n  - ', '\n# c\n', '\n  # c', '\n  \n'];
const keys = ['a: ', 'key: ', 'b-c:', 'k:\n  ', 'true: ', 'null: ', 'a :', 'a:b', '? ', '- ', '- a: '];
const values = [
  'w',
  'word word',
  '"q"',
  "'s'",
  '"a # b"',
  "'it''s'",
  '"\\n"',
  '[a, b]',
  '[]',
  '[a,]',
  '["x", y]',
  '{a: b}',
  'Read, Grep(x:*)',
  'x: y',
  'http://x',
  'a#b',
];
const scalars = ['12', '1.5', '-1', '+1', '0x1', '1e3', '~', 'null', 'True', 'false', 'no', '.5', '...', '---', '---x'];
const marks = [
  ' ',
  ' # x',
  '#',
  '|',
  '>',
  '&a',
  '*a',
  '!t',
  '@',
  '%',
  '`',
  '\t',
  '\\',
  '"',
  "'",
  ',',
  ':',
  '\ufeff',
  '\0',
  'é',
];

const yaml = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...breaks) },
      { weight: 6, arbitrary: fc.constantFrom(...keys) },
      { weight: 5, arbitrary: fc.constantFrom(...values) },
      { weight: 2, arbitrary: fc.constantFrom(...scalars) },
      { weight: 1, arbitrary: fc.constantFrom(...marks) },
    ),
    { maxLength: 14, size: 'max' },
  )
  .map((pieces) => pieces.join(''));

test('any text that is read without the parser means the same to it', () => {
  let plain = 0;
  fc.assert(
    fc.property(yaml, fc.boolean(), (inner, hasKey) => {
      const text = `..${hasKey ? 'first:' : ''}${inner}`;
      if (isPlain(text, 2, text.length)) plain++;
    }),
    runs(20_000),
  );
  assert.ok(plain > 300, `${plain} texts were plain`);
});

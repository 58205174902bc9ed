/** The small YAML reader of VS Code: what it makes of frontmatter, right or wrong. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readAgent } from '../../server/core/agent/agent';
import { formatById } from '../../server/core/hosts/index';
import type { Reading } from '../../server/core/hosts/reading';
import type { Value } from '../../server/core/syntax/tree';

const format = formatById('vscode');
assert.ok(format !== undefined);

const readingOf = (yaml: string): Reading => readAgent(`---\n${yaml}\n---\nHi\n`, format).reading();

function plain(value: Value): unknown {
  switch (value.kind) {
    case 'scalar':
      return value.text;
    case 'sequence':
      return value.items.map((item) => plain(item.value));
    case 'mapping':
      return Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]));
    default:
      return null;
  }
}

/** Frontmatter, its pairs, and what is not read. */
const table: readonly (readonly [string, readonly (readonly [string, unknown])[], string?])[] = [
  [
    'name: 12\nx: true',
    [
      ['name', '12'],
      ['x', 'true'],
    ],
  ],
  ['name : a', [['name', 'a']]],
  [
    '"na me": a\n\'b\': c',
    [
      ['na me', 'a'],
      ['b', 'c'],
    ],
  ],
  [
    'name: &n a\nx: *n',
    [
      ['name', '&n a'],
      ['x', '*n'],
    ],
  ],
  ['name: a: b: c # d', [['name', 'a: b: c']]],
  ['name: a#b', [['name', 'a#b']]],
  ["name: 'it''s'", [['name', "it's"]]],
  ['name: "a\\tb\\u0041\\q"', [['name', 'a\tbA\\q']]],
  ['name: "a\n\n  b"', [['name', 'a\nb']]],
  ['name: "a" b\nx: c', [['name', 'a']], 'b\nx: c'],
  ['name: [a] b', [['name', ['a']]], 'b'],
  [
    'name: a\n  b\n\n  c\nx: d',
    [
      ['name', 'a b\nc'],
      ['x', 'd'],
    ],
  ],
  ['name: a\n  - b', [['name', 'a - b']]],
  ['name: a\nb', [['name', 'a']], 'b'],
  [
    'name: a\n  x: b',
    [
      ['name', 'a'],
      ['x', 'b'],
    ],
  ],
  [
    'name: |\n  a\n   b\n\nx: c',
    [
      ['name', 'a\n b\n'],
      ['x', 'c'],
    ],
  ],
  ['name: >-\n  a\n  b\n\n  c', [['name', 'a b\nc']]],
  [
    'name: |+\n  a\n\nx: b',
    [
      ['name', 'a\n\n'],
      ['x', 'b'],
    ],
  ],
  [
    'name:\nx: b',
    [
      ['name', null],
      ['x', 'b'],
    ],
  ],
  [
    'a:\n  - b\n  - c: d\n    e: f\n  -\ng: h',
    [
      ['a', ['b', { c: 'd', e: 'f' }, null]],
      ['g', 'h'],
    ],
  ],
  ['a:\n- b\n- - c', [['a', ['b', ['c']]]]],
  ['a: [b, "c", {d: e, f}, ]', [['a', ['b', 'c', { d: 'e', f: null }]]]],
  ['a: [b,\n  c\n  d]', [['a', ['b', 'c d']]]],
  ['a: {"b":c}', [['a', { b: 'c' }]]],
  [
    '{"a": "b", c: d}',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    '  a: b\n  c: d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a: b\n...\nc: d', [['a', 'b']], '...\nc: d'],
  ['%x\na: b', [['a', 'b']]],
  ['# only', []],
  ['a: "b\nc: d', [['a', 'b c: d ']], 'c: d'],
];

describe('frontmatter as VS Code reads it', () => {
  for (const [yaml, pairs, unread] of table) {
    it(JSON.stringify(yaml), () => {
      const reading = readingOf(yaml);
      assert.equal(reading.kind, 'read');
      if (reading.kind !== 'read') return;
      assert.deepEqual(
        reading.entries.map(({ key, value }) => [key, plain(value)]),
        pairs,
      );
      const rest = reading.unread;
      assert.equal(rest === undefined ? undefined : yaml.slice(rest.start - 4, rest.end - 4), unread);
    });
  }

  it('is no mapping where it is a list or a text', () => {
    for (const yaml of ['- a', 'just words', '[a]']) assert.equal(readingOf(yaml).kind, 'not-a-mapping', yaml);
  });

  it('has its values inside the text, for any text', () => {
    const parts = [
      'a',
      ': ',
      ':',
      '\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '#',
      '|',
      '>',
      '\t',
      '%',
      '...',
      '\r',
    ];
    const yaml = fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((some) => some.join(''));
    fc.assert(
      fc.property(yaml, (some) => {
        const reading = readingOf(some);
        if (reading.kind !== 'read') return;
        for (const { keySpan, value, span } of reading.entries) {
          assert.ok(span.start <= keySpan.start && keySpan.end <= span.end && value.span.end <= span.end, some);
          assert.ok(span.end <= reading.closer.start, some);
        }
      }),
      { seed: 3, numRuns: 2_000 },
    );
  });
});

/** One key of a configuration file is changed, and comments, order and layout stay. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { configurationEdit, parseConfiguration } from '../../server/core/index';
import { applyEdits } from '../../server/core/text/edits';

type Path = readonly (string | number)[];

function edited(text: string | null, path: Path, value: unknown): string | undefined {
  const edits = configurationEdit(text, path, value);
  return edits && applyEdits(text ?? '', edits);
}

const off = ['rules', 'heading-jump'];

const table: readonly (readonly [
  title: string,
  text: string | null,
  path: Path,
  value: unknown,
  after: string | undefined,
])[] = [
  ['a file that is not there', null, off, 'off', '{\n  "rules": {\n    "heading-jump": "off"\n  }\n}\n'],
  ['an empty file', '', ['allow', 'tools', -1], 'Deploy', '{\n  "allow": {\n    "tools": ["Deploy"]\n  }\n}\n'],
  ['comments alone', '// Ours.\n\n', ['maxFindings'], 5, '// Ours.\n{\n  "maxFindings": 5\n}\n'],
  ['an empty object', '{}', ['maxFindings'], 5, '{\n  "maxFindings": 5\n}'],
  ['an object with a comment', '{ // Ours.\n}\n', ['maxFindings'], 5, '{ // Ours.\n  "maxFindings": 5\n}\n'],
  ['a value that is there', '{ "maxFindings": 7 /* few */ }', ['maxFindings'], 5, '{ "maxFindings": 5 /* few */ }'],
  ['the same value', '{ "maxFindings": 5 }', ['maxFindings'], 5, '{ "maxFindings": 5 }'],
  ['one line', '{ "maxFindings": 5 }', off, 'off', '{ "maxFindings": 5, "rules": {\n  "heading-jump": "off"\n} }'],
  [
    'a comment after the last value',
    '{\n\t"maxFindings": 5 // few\n}\n',
    off,
    'off',
    '{\n\t"maxFindings": 5, // few\n\t"rules": {\n\t\t"heading-jump": "off"\n\t}\n}\n',
  ],
  [
    'a comma after the last value',
    '{\r\n    "rules": {\r\n        "name-file": "off", // why\r\n    },\r\n}\r\n',
    off,
    'off',
    '{\r\n    "rules": {\r\n        "name-file": "off", // why\r\n        "heading-jump": "off",\r\n    },\r\n}\r\n',
  ],
  [
    'a new item',
    '{ "allow": { "tools": ["A"] } }',
    ['allow', 'tools', -1],
    'B',
    '{ "allow": { "tools": ["A", "B"] } }',
  ],
  [
    'an item that is there',
    '{ "allow": { "tools": ["A"] } }',
    ['allow', 'tools', -1],
    'A',
    '{ "allow": { "tools": ["A"] } }',
  ],
  [
    'an item on a line of its own',
    '{ "ignore": [\n  "a", // first\n  "b" // second\n] }',
    ['ignore', -1],
    'c',
    '{ "ignore": [\n  "a", // first\n  "b", // second\n  "c"\n] }',
  ],
  ['a byte order mark', '\uFEFF{}', ['maxFindings'], 5, '\uFEFF{\n  "maxFindings": 5\n}'],
  [
    'a key twice: the last one counts',
    '{"maxFindings":1,"maxFindings":2}',
    ['maxFindings'],
    5,
    '{"maxFindings":1,"maxFindings":5}',
  ],
  [
    'removing a key',
    '{\n  "maxFindings": 5, // few\n  "hosts": []\n}',
    ['maxFindings'],
    undefined,
    '{\n  "hosts": []\n}',
  ],
  [
    'removing the last key',
    '{\n  "hosts": [], // none\n  "maxFindings": 5\n}',
    ['maxFindings'],
    undefined,
    '{\n  "hosts": [] // none\n}',
  ],
  ['removing the last item', '{"ignore":["a","b"]}', ['ignore', 1], undefined, '{"ignore":["a"]}'],
  ['removing the first item', '{"ignore":["a", "b"]}', ['ignore', 0], undefined, '{"ignore":["b"]}'],
  ['removing the only key', '{ "maxFindings": 5 }', ['maxFindings'], undefined, '{ }'],
  ['removing what is not there', '{}', off, undefined, '{}'],
  ['a broken text', '{ "rules": ', off, 'off', undefined],
  ['a list', '[]', off, 'off', undefined],
  ['a word in the way', '{ "rules": "all" }', off, 'off', undefined],
  ['null in the way', '{ "rules": null }', off, 'off', '{ "rules": {\n  "heading-jump": "off"\n} }'],
  ['nothing but null', 'null', ['maxFindings'], 5, '{\n  "maxFindings": 5\n}'],
  ['a deep text', '['.repeat(100_000), off, 'off', undefined],
];

describe('an edit of the configuration file', () => {
  for (const [title, text, path, value, after] of table)
    it(title, () => assert.equal(edited(text, path, value), after));

  it('sets what is asked, keeps the rest, and changes nothing the second time', () => {
    const keys = fc.constantFrom('rules', 'allow', 'tools', 'ignore', 'a"b', '__x');
    const value = fc.jsonValue({ maxDepth: 3, noUnicodeString: false });
    const layouts = fc.constantFrom(undefined, 2, '\t');
    fc.assert(
      fc.property(
        fc.dictionary(keys, value),
        layouts,
        fc.array(keys, { minLength: 1, maxLength: 3 }),
        value,
        (object, space, path, set) => {
          const text = JSON.stringify(object, undefined, space);
          const after = edited(text, path, set);
          if (after === undefined) return;
          const [first = ''] = path;
          const { [first]: changed, ...others } = JSON.parse(after);
          const { [first]: _, ...before } = JSON.parse(text);
          assert.deepEqual(others, before);
          assert.deepEqual(
            path.slice(1).reduce((inner, key) => inner[key], changed),
            JSON.parse(JSON.stringify(set)),
          );
          assert.deepEqual(configurationEdit(after, path, set), []);
          assert.deepEqual(Object.hasOwn(JSON.parse(edited(after, [first], undefined) ?? ''), first), false);
        },
      ),
    );
  });

  it('makes a text that is a configuration', () => {
    const text = edited(null, off, 'off') ?? '';
    assert.deepEqual(parseConfiguration(text).kind, 'settings');
  });
});

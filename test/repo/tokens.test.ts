/** The scanner that the invariants rest on: it knows code from comments, strings and patterns in every source we have. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { importsOf } from './imports';
import { readRepository, typescriptIn } from './sources';
import { codeOf, tokensOf } from './tokens';

const shown = (source: string): string =>
  tokensOf(source)
    .map(({ kind, text }) => `${kind}:${text}`)
    .join(' ');

describe('tokens', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['a / b / c', 'word:a mark:/ word:b mark:/ word:c'],
    ['x = /[/\'"]\\//g', 'word:x mark:= regexp:/[/\'"]\\//g'],
    ['return /a/.test(b)', 'word:return regexp:/a/ mark:. word:test mark:( word:b mark:)'],
    ['(a) / 2', 'mark:( word:a mark:) mark:/ number:2'],
    ['// let x = 1\ny', 'comment:// let x = 1 word:y'],
    ['/* a */ /** b */', 'comment:/* a */ comment:/** b */'],
    ["'it\\'s // no comment'", "string:'it\\'s // no comment'"],
    ['`a §{b} c`', 'template:`a §{ word:b template:} c`'],
    ['`§{`§{a}`}`', 'template:`§{ template:`§{ word:a template:}` template:}`'],
    ['`§{{ a: 1 }}`', 'template:`§{ mark:{ word:a mark:: number:1 mark:} template:}`'],
    ['#!/usr/bin/env node\na', 'word:a'],
  ];
  for (const [marked, expected] of cases) {
    // A section sign stands for the dollar of a hole, which the linter takes for a forgotten backtick.
    const source = marked.replaceAll('§', '$');
    it(`of ${source}`, () => assert.equal(shown(source), expected.replaceAll('§', '$')));
  }

  it('close every bracket in every source, which they would not if a string or pattern were misread', () => {
    const sources = typescriptIn(readRepository(), 'server', 'client', 'test');
    assert.ok(sources.length > 100);
    for (const [path, file] of sources) {
      assert.equal(file.tokens().at(-1)?.depth, 0, path);
      const marks = file.code().filter(({ kind }) => kind === 'mark');
      const count = (mark: string): number => marks.filter(({ text }) => text === mark).length;
      for (const [open = '', close = ''] of ['()', '[]', '{}'])
        assert.equal(count(open), count(close), `${path} ${open}`);
    }
  });
});

describe('imports', () => {
  const cases: readonly (readonly [string, readonly unknown[]])[] = [
    ["import a from 'x';", ['x']],
    ["import 'x';", ['x']],
    ["import * as a from 'x';", ['x']],
    ["import { b, type c, d as e } from 'x';", ['x', 'b', 'c', 'd']],
    ["import type { b } from 'x';", ['types', 'x', 'b']],
    ["export { b } from 'x';", ['x', 'b']],
    ["export * from 'x';", ['x']],
    ["const a = import('x');", ['x']],
    ["const a = require('x');", ['x']],
    ['const a = require(x);', [undefined]],
    ["const a = 'import b from';\nexport const c = 'x';", []],
    ["export type A = 'x';", []],
    ["export { a };\nconst b = 'x';", []],
    ["a.import('x'); // import 'y'", []],
  ];
  for (const [source, expected] of cases) {
    it(`of ${source}`, () => {
      const found = importsOf(codeOf(tokensOf(source)));
      assert.deepEqual(
        found.flatMap(({ from, names, onlyTypes }) => [...(onlyTypes ? ['types'] : []), from, ...names]),
        expected,
      );
    });
  }
});

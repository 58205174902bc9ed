/** The basis of the invariants: comments are distinguished from strings, and every kind of import is found. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isIdentifier } from 'typescript/unstable/ast';
import { readRepository, sourceFile, typescriptIn } from './sources';
import { isAtTopLevel, literalOf, namesIn, readsOf, shownText } from './sourceTree';

/** A section sign replaces the dollar of a substitution, which the linter would report as a forgotten backtick. */
const file = (marked: string) => sourceFile(marked.replaceAll('§', '$'));

describe('comments', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['// let x = 1\ny', ['// let x = 1']],
    ['/* a */ /** b\n */', ['/* a */', '/** b\n */']],
    ["'it\\'s // no comment'; // one", ['// one']],
    ['f(/* a */ "b" /* c */);', ['/* a */', '/* c */']],
    ['`a §{b /* c */} // d`', ['/* c */']],
    ['`§{`// §{a}`}` // b', ['// b']],
    ['x = /[/\'"]\\//g; // y', ['// y']],
    ['a / b / c // d', ['// d']],
    ['#!/usr/bin/env node\na', []],
    ['"ü😀" // ö', ['// ö']],
  ];
  for (const [source, expected] of cases) {
    it(`of ${source}`, () => {
      const { text, comments } = file(source);
      assert.deepEqual(
        comments().map((comment) => comment.text),
        expected,
      );
      for (const comment of comments()) assert.ok(text.startsWith(comment.text, comment.start));
    });
  }

  it('open every source', () => {
    const sources = typescriptIn(readRepository(), 'server', 'client', 'test');
    assert.ok(sources.length > 100);
    for (const [path, { comments }] of sources) assert.equal(comments()[0]?.start, 0, path);
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
    ["export type { b } from 'x';", ['types', 'x', 'b']],
    ["export * from 'x';", ['x']],
    ["const a = import('x');", ['x']],
    ["const a = require('x');", ['x']],
    ["import a = require('x');", ['x']],
    ["type A = import('x').B;", ['types', 'x', 'B']],
    ['const a = require(x);', [undefined]],
    ["const a = 'import b from';\nexport const c = 'x';", []],
    ["export type A = 'x';", []],
    ["export { a };\nconst b = 'x';", []],
    ["a.import('x'); // import 'y'", []],
  ];
  for (const [source, expected] of cases) {
    it(`of ${source}`, () => {
      const found = file(source).imports();
      assert.deepEqual(
        found.flatMap(({ from, names, onlyTypes }) => [...(onlyTypes ? ['types'] : []), from, ...names]),
        expected,
      );
    });
  }
});

describe('nodes', () => {
  it('have the texts of strings and of the pieces of templates', () => {
    const nodes = file('f(\'a\\n\', "b", `c`, `d§{e}f`);').nodes();
    assert.deepEqual(
      nodes.flatMap((node) => literalOf(node) ?? []),
      ['a\n', 'b', 'c'],
    );
    assert.deepEqual(
      nodes.flatMap((node) => shownText(node) ?? []),
      ['a\n', 'b', 'c', 'd', 'f'],
    );
  });

  it('are names, unless they are members or keys', () => {
    const nodes = file('x.Date; ({ Date: 1 }); interface A { Date: Date }; new Date();').nodes();
    assert.deepEqual(namesIn(nodes, new Set(['Date'])), ['Date', 'Date']);
    assert.equal(readsOf(nodes, 'Date').length, 1);
  });

  it('are at the top level, or in a function or a member of a class', () => {
    const nodes = file('const a = [b]; const f = () => c; class D { e = g; }').nodes();
    assert.deepEqual(
      nodes.flatMap((node) => (isIdentifier(node) && isAtTopLevel(node) ? [node.text] : [])),
      ['a', 'b', 'f', 'D'],
    );
  });
});

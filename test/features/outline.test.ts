/** Outline and folding. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DocumentSymbol } from 'vscode-languageserver-types';
import { foldingOf } from '../../server/core/features/folding';
import { symbolsOf } from '../../server/core/features/symbols';
import { agent } from '../agent';

const text = '---\nname: a\ntools: [Read, Edit]\n---\n# One\n\nx\n\n## Two\n```sh\n# no heading\n```\n\n# Three\n';

const tree = (symbols: readonly DocumentSymbol[]): readonly unknown[] =>
  symbols.map(({ name, detail, children }) => [
    name,
    detail ?? '',
    ...(children === undefined || children.length === 0 ? [] : [tree(children)]),
  ]);

describe('symbolsOf', () => {
  it('gives fields with their values and headings as a tree', () => {
    assert.deepEqual(tree(symbolsOf(agent(text))), [
      ['name', 'a'],
      ['tools', '2 items'],
      ['One', '', [['Two', '']]],
      ['Three', ''],
    ]);
  });

  it('keeps each selection inside its range and each child inside its parent', () => {
    const check = (symbols: readonly DocumentSymbol[], from: number, to: number): void => {
      for (const { range, selectionRange, children } of symbols) {
        assert.ok(range.start.line >= from && range.end.line <= to);
        assert.ok(selectionRange.start.line >= range.start.line && selectionRange.end.line <= range.end.line);
        check(children ?? [], range.start.line, range.end.line);
      }
    };
    check(symbolsOf(agent(text)), 0, 100);
  });
});

describe('foldingOf', () => {
  it('folds the header, each section and each fence, without the blank lines behind', () => {
    assert.deepEqual(
      foldingOf(agent(text)).map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 3],
        [4, 11],
        [8, 11],
        [9, 11],
      ],
    );
  });

  it('folds nothing in a file of one line', () => {
    assert.deepEqual(foldingOf(agent('Hi')), []);
  });
});

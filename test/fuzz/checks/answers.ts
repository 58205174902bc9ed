/** Asserts what the protocol requires of answers beyond their types, because editors reject or misplace them otherwise. */
import assert from 'node:assert/strict';
import type {
  CompletionItem,
  DocumentSymbol,
  Hover,
  Position,
  Range,
  SelectionRange,
  TextEdit,
} from 'vscode-languageserver-types';
import type { Agent } from '../../../server/core/index';
import { offsetAt, positionAt, type Source } from '../../../server/core/text/source';
import { assertWithin } from './ranges';

const isBefore = (a: Position, b: Position): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);
const contains = ({ start, end }: Range, position: Position): boolean =>
  isBefore(start, position) && isBefore(position, end);
const encloses = (outer: Range, inner: Range): boolean =>
  isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);

type Check = (answer: unknown, source: Source, offset: number) => void;

const assertCompletion: Check = (answer, source, offset) => {
  const at = positionAt(source, offset);
  for (const { textEdit, label } of answer as readonly CompletionItem[]) {
    assert.ok(label.length > 0, 'a completion has a label');
    if (textEdit === undefined || !('range' in textEdit)) continue;
    assert.equal(textEdit.range.start.line, textEdit.range.end.line, 'a completion replaces a part of one line');
    assert.ok(contains(textEdit.range, at), 'a completion replaces text at the cursor');
  }
};

const assertHover: Check = (answer, source, offset) => {
  const { range } = (answer ?? {}) as Partial<Hover>;
  if (range !== undefined) assert.ok(contains(range, positionAt(source, offset)), 'a hover is at the cursor');
};

/** What holds for the answers to some requests, by the name of the request. */
const more: Readonly<Record<string, Check>> = {
  completion: assertCompletion,
  'completion of names': assertCompletion,
  hover: assertHover,
  'hover of names': assertHover,
  selection: (answer, source, offset) => {
    const at = positionAt(source, offset);
    for (let one: SelectionRange | undefined = answer as SelectionRange; one !== undefined; one = one.parent) {
      assert.ok(contains(one.range, at), 'a selection contains the cursor');
      assert.ok(one.parent === undefined || encloses(one.parent.range, one.range), 'a selection is inside its parent');
    }
  },
  symbols: (answer) => {
    const pending = [...(answer as readonly DocumentSymbol[])];
    for (let symbol = pending.pop(); symbol !== undefined; symbol = pending.pop()) {
      assert.ok(symbol.name.trim().length > 0, 'a symbol has a name');
      assert.ok(encloses(symbol.range, symbol.selectionRange), 'a symbol contains its name');
      for (const child of symbol.children ?? []) {
        assert.ok(encloses(symbol.range, child.range), 'a symbol contains its children');
        pending.push(child);
      }
    }
  },
  tokens: (answer, source) => {
    let last = 0;
    for (const { line, character, length } of answer as readonly {
      line: number;
      character: number;
      length: number;
    }[]) {
      const start = offsetAt(source, { line, character });
      const end = offsetAt(source, { line, character: character + length });
      assert.equal(end - start, length, 'a token is on one line');
      assert.ok(length > 0 && start >= last, 'tokens follow each other');
      last = end;
    }
  },
  format: (answer, source) => assertDisjoint(answer as readonly TextEdit[], source),
};

function assertDisjoint(edits: readonly TextEdit[], source: Source): void {
  const spans = edits.map(({ range }) => [offsetAt(source, range.start), offsetAt(source, range.end)] as const);
  const sorted = spans.toSorted(([a, b], [c, d]) => a - c || b - d);
  let last = 0;
  for (const [start, end] of sorted) {
    assert.ok(start >= last, 'edits do not overlap');
    last = end;
  }
}

/** Asserts that an answer is one that an editor can use. */
export function assertAnswer(name: string, answer: unknown, { file: { source } }: Agent, offset: number): void {
  assertWithin(answer, source);
  more[name]?.(answer, source, offset);
}

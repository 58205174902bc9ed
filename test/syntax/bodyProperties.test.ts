/** Properties of the body of every text: blocks tile it, and all spans nest. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bodyOf } from '../../server/core/syntax/body/body';
import type { Body } from '../../server/core/syntax/tree';
import { covers, type Span, textAt } from '../../server/core/text/span';
import { runs } from '../seed';
import { sectionsUnder } from './bodyFacts';
import { markdownish } from './bodyTexts';

/** Every span that a body holds next to its sections and blocks. */
function leafSpans({ fences: found, taskItems, tags: marks, inlines: words }: Body): readonly Span[] {
  return [
    ...found.flatMap((it) => [
      it.span,
      it.info,
      it.opener,
      it.content,
      ...(it.closer === undefined ? [] : [it.closer]),
    ]),
    ...taskItems.flatMap((it) => [it.box, it.label]),
    ...marks.map((it) => it.span),
    ...words.map((it) => it.span),
  ];
}

function assertSound(text: string, start: number): void {
  const body = bodyOf(text, start);
  assert.equal(body.blocks.map((block) => textAt(text, block.span)).join(''), text.slice(start), 'blocks tile');
  let end = start;
  for (const { span } of body.blocks) {
    assert.ok(span.start === end && span.end > span.start, 'each block begins where the one before ends');
    end = span.end;
  }
  for (const section of [body.root, ...sectionsUnder(body.root)]) {
    let from = section.heading.end;
    assert.ok(covers(section.span, section.heading) && covers(section.heading, section.titleSpan));
    for (const child of section.children) {
      assert.ok(child.level > section.level && covers(section.span, child.span), 'a child lies in its parent');
      assert.ok(child.span.start >= from, 'children are in order');
      from = child.span.end;
    }
  }
  for (const span of leafSpans(body))
    assert.ok(span.start <= span.end && covers(body.span, span), 'spans lie in the body');
  for (const { span } of body.fences) {
    assert.ok(
      body.blocks.some((block) => block.kind === 'fence' && covers(block.span, span)),
      'a fence lies in its block',
    );
  }
}

test('every Markdown-like text is tiled by its blocks, and all spans nest', () => {
  fc.assert(
    fc.property(markdownish(60), fc.nat(20), (text, start) => assertSound(text, Math.min(start, text.length))),
    runs(3_000),
  );
});

test('every text of any characters is tiled by its blocks, and all spans nest', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => assertSound(text, 0)),
    runs(1_000),
  );
});

test('a start outside the text is clamped', () => {
  assert.deepEqual(bodyOf('a', 5).span, { start: 1, end: 1 });
  assert.deepEqual(bodyOf('a', -1).span, { start: 0, end: 1 });
});

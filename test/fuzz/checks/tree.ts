/** Asserts that a parsed file covers its text: its parts tile it, and every span is within it. */
import assert from 'node:assert/strict';
import type { Agent } from '../../../server/core/agent/agent';
import type { Section } from '../../../server/core/syntax/tree';
import { covers } from '../../../server/core/text/span';
import { assertWithin } from './ranges';

export function assertTree({ file, format }: Agent): void {
  const { source, frontMatter, body } = file;
  assertWithin(file, source);
  assertSections(body.root);
  // In other notations the body is one of the values, or there is none.
  if (format.notation !== undefined) return;
  const tiles = [...(frontMatter === undefined ? [] : [frontMatter.span]), ...body.blocks.map(({ span }) => span)];
  let end = frontMatter?.span.start ?? 0;
  for (const { start, end: next } of tiles) {
    assert.equal(start, end, 'each part begins where the one before ends');
    end = next;
  }
  assert.equal(end, source.text.length, 'the last part ends with the text');
}

function assertSections(root: Section): void {
  const pending = [root];
  for (let section = pending.pop(); section !== undefined; section = pending.pop()) {
    let end = section.span.start;
    for (const child of section.children) {
      assert.ok(covers(section.span, child.span), 'a section is inside its parent');
      assert.ok(child.span.start >= end, 'sections follow each other');
      end = child.span.end;
      pending.push(child);
    }
  }
}

/** Asserts that a parsed file covers its text: its parts tile it, and every span is within it. */
import assert from 'node:assert/strict';
import type { AgentFile, Section } from '../../../server/core/syntax/tree';
import { covers } from '../../../server/core/text/span';
import { assertWithin } from './ranges';

export function assertTree(file: AgentFile): void {
  const { source, frontMatter, body } = file;
  const tiles = [...(frontMatter === undefined ? [] : [frontMatter.span]), ...body.blocks.map(({ span }) => span)];
  let end = frontMatter?.span.start ?? 0;
  for (const { start, end: next } of tiles) {
    assert.equal(start, end, 'each part begins where the one before ends');
    end = next;
  }
  assert.equal(end, source.text.length, 'the last part ends with the text');
  assertWithin(file, source);
  assertSections(body.root);
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

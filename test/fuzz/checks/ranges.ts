/** Asserts that every place in an answer is within the text that it is about. */
import assert from 'node:assert/strict';
import { lineContent, type Source } from '../../../server/core/text/source';

/** Asserts it for everything inside `value`: spans of offsets, ranges of positions, and ranges of lines. */
export function assertWithin(value: unknown, source: Source): void {
  const seen = new Set<unknown>([source]);
  const pending: unknown[] = [value];
  while (pending.length > 0) {
    const one = pending.pop();
    if (typeof one !== 'object' || one === null || seen.has(one)) continue;
    seen.add(one);
    if (!Array.isArray(one)) assertPlace(one, source);
    for (const inner of Object.values(one)) pending.push(inner);
  }
}

function assertPlace(one: object, source: Source): void {
  if ('start' in one && 'end' in one) {
    const { start, end } = one;
    if (typeof start === 'number' && typeof end === 'number') {
      assert.ok(0 <= start && start <= end && end <= source.text.length, `span ${start} to ${end}`);
    } else {
      const from = offsetWithin(start, source);
      const to = offsetWithin(end, source);
      assert.ok(from <= to, `range ${JSON.stringify(one)} ends before it starts`);
    }
  }
  if ('startLine' in one && 'endLine' in one) {
    const { startLine, endLine } = one;
    assert.ok(typeof startLine === 'number' && typeof endLine === 'number');
    assert.ok(
      0 <= startLine && startLine <= endLine && endLine < source.lineStarts.length,
      `lines ${startLine} to ${endLine}`,
    );
  }
}

/** A number that grows with the position. Asserts that the text has it. */
function offsetWithin(position: unknown, source: Source): number {
  assert.ok(typeof position === 'object' && position !== null && 'line' in position && 'character' in position);
  const { line, character } = position;
  assert.ok(typeof line === 'number' && typeof character === 'number');
  assert.ok(Number.isInteger(line) && line >= 0 && line < source.lineStarts.length, `line ${line}`);
  const content = lineContent(source, line);
  assert.ok(character >= 0 && character <= content.end - content.start, `character ${character} of line ${line}`);
  return content.start + character;
}

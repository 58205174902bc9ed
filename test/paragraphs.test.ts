/** What the paragraphs of a text say stays right when the text is edited, and those that have not changed are not read again. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Agent, agentOf } from '../server/core/agent/agent';
import { formatById } from '../server/core/hosts/index';
import { fileOf } from '../server/core/hosts/lookup';
import { memoOfRepeated } from '../server/core/text/memo';
import { format } from './agent';
import { runs } from './seed';

const read = (text: string, before?: Agent): Agent => agentOf(fileOf(text, format, before?.file), format);

const second = formatById('gemini-cli');
assert.ok(second !== undefined);

describe('the paragraphs of a text', () => {
  it('say after some edits what they say when the whole text is read', () => {
    const part = fc.constantFrom(
      ...[
        'Use `Read`',
        ' `a',
        '` b.',
        'No `x`.',
        '\n',
        '\r\n',
        '\n\n',
        '- ',
        '> ',
        '1. x\n\n',
        '   ',
        '   - `a\n',
        '     b` c\n',
        '   `a\n2. b` c\n',
      ],
      ...['```\n', '# T\n'],
    );
    const text = fc.array(part, { maxLength: 30 }).map((parts) => parts.join(''));
    const edit = fc.record({ at: fc.nat(150), removed: fc.nat(8), added: fc.oneof(part, text), isAsked: fc.boolean() });
    let kept = 0;
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 6 }), (first, edits) => {
        let agent = read(first);
        let before = new Set(agent.paragraphs().map(({ reading }) => reading));
        for (const { at, removed, added, isAsked } of edits) {
          const { text: old } = agent.file.source;
          agent = read(old.slice(0, at) + added + old.slice(at + removed), agent);
          // Nothing is asked about some versions.
          if (!isAsked) continue;
          const paragraphs = agent.paragraphs();
          const whole = read(agent.file.source.text).paragraphs();
          assert.deepEqual(
            paragraphs.map(({ at, reading }) => ({ at, reading })),
            whole.map(({ at, reading }) => ({ at, reading })),
          );
          kept += paragraphs.filter(({ reading }) => before.has(reading)).length;
          before = new Set(paragraphs.map(({ reading }) => reading));
        }
      }),
      runs(1_000),
    );
    assert.ok(kept > 500, 'what has not changed is taken over');
  });

  it('are read once where an edit does not touch them', () => {
    const lines = Array.from({ length: 1_000 }, (_, i) => `Paragraph ${i} of many.`);
    const agent = read(lines.join('\n\n'));
    const edited = read(lines.with(500, 'This one is new.').join('\n\n'), agent);
    const known = new Set(agent.paragraphs().map(({ reading }) => reading));
    const again = edited.paragraphs().filter(({ reading }) => !known.has(reading));
    assert.deepEqual(
      again.map(({ reading }) => reading.text),
      ['This one is new.\n'],
    );
  });

  it('are read once for all hosts that read the file', () => {
    const agent = read('One.\n\nTwo.\n\n```\n\nThree.\n');
    const other = agentOf(agent.file, second);
    const readings = ({ paragraphs }: Agent): readonly unknown[] => paragraphs().map(({ reading }) => reading);
    assert.equal(readings(agent).length, 2);
    for (const [i, reading] of readings(other).entries()) assert.equal(reading, readings(agent)[i]);
  });
});

describe('an answer to a text that comes several times', () => {
  it('is remembered from the second time on', () => {
    const asked: string[] = [];
    const lengthOf = memoOfRepeated(1_000, (text) => asked.push(text) && text.length);
    assert.deepEqual(
      ['one', 'three', 'one', 'one', 'three', 'one', ''].map((text) => lengthOf(text)),
      [3, 5, 3, 3, 5, 3, 0],
    );
    assert.deepEqual(asked, ['one', 'three', 'one', 'three', '']);
  });

  it('is that of the text and not of one with the same characters at some places', () => {
    const texts = Array.from({ length: 9_000 }, (_, i) => `${'a'.repeat(i % 90)}${i}${'b'.repeat(90 - (i % 90))}`);
    const same = memoOfRepeated(1 << 16, (text) => text);
    for (let round = 0; round < 3; round++) for (const text of texts) assert.equal(same(text), text);
  });
});

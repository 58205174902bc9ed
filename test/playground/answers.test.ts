/** What the worker of the playground answers. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formats, hosts } from '../../server/core/index';
import { answerTo } from '../../server/playground/answers';
import type { QuestionName, Questions } from '../../server/playground/messages';
import { BROKEN, SOUND, WARNED } from '../cli/memory';

const path = '.claude/agents/reviewer.md';

const ask = <Name extends QuestionName>(name: Name, given: Questions[Name]['given']): Questions[Name]['answer'] =>
  answerTo({ number: 1, name, given });

describe('the playground', () => {
  it('names every program with its formats', () => {
    const programs = ask('programs', null);
    assert.deepEqual(
      programs.map(({ id }) => id),
      hosts.map(({ id }) => id),
    );
    assert.equal(programs.flatMap((one) => one.formats).length, formats.length);
    assert.ok(programs.some(({ isTarget }) => isTarget));
  });

  it('checks a text by its path, and explains each problem', () => {
    const { reader, problems, seen, others } = ask('check', { text: WARNED, path });
    assert.equal(reader?.verdict, 'loads-with-losses');
    assert.equal(reader.line, 'Loads as `reviewer` · 1 tool · `LS` ignored');
    assert.deepEqual(
      problems.map(({ rule, title }) => [rule, title]),
      [['tool-removed', 'Tool removed from the host']],
    );
    assert.equal(seen[0]?.title, 'Verdict');
    assert.ok(others.length > 0);
  });

  for (const [written, is] of Object.entries({
    '/w/.claude/agents/a.md': 'claude-code',
    'C:\\w\\.claude\\agents\\a.md': 'claude-code',
    '.gemini/agents/a.md': 'gemini-cli',
    'a.md': undefined,
    '': undefined,
  }))
    it(`finds who reads ${JSON.stringify(written)}`, () =>
      assert.equal(ask('check', { text: SOUND, path: written }).reader?.id, is));

  it('reads a text as the format that is chosen', () => {
    const chosen = ask('check', { text: SOUND, path: 'a.txt', format: 'codex' }).reader;
    assert.deepEqual([chosen?.id, chosen?.notation], ['codex', 'toml']);
    assert.throws(() => ask('check', { text: SOUND, path, format: 'nonsense' }), RangeError);
  });

  it('says nothing about other files, of which nothing is known', () => {
    const text = SOUND.replace('---\n', '---\nskills: [deploy]\n');
    const part = ask('check', { text, path }).seen.find(({ title }) => title === 'Skills in the prompt');
    assert.deepEqual(part?.lines, ['`deploy`, line 2']);
  });

  it('fixes what is safe as one small edit', () => {
    assert.deepEqual(ask('fix', { text: WARNED.replace('LS', 'Edit, MultiEdit'), path }), {
      range: { start: { line: 3, character: 17 }, end: { line: 3, character: 28 } },
      newText: '',
    });
    assert.equal(ask('fix', { text: SOUND, path }), null);
  });

  it('converts an agent, or says why not', () => {
    const converted = ask('convert', { text: SOUND, path, to: 'gemini-cli' });
    assert.ok('text' in converted);
    assert.deepEqual([converted.path, converted.format], ['.gemini/agents/reviewer.md', 'gemini-cli']);
    assert.equal(ask('check', { text: converted.text, path: converted.path }).reader?.verdict, 'loads');
    const refused = [
      ask('convert', { text: BROKEN, path, to: 'gemini-cli' }),
      ask('convert', { text: SOUND, path, to: 'claude-code' }),
      ask('convert', { text: SOUND, path, to: 'toString' }),
      ask('convert', { text: SOUND, path: 'a.md', to: 'gemini-cli' }),
    ];
    for (const one of refused) assert.ok('refused' in one && one.refused.endsWith('.'), JSON.stringify(one));
  });

  it('shows a long text of the file in part', () => {
    const { seen } = ask('check', { text: `${SOUND}${'word '.repeat(10_000)}`, path });
    assert.match(seen.at(-1)?.text ?? '', /… and \d+ more characters$/);
    assert.ok((seen.at(-1)?.text ?? '').length < 21_000);
  });
});

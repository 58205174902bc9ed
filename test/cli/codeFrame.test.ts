/** The lines of problems in the text output: what is shown for which range, and when. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { cellsOf, widthOf } from '../../server/cli/cells';
import { codeFrame } from '../../server/cli/formatters/check/codeFrame';
import { sourceOf } from '../../server/core/text/source';
import { showsColor } from '../../server/node/colors';
import { run, WARNED } from './memory';

const plain = (text: string): string => text;

/** The frame of the part of a text between two `‸`. */
function frame(marked: string, columns = 80): string {
  const start = marked.indexOf('‸');
  const end = marked.lastIndexOf('‸') - 1;
  assert.ok(start >= 0 && end >= start);
  const source = sourceOf(marked.replaceAll('‸', ''));
  return codeFrame(source, { start, end }, { columns, gutter: plain, caret: plain });
}

/** Rows without the margin before the texts, and without a line end after the last. */
const rows = (shown: string): readonly string[] =>
  shown
    .trimEnd()
    .split('\n')
    .map((row) => row.replace(/^ {4}[ \d…]+ \| ?/, ''));

describe('the lines of a problem', () => {
  it('have their number, and carets under the exact range', () => {
    assert.equal(frame('one\ntools: Read, ‸LS‸\n'), '    2 | tools: Read, LS\n      |              ^^\n');
  });

  it('have one caret where the range is empty, also at the end of the file and in an empty one', () => {
    assert.equal(frame('one\n‸‸'), '    2 | \n      | ^\n');
    assert.equal(frame('one‸‸'), '    1 | one\n      |    ^\n');
    assert.equal(frame('‸‸'), '    1 | \n      | ^\n');
    assert.equal(frame('one‸\n‸two'), '    1 | one\n      |    ^\n');
  });

  it('are the first and the last of several', () => {
    assert.equal(frame('a: "‸x\n  y‸"\n'), '    1 | a: "x\n      |     ^\n    2 |   y"\n      | ^^^\n');
    assert.equal(
      frame(`${'\n'.repeat(8)}a‸b\nc\nd\ne‸f`),
      '     9 | ab\n       |  ^\n     … |\n    12 | ef\n       | ^\n',
    );
  });

  it('end before the line end that a range contains', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      assert.equal(frame(`a${end}‸bc${end}‸d`), '    2 | bc\n      | ^^\n', JSON.stringify(end));
      assert.deepEqual(rows(frame(`‸a${end}${end}b‸`)), ['a', '^', '', 'b', '^']);
    }
  });

  it('do not count a byte order mark', () => {
    assert.deepEqual(rows(frame('\ufeff---‸x‸')), ['---x', '   ^']);
    assert.deepEqual(rows(frame('‸\ufeffab‸')), ['ab', '^^']);
  });

  it('have spaces in place of tabs', () => {
    assert.deepEqual(rows(frame('\ta\t‸b‸')), ['    a   b', '        ^']);
    assert.deepEqual(rows(frame('a‸\t‸b')), ['a   b', ' ^^^']);
  });

  it('count wide characters twice, and combined ones once', () => {
    assert.deepEqual(rows(frame('日本 ‸レ‸')), ['日本 レ', '     ^^']);
    assert.deepEqual(rows(frame('👩‍👩‍👧 🇩🇪 ❤️ e\u0301 ‸x‸')), ['👩‍👩‍👧 🇩🇪 ❤️ e\u0301 x', '           ^']);
    // A range in the middle of one is shown under the whole of it.
    assert.deepEqual(rows(frame('👩‍‸👩‸‍👧!')), ['👩‍👩‍👧!', '^^']);
  });

  it('show what would control the terminal or hide', () => {
    const shown = frame('a\u001b[31m ‸\u202e‸ b\u200b\u0000c\u2028');
    assert.deepEqual(rows(shown), ['a\\u{1b}[31m \\u{202e} b\\u{200b}\\u{0}c\\u{2028}', '            ^^^^^^^^']);
  });

  it('are cut around the range where they do not fit', () => {
    const long = 'word '.repeat(50);
    for (const marked of [`‸LS‸ ${long}`, `${long}‸LS‸ ${long}`, `${long}‸LS‸`, `日本${long}‸日本‸${long}`]) {
      for (const columns of [30, 51, 52, 80]) {
        const shown = frame(marked, columns);
        for (const row of shown.trimEnd().split('\n')) assert.ok(widthOf(cellsOf(row)) <= columns, row);
        const [text = '', carets = ''] = rows(shown);
        const before = widthOf(cellsOf(carets.replaceAll('^', '')));
        const cells = cellsOf(text);
        const under = cells.filter((_, i) => widthOf(cells.slice(0, i)) >= before);
        assert.match(under.map((cell) => cell.shown).join(''), /^(LS|日本)/);
        assert.ok(widthOf(cells) > columns - '    1 | '.length - 3, `${text} uses the width`);
      }
    }
    assert.deepEqual(rows(frame(`${long}‸LS‸`, 30)), ['…rd word word word LS', '                   ^^']);
    assert.deepEqual(rows(frame(`‸LS‸ ${long}`, 30)), ['LS word word word wo…', '^^']);
  });

  it('show the beginning of a range that does not fit', () => {
    assert.deepEqual(rows(frame(`a ‸${'b'.repeat(90)}‸ c`, 30)), [`…${'b'.repeat(20)}…`, ` ${'^'.repeat(20)}`]);
  });

  it('are shown as fast where a line is megabytes long', () => {
    const long = 'word '.repeat(400_000);
    const source = sourceOf(`${long}LS ${long}`);
    const range = { start: long.length, end: long.length + 2 };
    const begin = performance.now();
    // Without a bound, each takes a second.
    for (let i = 0; i < 50; i++) {
      const shown = codeFrame(source, range, { columns: 80, gutter: plain, caret: plain });
      assert.match(shown, /^ {4}1 \| ….*LS word.*…\n/);
    }
    assert.ok(performance.now() - begin < 5_000);
  });

  it('are not wider than a narrow terminal needs', () => {
    assert.deepEqual(rows(frame(`${'a'.repeat(90)}‸b‸`, 3)), [`…${'a'.repeat(17)}b`, `${' '.repeat(18)}^`]);
  });
});

describe('the text output', () => {
  const files = { '/w/.claude/agents/reviewer.md': WARNED };
  const framed = /\n {4}4 \| tools: Read, LS\n {6}\| {14}\^\^\n/;

  it('has the lines of problems on a terminal and with --frame', () => {
    assert.match(run(['check'], files, { columns: 80 }).out, framed);
    assert.match(run(['check', '--frame'], files).out, framed);
  });

  it('has one line for each problem in a pipe and with --no-frame, however narrow the terminal is', () => {
    const { out } = run(['check'], files);
    assert.doesNotMatch(out, /\|/);
    assert.equal(run(['check', '--no-frame'], files, { columns: 60 }).out, out);
    assert.equal(run(['check', '--no-frame'], files).out, out);
  });

  it('has the carets in the color of the severity, and the same text without colors', () => {
    const { out } = run(['check'], files, { columns: 80, color: true });
    assert.ok(out.includes('\u001b[33m^^\u001b[0m'), out);
    assert.equal(stripVTControlCharacters(out), run(['check'], files, { columns: 80 }).out);
  });

  it('refuses options that contradict each other', () => {
    const clash = run(['check', '--frame', '--no-frame'], files);
    assert.deepEqual([clash.code, clash.out], [2, '']);
    assert.match(clash.err, /--frame and --no-frame exclude each other/);
    const other = run(['check', '--frame', '--format', 'json'], files);
    assert.deepEqual([other.code, other.out], [2, '']);
    assert.match(other.err, /--frame is for the format text, not json/);
  });
});

describe('colors', () => {
  const onTerminal = (env: NodeJS.ProcessEnv): boolean => showsColor(env, () => true);
  const inPipe = (env: NodeJS.ProcessEnv): boolean => showsColor(env, () => false);

  it('are for terminals that can show them', () => {
    assert.ok(onTerminal({}) && onTerminal({ TERM: 'xterm', NO_COLOR: '', FORCE_COLOR: '' }));
    assert.ok(!onTerminal({ TERM: 'dumb' }) && !inPipe({ TERM: 'xterm' }));
  });

  it('can be turned off and on', () => {
    for (const env of [
      { NO_COLOR: '1' },
      { NO_COLOR: '1', FORCE_COLOR: '1' },
      { FORCE_COLOR: '0' },
      { FORCE_COLOR: 'false' },
    ])
      assert.ok(!onTerminal(env), JSON.stringify(env));
    assert.ok(inPipe({ FORCE_COLOR: '1' }) && inPipe({ FORCE_COLOR: '3', TERM: 'dumb' }));
  });
});

/** The command line as such: help, version, and what is said to whoever mistypes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run, SOUND } from './memory';

const files = { '/w/.claude/agents/reviewer.md': SOUND };

describe('help', () => {
  for (const argv of [['--help'], ['-h'], ['help'], ['check', '--help'], ['check', 'x', '-h']]) {
    it(`comes for '${argv.join(' ')}' on standard output, with every command`, () => {
      const { code, out, err } = run(argv, files);
      assert.equal(code, 0);
      assert.equal(err, '');
      for (const word of ['check', 'lsp', '--format', '--dialect', 'Exit code']) assert.ok(out.includes(word), word);
    });
  }

  it('comes on standard error, as a failure, when no command is given', () => {
    const { code, out, err } = run([], files);
    assert.equal(code, 2);
    assert.equal(out, '');
    assert.match(err, /^Usage:/);
  });
});

describe('the version', () => {
  it('is one line', () => assert.deepEqual(run(['--version'], files), { code: 0, out: '1.2.3\n', err: '' }));
});

describe('a mistake', () => {
  const mistakes: readonly (readonly [readonly string[], RegExp])[] = [
    [['chek'], /unknown command 'chek'/],
    [['\u001b[31m'], /unknown command '\\u\{1b\}\[31m'/],
    [['check', '--frmat=json'], /unknown option '--frmat'/],
    [['check', '-q'], /unknown option '-q'/],
    [['check', '--format'], /--format takes .*json/],
    [['check', '--format='], /--format takes/],
    [['check', '--format', 'yaml'], /--format takes .* not 'yaml'/],
    [['check', '--dialect', 'toString'], /--dialect takes claude-code.* not 'toString'/],
    [['check', '--dialect'], /--dialect takes/],
  ];
  for (const [argv, said] of mistakes) {
    it(`('${argv.join(' ')}') is named, with the way to the help, and nothing is checked`, () => {
      const { code, out, err } = run(argv, files);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, said);
      assert.match(err, /--help/);
      assert.equal(err.split('\n').length, 2, 'one line');
    });
  }
});

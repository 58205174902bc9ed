/** `agent-authoring fix`: what it writes, what it only prints, and the exit code. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BROKEN, run, SOUND } from './memory';

const path = '/w/.claude/agents/reviewer.md';
const COLON = SOUND.replace('Reads a diff', 'Reads: a diff');
const QUOTED = COLON.replace(/description: (.*)/, "description: '$1'");

function fixed(text: string, ...argv: readonly string[]) {
  const written = new Map<string, string>();
  const result = run(['fix', ...argv], { [path]: text }, { written });
  return { ...result, written };
}

describe('fix', () => {
  it('applies the safe fixes to a file, and exits with 0', () => {
    const { code, out, written } = fixed(COLON);
    assert.equal(code, 0);
    assert.deepEqual([...written], [[path, QUOTED]]);
    assert.match(out, /^\.claude\/agents\/reviewer\.md: 1 problem before, 0 left\n1 of 1 file fixed; 0 problems left/);
  });

  it('writes nothing when there is nothing to fix', () => {
    const { code, out, written } = fixed(SOUND);
    assert.equal(code, 0);
    assert.equal(written.size, 0);
    assert.match(out, /^0 of 1 file fixed/);
  });

  it('keeps byte order mark and line ends', () => {
    const { written } = fixed(`\uFEFF${COLON.replaceAll('\n', '\r\n')}`);
    assert.equal(written.get(path), `\uFEFF${QUOTED.replaceAll('\n', '\r\n')}`);
  });

  it('exits with 1 when errors remain', () => {
    const { code, out, written } = fixed(BROKEN);
    assert.equal(code, 1);
    assert.equal(written.size, 0);
    assert.match(out, /1 problem left, including 1 error/);
  });

  it('only prints a diff with --dry-run, wherever the option is', () => {
    for (const argv of [['--dry-run'], ['--dry-run', '.'], ['.', '--dry-run']]) {
      const { code, out, written } = fixed(COLON, ...argv);
      assert.equal(code, 0);
      assert.equal(written.size, 0);
      assert.match(out, /^--- a\/\.claude\/agents\/reviewer\.md\n\+\+\+ b\/.*\n@@ .* @@\n/);
      assert.match(out, /\n-description: Reads: .*\n\+description: 'Reads: .*'\n/);
      assert.match(out, /1 of 1 file would be fixed; 0 problems left, including 0 errors\.\n$/);
    }
  });

  it('treats --dry-run after -- as a path', () => {
    const { code, err } = fixed(COLON, '--', '--dry-run');
    assert.equal(code, 2);
    assert.match(err, /--dry-run: no such file/);
  });

  it('skips files that it cannot read, and reports them', () => {
    const written = new Map<string, string>();
    const files = { [path]: COLON, '/w/.claude/agents/b.md': { broken: 'permission denied' } };
    const { code, err } = run(['fix'], files, { written });
    assert.equal(code, 2);
    assert.match(err, /b\.md: permission denied/);
    assert.deepEqual([...written.keys()], [path]);
  });

  it('does not overwrite a file that has changed since the check', () => {
    const written = new Map<string, string>();
    let reads = 0;
    const files = {
      get [path]() {
        return reads++ === 0 ? COLON : SOUND;
      },
    };
    const { code, err } = run(['fix', path], files, { written });
    assert.equal(code, 2);
    assert.match(err, /reviewer\.md: the file has changed/);
    assert.equal(written.size, 0);
  });

  it('refuses options that it does not have', () => {
    for (const argv of [['--format', 'json'], ['--format=json'], ['--dryrun']]) {
      const { code, out, err } = fixed(COLON, ...argv);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, /unknown option '--/);
    }
  });
});

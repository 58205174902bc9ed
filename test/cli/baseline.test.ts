/** Baselines: the problems that a repository has accepted are not reported again. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BROKEN, run, SOUND, WARNED } from './memory';

const agent = (name: string): string => `/w/.claude/agents/${name}.md`;
const named = (name: string, text = WARNED): string => text.replace('reviewer', name);
const FILE = '/w/accepted.json';

/** The baseline that `check` writes for some files. */
function baselineOf(files: Readonly<Record<string, string>>): string {
  const written = new Map<string, string>();
  const { code, err } = run(['check', '--write-baseline', 'accepted.json'], files, { written });
  assert.deepEqual([code, err], [0, '']);
  return written.get(FILE) ?? assert.fail('no baseline was written');
}

const check = (files: Readonly<Record<string, string>>, ...argv: readonly string[]) =>
  run(['check', '--baseline', 'accepted.json', '--fail-on', 'warning', ...argv], files);

describe('a baseline', () => {
  const files = { [agent('one')]: named('one'), [agent('two')]: named('two', SOUND) };
  const accepted = { ...files, [FILE]: baselineOf(files) };

  it('has the number of problems of each rule in each file, and can be read in a review', () => {
    assert.equal(
      accepted[FILE],
      '{\n  "version": 1,\n  "files": {\n    ".claude/agents/one.md": {\n      "tool-removed": 1\n    }\n  }\n}\n',
    );
  });

  it('leaves out what it contains', () => {
    assert.equal(run(['check', '--fail-on', 'warning'], accepted).code, 1);
    const { code, out, err } = check(accepted);
    assert.deepEqual([code, err], [0, '']);
    assert.match(out, /^2 files checked: 0 errors, 0 warnings/);
  });

  it('leaves out a problem that has moved to another line', () => {
    const moved = { ...accepted, [agent('one')]: named('one').replace('tools:', 'model: opus\ntools:') };
    assert.equal(check(moved).code, 0);
  });

  it('reports a new problem, and all problems of a rule when there are more of them', () => {
    const more = { ...accepted, [agent('one')]: named('one').replace('LS', 'LS, MultiEdit') };
    const { code, out } = check(more);
    assert.equal(code, 1);
    assert.match(out, /`LS`/);
    assert.match(out, /`MultiEdit`/);
    const other = { ...accepted, [agent('two')]: named('two', BROKEN) };
    assert.match(check(other).out, /name-missing/);
    assert.doesNotMatch(check(other).out, /tool-removed/);
  });

  it('says how many of its problems are gone, and does not fail', () => {
    const { code, err } = check({ ...accepted, [agent('one')]: named('one', SOUND) });
    assert.equal(code, 0);
    assert.match(err, /1 problem of the baseline no longer occurs; --write-baseline accepted\.json forgets it/);
  });

  it('is about files below its folder, from whichever folder the check is started', () => {
    const { code } = run(['check', '--baseline', '../accepted.json', '--fail-on', 'warning'], accepted, {
      folder: '/w/.claude',
    });
    assert.equal(code, 0);
  });

  it('replaces the one that is there', () => {
    const written = new Map<string, string>();
    const fixed = { ...accepted, [agent('one')]: named('one', SOUND) };
    assert.equal(run(['check', '--write-baseline', 'accepted.json'], fixed, { written }).code, 0);
    assert.equal(written.get(FILE), '{\n  "version": 1,\n  "files": {}\n}\n');
  });

  it('replaces no other file', () => {
    const written = new Map<string, string>();
    for (const [path, text] of [
      [agent('one'), named('one')],
      ['/w/package.json', '{}'],
    ] as const) {
      const { code, err } = run(['check', '--write-baseline', path], { ...files, [path]: text }, { written });
      assert.equal(code, 2);
      assert.match(err, /is not a baseline, and is not replaced/);
    }
    assert.equal(written.size, 0);
  });

  for (const [what, text] of Object.entries({
    'no JSON': '{',
    'another JSON': '[]',
    'another version': '{"version": 2, "files": {}}',
    'a file without counts': '{"version": 1}',
  }))
    it(`is refused when it is ${what}`, () => {
      const { code, err } = check({ ...files, [FILE]: text });
      assert.equal(code, 2);
      assert.match(err, /^agent-authoring: accepted\.json: /);
    });

  it('is refused when it does not exist, and when only some problems would be in a new one', () => {
    assert.equal(check(files).code, 2);
    for (const other of ['--baseline=accepted.json', '--changed', '--staged'])
      assert.match(run(['check', '--write-baseline', 'a.json', other], accepted).err, /takes all current problems/);
  });
});

describe('--fail-on', () => {
  const exitCode = (text: string, severity: string): number =>
    run(['check', '--fail-on', severity], { [agent('one')]: named('one', text) }).code;

  it('decides which problems fail the check', () => {
    assert.deepEqual(
      ['error', 'warning', 'information', 'hint', 'never'].map((severity) => exitCode(WARNED, severity)),
      [0, 1, 1, 1, 0],
    );
    assert.deepEqual(
      ['error', 'never'].map((severity) => exitCode(BROKEN, severity)),
      [1, 0],
    );
  });

  it('also counts what --quiet does not show', () => {
    assert.equal(run(['check', '--quiet', '--fail-on', 'warning'], { [agent('one')]: named('one') }).code, 1);
  });
});

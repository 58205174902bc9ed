/** Checks of changed files: what Git is asked for, and what of the answer is reported. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Changes } from '../../server/cli/environment';
import { programs } from '../programs';
import { run, WARNED } from './memory';

const agent = (name: string): string => `.claude/agents/${name}.md`;
const named = (name: string): string => WARNED.replace('reviewer', name);

describe('--changed and --staged', () => {
  const files = { [`/w/${agent('one')}`]: named('one'), [`/w/${agent('two')}`]: named('two') };
  const asked: Changes[] = [];
  const changes = (wanted: Changes) => {
    asked.push(wanted);
    return { kind: 'paths', paths: new Set([`/w/${agent('two')}`, '/w/README.md']) } as const;
  };

  it('report the changed agents only', () => {
    for (const option of ['--changed', '--changed=main', '--staged']) {
      const { code, out } = run(['check', option], files, { changes });
      assert.equal(code, 0);
      assert.match(out, /two\.md/);
      assert.doesNotMatch(out, /one\.md/);
      assert.match(out, /^1 file checked/m);
    }
    assert.deepEqual(asked, [
      { kind: 'since', since: undefined },
      { kind: 'since', since: 'main' },
      { kind: 'staged' },
    ]);
  });

  it('say that nothing has changed, not that there are no agents', () => {
    const none = () => ({ kind: 'paths', paths: new Set(['/w/README.md']) }) as const;
    const says = (among: Readonly<Record<string, string>>): string =>
      run(['check', '--changed'], among, { changes: none }).out;
    assert.equal(says(files), 'None of 2 agent files has changed.\n');
    assert.equal(says({ [`/w/${agent('one')}`]: named('one') }), 'The agent file has not changed.\n');
    assert.match(says({}), /^No agent files found; /);
  });

  it('know the other agents', () => {
    const twins = { ...files, [`/w/${agent('two')}`]: named('one') };
    assert.match(run(['check', '--changed'], twins, { changes }).out, /name-taken/);
  });

  it('take no folder for a revision', () => {
    const { out } = run(['check', '--changed', '.'], files, { changes });
    assert.match(out, /^1 file checked/m);
  });

  it('fail without Git, with a revision that is an option, and together', () => {
    assert.match(run(['check', '--changed'], files).err, /Git cannot be asked/);
    assert.match(run(['check', '--changed=--output=x'], files, { changes }).err, /is not a revision/);
    assert.match(run(['check', '--changed', '--staged'], files, { changes }).err, /exclude each other/);
    assert.match(run(['check', '--changed='], files, { changes }).err, /needs a value/);
    const failing = () => ({ kind: 'error', message: 'Git says: no' }) as const;
    assert.deepEqual(run(['check', '--staged'], files, { changes: failing }), {
      code: 2,
      out: '',
      err: 'agent-authoring: Git says: no\n',
    });
  });
});

describe('the changes of a real repository', () => {
  const hasGit = spawnSync('git', ['--version']).status === 0;

  /** A repository with one agent, which is in its only commit or just added. */
  function repository(t: TestContext, hasCommit = true) {
    const folder = mkdtempSync(join(tmpdir(), 'agent-authoring-git-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const git = (...args: readonly string[]): void => {
      const identity = ['-c', 'user.name=a', '-c', 'user.email=a@b.c', '-c', 'init.defaultBranch=main'];
      const { status, stderr } = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8' });
      assert.equal(status, 0, stderr);
    };
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    write(agent('old'), named('old'));
    git('init', '--quiet');
    git('add', '.');
    if (hasCommit) git('commit', '--quiet', '--message', 'one');
    const checked = (cwd: string, ...argv: readonly string[]): readonly string[] => {
      const { stdout, stderr } = spawnSync(process.execPath, [programs.cli, 'check', '--format=json', ...argv], {
        cwd: join(folder, cwd),
        encoding: 'utf8',
      });
      assert.equal(stderr, '');
      return JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
    };
    return { git, write, checked };
  }

  it('are files that differ from HEAD and new ones, staged ones, or those of a branch', {
    skip: !hasGit && 'no git',
  }, (t) => {
    const { git, write, checked } = repository(t);
    assert.deepEqual(checked('.', '--changed'), []);
    write(agent('neü'), named('new'));
    assert.deepEqual(checked('.', '--changed'), [agent('neü')]);
    assert.deepEqual(checked('.', '--staged'), []);
    git('add', '.');
    assert.deepEqual(checked('.', '--staged'), [agent('neü')]);
    git('checkout', '--quiet', '-b', 'work');
    git('commit', '--quiet', '--message', 'two');
    assert.deepEqual(checked('.', '--changed'), []);
    assert.deepEqual(checked('.', '--changed=main'), [agent('neü')]);
    write(agent('old'), `${named('old')}\nMore.\n`);
    assert.deepEqual(checked('.claude', '--changed'), ['agents/old.md']);
  });

  it('are all files before the first commit', { skip: !hasGit && 'no git' }, (t) => {
    const { write, checked } = repository(t, false);
    write(agent('new'), named('new'));
    assert.deepEqual(checked('.', '--staged'), [agent('old')]);
    assert.deepEqual(checked('.', '--changed'), [agent('new'), agent('old')]);
  });
});

/** The command line as a process: unusual files, pipes, and the server that it starts. */
import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { initialize, NEVER, start } from '../lsp/child';
import { programs } from '../programs';
import { SOUND, WARNED } from './memory';

const { cli } = programs;

const isWindows = process.platform === 'win32';
const noFifo = isWindows ? { skip: 'Windows has no such pipes' } : {};
const noLinks = isWindows ? { skip: 'links need a privilege on Windows' } : {};

/** A folder with an agents folder that contains one agent without problems. */
function folderOf(t: TestContext, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'agent-authoring-cli-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, '.claude/agents'), { recursive: true });
  for (const [name, text] of Object.entries({ 'reviewer.md': SOUND, ...files })) {
    writeFileSync(join(folder, '.claude/agents', name), text);
  }
  return folder;
}

/** Ends a call that hangs, so that only this test fails. */
const call = (cwd: string, argv: readonly string[], env: NodeJS.ProcessEnv = process.env): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [cli, ...argv], { cwd, env, encoding: 'utf8', timeout: NEVER, maxBuffer: 1 << 28 });

const sum = (files: number): RegExp => new RegExp(`^${files} files? checked`, 'm');

describe('unusual files', () => {
  it('a pipe is refused without waiting for it, named or found', noFifo, (t) => {
    const folder = folderOf(t);
    spawnSync('mkfifo', [join(folder, '.claude/agents/x.md')]);
    for (const argument of ['.', '.claude/agents/x.md']) {
      const { status, stderr } = call(folder, ['check', argument]);
      assert.equal(status, 2);
      assert.match(stderr, /^agent-authoring: \.claude\/agents\/x\.md: (not|neither) a regular file/);
    }
  });

  it('a link to the files of a folder above hides none of them', noLinks, (t) => {
    const folder = realpathSync(folderOf(t));
    for (const name of ['linked', 'copied']) mkdirSync(join(folder, name));
    symlinkSync('../.claude', join(folder, 'linked/.claude'));
    cpSync(join(folder, '.claude'), join(folder, 'copied/.claude'), { recursive: true });
    for (const argument of ['.', 'linked', 'linked/.claude/agents/reviewer.md'])
      assert.doesNotMatch(call(folder, ['check', argument]).stdout, /linked[^\n]*\n[^\n]*name-hides/, argument);
    assert.match(call(folder, ['check', 'copied']).stdout, /name-hides/);
  });

  it('a file of any size takes only the memory for what is read of it, and stays as it is', (t) => {
    const folder = folderOf(t, { 'long.md': `${SOUND}${'- a\n'.repeat(10_000_000)}` });
    const path = join(folder, '.claude/agents/long.md');
    const { size } = statSync(path);
    writeFileSync(join(folder, '.claude/agents/huge.md'), SOUND);
    // NUL that takes no place on the disk.
    truncateSync(join(folder, '.claude/agents/huge.md'), 3_000_000_000);
    const heap = { ...process.env, NODE_OPTIONS: '--max-old-space-size=64' };
    for (const command of ['check', 'fix']) {
      const { status, stdout, stderr } = call(folder, [command], heap);
      assert.deepEqual([status, stderr], [1, '']);
      assert.match(stdout, /\b2 errors/);
    }
    const { status, stdout } = call(folder, ['explain', path], heap);
    assert.equal(status, 1);
    assert.match(stdout, /does not load/);
    assert.equal(statSync(path).size, size);
    assert.equal(call(folder, ['check', '--as', 'gemini-cli', path], heap).status, 0);
  });

  it('a file that is too large is cut between two characters', (t) => {
    for (const shift of ['', 'a', 'ab', 'abc']) {
      const folder = folderOf(t, { 'x.md': `${SOUND}${shift}${'😀'.repeat(300_000)}` });
      const { status, stdout, stderr } = call(folder, ['check']);
      assert.deepEqual([status, stderr], [1, '']);
      assert.match(stdout, /file-large/);
    }
  });

  it('a folder with the name of an agent file is searched', (t) => {
    const folder = folderOf(t);
    mkdirSync(join(folder, '.claude/agents/x.md'));
    writeFileSync(join(folder, '.claude/agents/x.md/second.md'), SOUND.replace('reviewer', 'second'));
    const { status, stdout, stderr } = call(folder, ['check']);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, sum(2));
  });

  it('a file without read permission is reported, and the others are checked', (t) => {
    if (isWindows || process.getuid?.() === 0) return t.skip('the superuser may read everything');
    const folder = folderOf(t, { 'x.md': SOUND });
    chmodSync(join(folder, '.claude/agents/x.md'), 0);
    const { status, stdout, stderr } = call(folder, ['check']);
    assert.equal(status, 2);
    assert.equal(stderr, 'agent-authoring: .claude/agents/x.md: permission denied\n');
    assert.match(stdout, sum(1));
  });

  it('a file that is not UTF-8 is reported, and the others are checked', (t) => {
    const folder = folderOf(t, { 'latin.md': Buffer.from(SOUND.replace('diff', 'd\xefff'), 'latin1') });
    const { status, stdout, stderr } = call(folder, ['check']);
    assert.equal(status, 2);
    assert.equal(stderr, 'agent-authoring: .claude/agents/latin.md: not UTF-8 text\n');
    assert.match(stdout, sum(1));
  });

  it('broken and circular links are reported, and the files after them are checked', noLinks, (t) => {
    const folder = folderOf(t, { 'z-second.md': SOUND });
    const agents = join(folder, '.claude/agents');
    symlinkSync('nowhere.md', join(agents, 'a.md'));
    symlinkSync('b.md', join(agents, 'b.md'));
    const { status, stdout, stderr } = call(folder, ['check']);
    assert.equal(status, 2);
    assert.match(stderr, /a\.md: the link is broken\n/);
    assert.match(stderr, /b\.md: the link cannot be followed\n/);
    assert.match(stdout, sum(2));
    const named = call(folder, ['check', '.claude/agents/a.md', '.claude/agents/b.md']);
    assert.equal(named.status, 2);
    assert.match(named.stderr, /a\.md: no such file or folder\n.*b\.md: the link points to itself\n/s);
  });

  it('links to files are followed, and links to folders are not, so that there are no loops', noLinks, (t) => {
    const folder = folderOf(t);
    writeFileSync(join(folder, 'shared.md'), SOUND.replace('reviewer', 'shared'));
    symlinkSync('../../shared.md', join(folder, '.claude/agents/shared.md'));
    symlinkSync('.', join(folder, '.claude/agents/loop'));
    symlinkSync('..', join(folder, '.claude/agents/loop.md'));
    const { status, stdout, stderr } = call(folder, ['check']);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, sum(2));
  });

  it('package folders are skipped, but not inside an agents folder', (t) => {
    const folder = folderOf(t);
    for (const place of ['node_modules/p/.claude/agents', '.git/.claude/agents', '.claude/agents/node_modules/p']) {
      mkdirSync(join(folder, place), { recursive: true });
      writeFileSync(join(folder, place, 'second.md'), SOUND);
    }
    const { stdout } = call(folder, ['check', '--format=json']);
    const paths = JSON.parse(stdout).files.map(({ path }: { path: string }) => path);
    assert.deepEqual(paths, ['.claude/agents/node_modules/p/second.md', '.claude/agents/reviewer.md']);
  });

  it('a file is the same by its relative, absolute and native path', (t) => {
    const folder = folderOf(t);
    const native = ['.claude', 'agents', 'reviewer.md'].join(sep);
    const { status, stdout } = call(folder, ['check', native, `.${sep}${native}`, join(folder, native), folder, '.']);
    assert.equal(status, 0);
    assert.match(stdout, sum(1));
  });
});

describe('output', () => {
  it('has no colors in a pipe, whatever NO_COLOR says', (t) => {
    const folder = folderOf(t, { 'x.md': WARNED });
    for (const NO_COLOR of ['', '1']) {
      assert.ok(!call(folder, ['check'], { ...process.env, NO_COLOR }).stdout.includes('\u001b'));
    }
  });

  it('of check and fix is the same for standard input as for a file', (t) => {
    const folder = folderOf(t);
    const pipe = (command: string): SpawnSyncReturns<string> =>
      spawnSync(process.execPath, [cli, command, '--stdin', '--stdin-filename', '.claude/agents/new.md'], {
        cwd: folder,
        input: SOUND.replace('---\n\n', 'tools: Read, Read # é\n---\n\n'),
        encoding: 'utf8',
        timeout: NEVER,
      });
    const checked = pipe('check');
    assert.deepEqual([checked.status, checked.stderr], [0, '']);
    assert.match(checked.stdout, /^\.claude\/agents\/new\.md\n(?: {2}.*\n)* {2}4:14 .*tool-duplicate/);
    const fixed = pipe('fix');
    assert.deepEqual([fixed.status, fixed.stderr], [0, '']);
    assert.equal(fixed.stdout, SOUND.replace('---\n\n', 'tools: Read # é\n---\n\n'));
  });

  const many = (count: number): Record<string, string> =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`agent-${i}.md`, WARNED.replace('LS', 'LS, '.repeat(40))]),
    );

  it('is complete before the process ends, however long it is', (t) => {
    const { status, stdout } = call(folderOf(t, many(60)), ['check', '--format=json']);
    assert.equal(status, 0);
    assert.ok(stdout.length > 500_000, `${stdout.length} characters are more than a pipe holds`);
    assert.equal(JSON.parse(stdout).files.length, 61);
  });

  it('into a closed pipe does not crash', async (t) => {
    const child = spawn(process.execPath, [cli, 'check'], {
      cwd: folderOf(t, many(60)),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.stdout.once('data', () => child.stdout.destroy());
    await once(child, 'close');
    assert.deepEqual([child.exitCode, child.signalCode, errors], [0, null, '']);
  });

  it('that cannot be written is an error', {
    skip: process.platform !== 'linux' && 'only Linux has /dev/full',
  }, (t) => {
    const script = `"${process.execPath}" "${cli}" check > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: folderOf(t), encoding: 'utf8' });
    assert.equal(status, 2);
    assert.match(stderr, /^agent-authoring: cannot write the output: .*\n$/);
  });
});

describe('agent-authoring lsp', () => {
  it('starts the server', async (t) => {
    const child = start(t, cli, ['lsp', '--stdio']);
    child.send(initialize());
    assert.match(JSON.stringify(await child.answer(1)), /utf-16/);
    child.process.stdin.end();
    assert.equal(await child.ended(), 1);
  });

  it('says what to do without a transport', async (t) => {
    const child = start(t, cli, ['lsp']);
    assert.equal(await child.ended(), 2);
    assert.match(child.errors(), /--stdio/);
  });
});

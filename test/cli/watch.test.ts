/** `check --watch`: what is watched, which changes matter, and what is written. The changes are told by the test. */
import assert from 'node:assert/strict';
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Environment } from '../../server/cli/environment';
import { main } from '../../server/cli/main';
import { machine } from '../../server/node/machine';
import { NEVER } from '../lsp/child';
import { programs } from '../programs';
import { BROKEN, run, SOUND, WARNED } from './memory';

const AGENT = '.claude/agents/reviewer.md';

/** A folder with an agent, packages and what git ignores. */
function folderOf(t: TestContext): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'watch-')));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const files = {
    [AGENT]: SOUND,
    '.git/refs/a': '',
    '.gitignore': 'out\n',
    'out/deep/a.js': '',
    'src/main.ts': '',
    'node_modules/x/.claude/agents/x.md': BROKEN,
  };
  for (const [path, text] of Object.entries(files)) put(folder, path, text);
  return folder.replaceAll('\\', '/');
}

function put(folder: string, path: string, text: string): void {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Starts the command with a watcher that the test speaks for. */
function watching(folder: string, argv: readonly string[] = [], columns?: number) {
  let [out, err] = ['', ''];
  let folders: readonly string[] = [];
  let tell: (paths: readonly string[]) => void = () => assert.fail('nothing is watched');
  const environment: Environment = {
    ...machine,
    stdin: () => ({ kind: 'error', message: 'closed' }),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    color: false,
    ...(columns !== undefined && { columns }),
    watch: (changed) => {
      tell = changed;
      return {
        watch: (some) => {
          folders = some;
        },
      };
    },
  };
  const code = main(['check', '--watch', ...argv, folder], environment);
  return {
    code,
    folders: () => folders,
    /** What is written after a change. */
    told(...paths: readonly string[]): { readonly out: string; readonly err: string } {
      [out, err] = ['', ''];
      tell(paths);
      return { out, err };
    },
    start: { out, err },
  };
}

describe('check --watch', () => {
  it('checks once, and watches the folders that it has searched', (t) => {
    const folder = folderOf(t);
    const { code, folders, start } = watching(folder);
    assert.equal(code, 0);
    assert.match(start.out, /^1 file checked/);
    assert.match(start.err, /^Watching \d+ folders for changes; Ctrl\+C ends this\.\n$/);
    for (const one of ['', '/.claude', '/.claude/agents', '/src']) assert.ok(folders().includes(folder + one), one);
    for (const one of ['/node_modules/x', '/out/deep', '/.git/refs']) assert.ok(!folders().includes(folder + one), one);
  });

  it('checks again when an agent changes, comes or goes', (t) => {
    const folder = folderOf(t);
    const { told } = watching(folder);
    put(folder, AGENT, WARNED);
    const { out, err } = told(`${folder}/${AGENT}`);
    assert.match(out, /^[^\n]*reviewer\.md\n[^\n]*tool-removed/);
    assert.equal(err, 'Checking again: 1 change.\n');
    put(folder, '.claude/agents/broken.md', BROKEN);
    assert.match(told(`${folder}/.claude/agents/broken.md`).out, /name-missing[\s\S]*2 files checked/);
    rmSync(join(folder, AGENT));
    assert.match(told(`${folder}/${AGENT}`).out, /1 file checked/);
  });

  it('checks again when the configuration comes, changes or goes', (t) => {
    const folder = folderOf(t);
    put(folder, AGENT, WARNED);
    const { told } = watching(folder);
    const configuration = `${folder}/.agent-authoring.json`;
    put(folder, '.agent-authoring.json', '{ "rules": { "tool-removed": "off" } }');
    assert.match(told(configuration).out, /0 warnings/);
    rmSync(configuration);
    assert.match(told(configuration).out, /1 warning/);
  });

  it('watches a new folder from then on', (t) => {
    const folder = folderOf(t);
    const { told, folders } = watching(folder);
    put(folder, 'part/.claude/agents/broken.md', BROKEN);
    assert.match(told(`${folder}/part`).out, /2 files checked: 1 error/);
    assert.ok(folders().includes(`${folder}/part/.claude/agents`));
  });

  it('says nothing about changes that do not matter', (t) => {
    const folder = folderOf(t);
    const { told } = watching(folder);
    put(folder, 'report.txt', 'x');
    const nothing = { out: '', err: '' };
    for (const path of ['src/main.ts', 'report.txt', '.claude/agents/reviewer.md~', 'README.md'])
      assert.deepEqual(told(`${folder}/${path}`), nothing, path);
    // A folder above is watched, because a configuration may come there.
    assert.deepEqual(told(`${dirname(folder)}/other.md`), nothing);
  });

  it('clears a terminal, and nothing else', (t) => {
    const folder = folderOf(t);
    assert.ok(watching(folder, [], 80).told(`${folder}/${AGENT}`).out.startsWith('\u001b[2J'));
    assert.ok(!watching(folder).told(`${folder}/${AGENT}`).out.includes('\u001b'));
    assert.ok(!watching(folder, [], 80).start.out.includes('\u001b'));
  });

  it('is refused where it cannot be', () => {
    assert.match(run(['check', '--watch'], {}).err, /files cannot be watched here/);
    for (const more of [
      ['--write-baseline', 'b.json'],
      ['--stdin', '--stdin-filename', 'a.md'],
    ])
      assert.match(run(['check', '--watch', ...more], {}, { stdin: SOUND }).err, /--watch cannot be combined/);
  });
});

/** Waits until the output of a process matches; the test runner ends a process that never does. */
const until = (child: ChildProcessWithoutNullStreams, wanted: RegExp): Promise<void> =>
  new Promise((resolve, reject) => {
    let seen = '';
    const timer = setTimeout(() => reject(new Error(`not seen: ${wanted} in ${seen}`)), NEVER);
    const look = (chunk: Buffer): void => {
      seen += chunk.toString();
      if (!wanted.test(seen)) return;
      clearTimeout(timer);
      child.stdout.off('data', look);
      child.stderr.off('data', look);
      resolve();
    };
    child.stdout.on('data', look);
    child.stderr.on('data', look);
  });

it('check --watch sees changes of this machine, also in new folders', async (t) => {
  const folder = folderOf(t);
  const child = spawn(process.execPath, [programs.cli, 'check', '--watch'], { cwd: folder });
  t.after(() => child.kill());
  await until(child, /Watching/);
  put(folder, AGENT, WARNED);
  await until(child, /Checking again[\s\S]*1 warning|1 warning[\s\S]*Checking again/);
  put(folder, 'part/.claude/agents/broken.md', BROKEN);
  await until(child, /2 files checked: 1 error/);
  put(folder, 'part/.claude/agents/broken.md', SOUND);
  await until(child, /2 files checked: 0 errors/);
});

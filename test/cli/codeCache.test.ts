/** What V8 has compiled of the programs is kept for the next start, and nothing bad in its place changes what they do. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { NEVER } from '../lsp/child';
import { programs } from '../programs';
import { WARNED } from './memory';

/** Tells of each bundle whether V8 used the code that was kept of it. */
const PROBE = `
const vm = require('node:vm');
const { basename } = require('node:path');
const { Script } = vm;
vm.Script = class extends Script {
  constructor(source, options) {
    super(source, options);
    const { cachedData, filename } = options;
    const use = cachedData === undefined ? 'compiled' : this.cachedDataRejected ? 'refused' : 'used';
    require('node:fs').writeSync(2, basename(filename) + ' ' + use + '\\n');
  }
};`;

const message = (text: object): string => {
  const json = JSON.stringify({ jsonrpc: '2.0', ...text });
  return `Content-Length: ${json.length}\r\n\r\n${json}`;
};

const SESSION = [
  { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
  { method: 'initialized', params: {} },
  { id: 2, method: 'shutdown' },
  { method: 'exit' },
]
  .map(message)
  .join('');

interface Start {
  readonly status: number | null;
  readonly stdout: string;
  /** What became of each bundle, in the order of loading. */
  readonly bundles: readonly string[];
}

/** A folder with an agent and a folder for caches, and ways to start the programs there. */
function machine(t: TestContext): {
  readonly folder: string;
  readonly files: () => readonly string[];
  readonly start: (argv: readonly string[], env?: Readonly<Record<string, string>>) => Start;
} {
  const base = mkdtempSync(join(tmpdir(), 'agent-authoring-code-'));
  t.after(() => rmSync(base, { recursive: true, force: true }));
  mkdirSync(join(base, '.claude', 'agents'), { recursive: true });
  writeFileSync(join(base, '.claude', 'agents', 'a.md'), WARNED);
  const probe = join(base, 'probe.cjs');
  writeFileSync(probe, PROBE);
  const folder = join(base, 'caches', 'agent-authoring', 'code');
  return {
    folder,
    files: () => (existsSync(folder) ? readdirSync(folder).sort() : []),
    start: ([program = '', ...argv], env = {}) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', probe, program, ...argv], {
        cwd: base,
        encoding: 'utf8',
        input: SESSION,
        timeout: NEVER,
        env: { ...process.env, XDG_CACHE_HOME: join(base, 'caches'), NODE_DISABLE_COMPILE_CACHE: '', ...env },
      });
      return { status, stdout, bundles: stderr.trim() === '' ? [] : stderr.trim().split('\n') };
    },
  };
}

const check = [programs.cli, 'check'];

/** The folder for caches is another one there, which a test must not touch. */
const elsewhere = { skip: process.platform !== 'linux' && 'the folder for caches can be chosen on Linux only' };

describe('the code of the programs', elsewhere, () => {
  it('is compiled by the first check, and used by the second', (t) => {
    const { start, files, folder } = machine(t);
    const first = start(check);
    assert.deepEqual(first.bundles, ['commandLine.js compiled', 'core.js compiled']);
    assert.equal(files().length, 2);
    const second = start(check);
    assert.deepEqual(second.bundles, ['commandLine.js used', 'core.js used']);
    assert.deepEqual([second.status, second.stdout], [first.status, first.stdout]);
    assert.match(first.stdout, /1 warning/);
    for (const name of files()) assert.equal(statSync(join(folder, name)).mode & 0o077, 0, name);
  });

  it('of the language server is kept as well, also when the command line starts it', (t) => {
    const { start } = machine(t);
    const bundles = ['languageServer.js', 'core.js', 'lsp.js'];
    const first = start([programs.server, '--stdio']);
    assert.deepEqual([...first.bundles].sort(), bundles.map((name) => `${name} compiled`).sort());
    const second = start([programs.cli, 'lsp', '--stdio']);
    assert.deepEqual(
      [...second.bundles].sort(),
      ['commandLine.js compiled', ...bundles.map((name) => `${name} used`)].sort(),
    );
  });

  it('is not kept by a command that needs little of it', (t) => {
    const { start, files } = machine(t);
    start([programs.cli, '--version']);
    assert.deepEqual(files(), []);
  });

  it('is neither read nor kept when the user turns that off', (t) => {
    const { start, files } = machine(t);
    const off = { NODE_DISABLE_COMPILE_CACHE: '1' };
    assert.deepEqual(start(check, off).bundles, ['commandLine.js compiled', 'core.js compiled']);
    assert.deepEqual(files(), []);
    start(check);
    assert.deepEqual(start(check, off).bundles, ['commandLine.js compiled', 'core.js compiled']);
  });

  const damages: readonly (readonly [string, (content: Buffer) => Buffer])[] = [
    ['empty', () => Buffer.alloc(0)],
    ['cut off', (content) => content.subarray(0, content.length / 2)],
    ['changed in one byte', (content) => content.fill((content[4_000] ?? 0) ^ 1, 4_000, 4_001)],
    ['something else', () => Buffer.from('const a = 1;')],
  ];
  for (const [what, damage] of damages) {
    it(`is compiled again when its file is ${what}`, (t) => {
      const { start, files, folder } = machine(t);
      const first = start(check);
      for (const name of files()) writeFileSync(join(folder, name), damage(readFileSync(join(folder, name))));
      const second = start(check);
      assert.deepEqual(second.bundles, ['commandLine.js compiled', 'core.js compiled']);
      assert.deepEqual([second.status, second.stdout], [first.status, first.stdout]);
      assert.deepEqual(start(check).bundles, ['commandLine.js used', 'core.js used'], 'it is repaired');
    });
  }

  it('of other flags of V8 is refused by V8', (t) => {
    const { start } = machine(t);
    start(check);
    const other = start(['--max-lazy', ...check]);
    assert.deepEqual(other.bundles, ['commandLine.js refused', 'core.js refused']);
    assert.equal(other.status, 0);
  });

  it('is not read from a file that other users may write to', (t) => {
    const { start, files, folder } = machine(t);
    start(check);
    for (const name of files()) chmodSync(join(folder, name), 0o666);
    assert.deepEqual(start(check).bundles, ['commandLine.js compiled', 'core.js compiled']);
  });

  it('is not kept where the folder for caches is a file', (t) => {
    const { start, folder } = machine(t);
    writeFileSync(join(folder, '..', '..'), '');
    const { status, bundles } = start(check);
    assert.equal(status, 0);
    assert.deepEqual(bundles, ['commandLine.js compiled', 'core.js compiled']);
  });

  it('of versions that nothing starts any more is removed after a month', (t) => {
    const { start, files, folder } = machine(t);
    mkdirSync(folder, { recursive: true });
    const days = (count: number): number => Date.now() / 1000 - count * 24 * 60 * 60;
    const put = (name: string, age: number): void => {
      writeFileSync(join(folder, name), '');
      utimesSync(join(folder, name), days(age), days(age));
    };
    put('command-core.js-1.code', 40);
    put('command-core.js-2.code.77', 40);
    put('command-core.js-3.code', 20);
    put('note.txt', 40);
    start(check);
    assert.deepEqual(
      files().filter((name) => !/-node\./.test(name)),
      ['command-core.js-3.code', 'note.txt'],
    );
  });
});

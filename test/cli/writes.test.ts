/** What `fix` and `profile learn` write, as a process: files that must stay as they are, and what killed runs leave. */
import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { NEVER } from '../lsp/child';
import { programs } from '../programs';
import { SOUND } from './memory';

const isWindows = process.platform === 'win32';
const noLinks = isWindows ? { skip: 'links need a privilege on Windows' } : {};
const onLinux = process.platform === 'linux' ? {} : { skip: 'only Linux reports each new file at once' };

/** One problem with a safe fix. */
const COLON = SOUND.replace('Reads a diff', 'Reads: a diff');
const FIXED = COLON.replace(/description: (.*)/, "description: '$1'");

function folderOf(t: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'agent-authoring-writes-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const agents = join(folder, '.claude/agents');
  mkdirSync(agents, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(agents, name), text);
  return agents;
}

const call = (agents: string, ...argv: readonly string[]): SpawnSyncReturns<string> =>
  spawnSync(process.execPath, [programs.cli, ...argv], {
    cwd: join(agents, '../..'),
    encoding: 'utf8',
    timeout: NEVER,
  });

describe('fix', () => {
  it('counts a file that it cannot write, with what is left in it', (t) => {
    const agents = folderOf(t, { 'a.md': COLON, 'b.md': COLON.replace('reviewer', 'second') });
    chmodSync(join(agents, 'a.md'), 0o444);
    const { status, stdout, stderr } = call(agents, 'fix');
    assert.equal(status, 2);
    assert.equal(stderr, 'agent-authoring: .claude/agents/a.md: the file is read-only\n');
    assert.match(
      stdout,
      /^\.claude\/agents\/b\.md: 2 problems before, 1 left\n1 of 2 files fixed; 3 problems left, including 0 errors/,
    );
    chmodSync(join(agents, 'a.md'), 0o644);
  });

  it('fixes a file with two names once, and says so', noLinks, (t) => {
    const agents = folderOf(t, { 'a.md': COLON });
    symlinkSync('a.md', join(agents, 'b.md'));
    const { status, stdout, stderr } = call(agents, 'fix');
    assert.equal(status, 0);
    assert.match(stdout, /^1 of 1 file fixed/m);
    assert.match(stderr, /b\.md: it is another name of \.claude\/agents\/a\.md/);
    assert.equal(readFileSync(join(agents, 'a.md'), 'utf8'), FIXED);
  });

  it('leaves a file with several names and one behind a link out of the folder as they are', noLinks, (t) => {
    const agents = folderOf(t, { 'a.md': COLON });
    const other = folderOf(t, { 'b.md': COLON });
    linkSync(join(agents, 'a.md'), join(agents, 'a.bak'));
    symlinkSync(other, join(agents, 'shared'));
    for (const argv of [['fix'], ['fix', '.claude/agents'], ['fix', agents], ['fix', join(agents, 'shared/b.md')]]) {
      const { status, stderr } = call(agents, ...argv);
      assert.equal(status, 2, argv.join(' '));
      if (argv.length < 2) assert.match(stderr, /a\.md: the file has several names \(hard links\)/);
      assert.match(stderr, /b\.md: a link leads outside/);
    }
    assert.equal(readFileSync(join(agents, 'a.md'), 'utf8'), COLON);
    assert.equal(readFileSync(join(other, 'b.md'), 'utf8'), COLON);
  });
});

describe('what a killed write leaves', () => {
  /** A process that has ended, so that its number means no running one. */
  const ended = (): number => spawnSync(process.execPath, ['--version']).pid;

  /** The name of a draft as a running `fix` writes it. */
  async function draftName(t: TestContext): Promise<string> {
    const agents = folderOf(t, { 'a.md': COLON });
    let found = '';
    const watcher = watch(agents, (_, name) => {
      if (name?.endsWith('.tmp') === true) found = name;
    });
    const child = spawn(process.execPath, [programs.cli, 'fix'], { cwd: join(agents, '../..') });
    await once(child, 'close');
    watcher.close();
    assert.match(found, new RegExp(`^\\.agent-authoring-[0-9a-f]+-${child.pid}-[0-9a-f]+\\.tmp$`));
    return found.replace(`-${child.pid}-`, '-PID-');
  }

  it('is removed by the next run, and nothing else is', onLinux, async (t) => {
    const name = await draftName(t);
    const agents = folderOf(t, { 'a.md': SOUND });
    const ofMachine = (pid: number | string): string => name.replace('PID', String(pid));
    const foreign = `.agent-authoring-00000000-${ended()}-${'0'.repeat(12)}.tmp`;
    const old = `.agent-authoring-00000000-2-${'0'.repeat(12)}.tmp`;
    const kept = [
      // Of a run that is alive, of another machine, and files that only look alike.
      ofMachine(process.pid),
      foreign,
      '.agent-authoring-notes.tmp',
      `x${ofMachine(ended())}`,
      ofMachine(ended()).replace('.tmp', '.md'),
    ];
    for (const one of [...kept, ofMachine(ended()), old]) writeFileSync(join(agents, one), 'a draft');
    utimesSync(join(agents, old), new Date(0), new Date(0));
    mkdirSync(join(agents, ofMachine(ended()).replace(/-[0-9a-f]+\.tmp/, `-${'1'.repeat(12)}.tmp`)));
    call(agents, 'check');
    call(agents, 'fix', '--dry-run');
    assert.ok(existsSync(join(agents, old)), 'what writes nothing removes nothing');
    assert.equal(call(agents, 'fix', '.claude/agents/a.md').status, 0);
    const files = readdirSync(agents, { withFileTypes: true }).flatMap((one) => (one.isFile() ? one.name : []));
    assert.deepEqual(files.sort(), [...kept, 'a.md'].sort());
  });

  it('is never taken for an agent', onLinux, async (t) => {
    const name = await draftName(t);
    const agents = folderOf(t, { 'a.md': SOUND, [name.replace('PID', '1')]: COLON });
    for (const more of [[], ['--as', 'claude-code']]) {
      const { stdout } = call(agents, 'check', '.claude/agents', ...more);
      assert.match(stdout, /^1 file checked/m);
    }
  });
});

describe('profile learn --write', () => {
  const agent = (name: string): string => `${SOUND.replace('reviewer', name)}\n## Quality Assurance\n\nTest it.\n`;
  const five = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.md`, agent(name)]));

  it('keeps the byte order mark of the configuration file, which check accepts too', (t) => {
    const agents = folderOf(t, five);
    const path = join(agents, '../../.agent-authoring.json');
    writeFileSync(path, '\uFEFF{"maxFindings":7}');
    assert.equal(call(agents, 'check').status, 0);
    const { status, stderr } = call(agents, 'profile', 'learn', '--write');
    assert.deepEqual([status, stderr], [0, '']);
    const text = readFileSync(path, 'utf8');
    assert.ok(text.startsWith('\uFEFF{'));
    assert.equal(JSON.parse(text.slice(1)).maxFindings, 7);
    assert.equal(call(agents, 'check').status, 0);
  });

  it('says what is wrong with data that nests too deep, and does not change the file', (t) => {
    const agents = folderOf(t, five);
    const path = join(agents, '../../.agent-authoring.json');
    const deep = `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`;
    writeFileSync(path, deep);
    const { status, stderr } = call(agents, 'profile', 'learn', '--write');
    assert.equal(status, 2);
    assert.match(stderr, /json: is not valid JSON: it nests deeper than 64 levels, so the file was not changed\n$/);
    assert.equal(readFileSync(path, 'utf8'), deep);
    assert.match(
      call(agents, 'check').stderr,
      /^agent-authoring: .*json:1:1: The file is not valid JSON: it nests deeper than 64 levels\n$/,
    );
  });

  it('quotes nothing from a file to which the configuration file is a link', noLinks, (t) => {
    const agents = folderOf(t, five);
    writeFileSync(join(agents, '../../../secret-of-another-user'), 'root:x:0:0:hunter2');
    t.after(() => rmSync(join(agents, '../../../secret-of-another-user')));
    symlinkSync('../secret-of-another-user', join(agents, '../../.agent-authoring.json'));
    for (const argv of [['check'], ['profile', 'learn', '--write']]) {
      const { status, stdout, stderr } = call(agents, ...argv);
      assert.equal(status, 2);
      assert.match(stderr, /is not valid JSON: this is no JSON value/);
      assert.doesNotMatch(stdout + stderr, /root|hunter2/);
    }
  });
});

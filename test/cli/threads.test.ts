/** Many files are checked on several threads, which does not show in what is said about them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { it } from 'node:test';
import { MANY_FILES } from '../../server/cli/reported';
import { NEVER } from '../lsp/child';
import { programs } from '../programs';
import { run, SOUND, WARNED } from './memory';

/** Agents with and without problems in some folders, each with a configuration file, one of which is broken. */
function manyFiles(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (let i = 0; i < MANY_FILES; i++) {
    const folder = `part${String(i % 7)}`;
    const text =
      [SOUND, WARNED, `---\nname: x${i}\n---\nHi`, '---\nname: a\ndescription: d\ntools: Nope\n---\nHi\n'][i % 4] ?? '';
    files[`${folder}/.claude/agents/agent-${i}.md`] = text;
    files[`${folder}/.agent-authoring.json`] = i % 7 === 3 ? '{' : '{ "rules": { "name-file": "off" }, "oops": 1 }';
  }
  return files;
}

/** Says when a thread other than the first begins. */
const PROBE = `if (!require('node:worker_threads').isMainThread) require('node:fs').writeSync(2, 'another thread\\n');`;

const alone = availableParallelism() < 2 && 'this machine runs one thread at a time';

it('several threads say what one says, in the same order', { skip: alone }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'agent-authoring-threads-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const files = manyFiles();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const probe = join(folder, 'probe.cjs');
  writeFileSync(probe, PROBE);
  const argv = ['check', '--format', 'json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--require', probe, programs.cli, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    timeout: NEVER,
    maxBuffer: 1 << 28,
  });
  const here = folder.replaceAll('\\', '/');
  const inMemory = Object.fromEntries(Object.entries(files).map(([path, text]) => [`${here}/${path}`, text]));
  const one = run(argv, inMemory, { folder: here });
  assert.match(stderr, /another thread/);
  assert.deepEqual(
    { code: status, out: stdout, err: stderr.replaceAll('another thread\n', '') },
    { code: one.code, out: one.out, err: one.err },
  );
  assert.equal(JSON.parse(stdout).files.length, MANY_FILES);
});

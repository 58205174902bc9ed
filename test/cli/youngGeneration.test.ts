/** The part of memory in which V8 makes new objects stays small on the command line. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { NEVER } from '../lsp/child';
import { programs } from '../programs';

/** Says at the end how many megabytes it has. */
const PROBE = `
const v8 = require('node:v8');
process.on('exit', () => {
  const { space_size: size } = v8.getHeapSpaceStatistics().find((space) => space.space_name === 'new_space');
  require('node:fs').writeSync(2, 'new objects: ' + size / 1048576 + ' MB\\n');
});`;

/** The same when the program cannot change the flags of V8. */
const UNLIMITED = `${PROBE}\nv8.setFlagsFromString = () => undefined;`;

/** So many that V8 enlarges it as far as it can. */
const AGENTS = 400;

/** A folder with agents, and a script to load before a program. */
function folderWith(t: TestContext, script: string): { readonly folder: string; readonly probe: string } {
  const folder = mkdtempSync(join(tmpdir(), 'agent-authoring-memory-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const agents = join(folder, '.claude', 'agents');
  mkdirSync(agents, { recursive: true });
  const body = 'You read the code, and say what it does. Never write to `src/`.\n\n'.repeat(100);
  for (let i = 0; i < AGENTS; i++)
    writeFileSync(
      join(agents, `a${i}.md`),
      `---\nname: a${i}\ndescription: Reads part ${i}.\ntools: Read, Nope\n---\n\n${body}`,
    );
  const probe = join(folder, 'probe.cjs');
  writeFileSync(probe, script);
  return { folder, probe };
}

function megabytesIn(stderr: string): number {
  const [, size = assert.fail(`the program did not say it: ${stderr}`)] = /new objects: ([\d.]+) MB/.exec(stderr) ?? [];
  return Number(size);
}

/** Checks the agents on the command line. */
function checked(t: TestContext, script: string): number {
  const { folder, probe } = folderWith(t, script);
  const argv = ['--require', probe, programs.cli, 'check'];
  const { status, stderr } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8', timeout: NEVER });
  assert.equal(status, 0, stderr);
  return megabytesIn(stderr);
}

describe('the part of memory for new objects', () => {
  it('has 8 MB after a check of many agents', (t) => assert.equal(checked(t, PROBE), 8));

  it('would have more without a limit', (t) => assert.ok(checked(t, UNLIMITED) > 8));
});

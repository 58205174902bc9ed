/** Writing under Node: whole or not at all, with the mode kept and links followed only inside the folder. */
import assert from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { writeText } from '../../server/node/writeText';

describe('writing a file', () => {
  let folder = '';
  const home = process.cwd();
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'agent-authoring-'));
    mkdirSync(join(folder, 'in'));
    process.chdir(join(folder, 'in'));
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  });

  it('replaces the text, keeps the mode and leaves no temporary file', (t) => {
    writeFileSync('a.md', 'old');
    if (process.platform !== 'win32') chmodSync('a.md', 0o640);
    assert.deepEqual(writeText('a.md', '\uFEFFné\r\n'), { kind: 'written' });
    assert.deepEqual(readFileSync('a.md'), Buffer.from('\uFEFFné\r\n', 'utf8'));
    assert.deepEqual(readdirSync('.'), ['a.md']);
    if (process.platform === 'win32') t.diagnostic('Windows has no modes');
    else assert.equal(statSync('a.md').mode & 0o777, 0o640);
  });

  it('follows a link inside the folder and keeps it a link', (t) => {
    if (process.platform === 'win32') return t.skip('links need rights on Windows');
    writeFileSync('a.md', 'old');
    symlinkSync('a.md', 'b.md');
    assert.deepEqual(writeText('b.md', 'new'), { kind: 'written' });
    assert.ok(lstatSync('b.md').isSymbolicLink());
    assert.equal(readFileSync('a.md', 'utf8'), 'new');
  });

  it('refuses a link to another folder, a folder and a missing file', (t) => {
    assert.equal(writeText('nowhere.md', 'new').kind, 'error');
    assert.equal(writeText('.', 'new').kind, 'error');
    if (process.platform === 'win32') return t.diagnostic('links need rights on Windows');
    writeFileSync(join(folder, 'outside.md'), 'old');
    symlinkSync(join('..', 'outside.md'), 'c.md');
    assert.equal(writeText('c.md', 'new').kind, 'error');
    assert.equal(readFileSync(join(folder, 'outside.md'), 'utf8'), 'old');
    assert.deepEqual(writeText(join('..', 'outside.md'), 'new'), { kind: 'written' });
  });
});

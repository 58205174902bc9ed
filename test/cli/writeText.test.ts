/** Writing under Node: whole or not at all, with everything kept that a file has, and no change of another program lost. */
import assert from 'node:assert/strict';
import fs, {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it, type TestContext } from 'node:test';
import type { FileWrite } from '../../server/cli/environment';
import { writeText } from '../../server/node/writeText';

const isWindows = process.platform === 'win32';
const noLinks = isWindows ? { skip: 'links need a privilege on Windows' } : {};
const noModes = isWindows ? { skip: 'Windows has no modes' } : {};
const DONE: FileWrite = { kind: 'written' };

/** Why `new` cannot be written where `old` is. */
function refusal(path: string, tree = '.'): string {
  const result = writeText({ path, before: 'old', after: 'new', tree });
  return result.kind === 'error' ? result.message : assert.fail('it was written');
}

const write = (path: string, after = 'new', tree = '.'): FileWrite => writeText({ path, before: 'old', after, tree });

/** Lets something else happen when a new text is flushed to the disk. */
function flushing(t: TestContext, act: () => void): { readonly calls: () => number; readonly restore: () => void } {
  const flush = t.mock.method(fs, 'fsyncSync', act);
  // The module under test has imported the function by its name.
  syncBuiltinESMExports();
  return {
    calls: () => flush.mock.callCount(),
    restore: () => {
      flush.mock.restore();
      syncBuiltinESMExports();
    },
  };
}

describe('writing a file', () => {
  let folder = '';
  const home = process.cwd();
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'agent-authoring-')));
    mkdirSync(join(folder, 'in'));
    mkdirSync(join(folder, 'out'));
    process.chdir(join(folder, 'in'));
    for (const path of ['a.md', '../outside.md', '../out/a.md']) writeFileSync(path, 'old');
  });
  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true, force: true });
  });

  it('replaces the text, keeps the mode and leaves no temporary file', (t) => {
    if (!isWindows) chmodSync('a.md', 0o640);
    assert.deepEqual(write('a.md', '\uFEFFné\r\n'), DONE);
    assert.deepEqual(readFileSync('a.md'), Buffer.from('\uFEFFné\r\n', 'utf8'));
    assert.deepEqual(readdirSync('.'), ['a.md']);
    if (isWindows) t.diagnostic('Windows has no modes');
    else assert.equal(statSync('a.md').mode & 0o777, 0o640);
  });

  it('does not overwrite a file that contains anything but the text that was read', () => {
    for (const text of ['', 'ol', 'odd', 'older', '\uFEFFold']) {
      writeFileSync('a.md', text);
      assert.match(refusal('a.md'), /has changed since the check/);
      assert.equal(readFileSync('a.md', 'utf8'), text);
    }
    assert.deepEqual(readdirSync('.'), ['a.md']);
  });

  it('does not overwrite what an editor saves while the new text is being written', (t) => {
    const saves: Readonly<Record<string, () => void>> = {
      'in place': () => writeFileSync('a.md', 'odd'),
      'by renaming': () => {
        writeFileSync('b.md', 'odd');
        renameSync('b.md', 'a.md');
      },
    };
    for (const [how, save] of Object.entries(saves)) {
      writeFileSync('a.md', 'old');
      // The last that is done to the new file before it takes the name.
      const flush = flushing(t, save);
      assert.match(refusal('a.md'), /has changed since the check/, how);
      assert.equal(flush.calls(), 1);
      flush.restore();
      assert.equal(readFileSync('a.md', 'utf8'), 'odd', how);
      assert.deepEqual(readdirSync('.'), ['a.md']);
    }
  });

  it('says that the disk is full, and leaves the old text', (t) => {
    const flush = flushing(t, () => {
      throw Object.assign(new Error('ENOSPC: no space left on device, fsync'), { code: 'ENOSPC' });
    });
    t.after(flush.restore);
    assert.equal(refusal('a.md'), 'no space is left on the disk');
    assert.equal(readFileSync('a.md', 'utf8'), 'old');
    assert.deepEqual(readdirSync('.'), ['a.md']);
  });

  it('refuses a folder and a missing file', () => {
    assert.match(refusal('nowhere.md'), /no such file/);
    assert.match(refusal('.'), /not a regular file/);
  });

  it('refuses a read-only file, although its folder would allow to replace it', () => {
    chmodSync('a.md', 0o444);
    assert.equal(refusal('a.md'), 'the file is read-only');
    chmodSync('a.md', 0o644);
  });

  it('refuses a file with several names, so that they stay one file', noLinks, () => {
    linkSync('a.md', 'b.md');
    assert.match(refusal('a.md'), /hard links/);
    assert.equal(statSync('b.md').nlink, 2);
  });

  it('keeps owner, group and special bits, or refuses', noModes, (t) => {
    if (process.getuid?.() !== 0) return t.skip('only the superuser may give files away');
    chownSync('a.md', 1234, 4321);
    chmodSync('a.md', 0o4640);
    assert.deepEqual(write('a.md'), DONE);
    const { uid, gid, mode } = statSync('a.md');
    assert.deepEqual([uid, gid, mode & 0o7777], [1234, 4321, 0o4640]);
    for (const one of ['.', '..']) chmodSync(one, 0o777);
    writeFileSync('a.md', 'old');
    chmodSync('a.md', 0o4666);
    process.seteuid?.(65534);
    try {
      assert.match(refusal('a.md'), /belongs to another user/);
    } finally {
      process.seteuid?.(0);
    }
    assert.equal(statSync('a.md').uid, 1234);
    assert.deepEqual(readdirSync('.'), ['a.md']);
  });

  it('follows a link inside the folder and keeps it a link', noLinks, () => {
    symlinkSync('a.md', 'b.md');
    assert.deepEqual(write('b.md'), DONE);
    assert.ok(lstatSync('b.md').isSymbolicLink());
    assert.equal(readFileSync('a.md', 'utf8'), 'new');
  });

  it(
    'refuses links out of the folder, of the file or of a folder on its path, however the path is written',
    noLinks,
    () => {
      symlinkSync(join('..', 'outside.md'), 'c.md');
      symlinkSync(join('..', 'out'), 'far');
      symlinkSync(join(folder, 'in'), join(folder, 'alias'));
      for (const path of ['c.md', join('far', 'a.md')]) {
        for (const way of [path, join(folder, 'in', path), join('..', 'in', path), join(folder, 'alias', path)])
          for (const tree of ['.', join(way, '..')]) assert.match(refusal(way, tree), /a link leads outside/, way);
      }
      assert.equal(readFileSync(join(folder, 'outside.md'), 'utf8'), 'old');
      assert.equal(readFileSync(join(folder, 'out/a.md'), 'utf8'), 'old');
    },
  );

  it('writes outside the current folder what was named there, and follows no link out of that', noLinks, () => {
    assert.deepEqual(write(join('..', 'outside.md'), 'new', '..'), DONE);
    symlinkSync(join('..', 'outside.md'), join(folder, 'out/b.md'));
    symlinkSync(join(folder, 'in'), join(folder, 'out/back'));
    const outside = join(folder, 'out');
    writeFileSync(join(folder, 'outside.md'), 'old');
    assert.match(refusal(join(outside, 'b.md'), outside), /a link leads outside/);
    assert.deepEqual(write(join(outside, 'a.md'), 'new', outside), DONE);
    assert.deepEqual(write(join(outside, 'back/a.md'), 'new', outside), DONE);
  });
});

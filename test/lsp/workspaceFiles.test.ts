/** Finds and reads the files of a workspace on a disk, whatever is in its folders. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { localFiles, userFolders } from '../../server/node/workspaceFiles';

const A = '.claude/agents';

/** A folder with some files. */
function folderWith(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const link = (folder: string, name: string, target: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  symlinkSync(target, join(folder, name));
};

/** The names of what is found, decoded. */
async function found(folder: string): Promise<readonly string[]> {
  const root = pathToFileURL(folder).href;
  const { uris } = await localFiles.find(root);
  return uris.map((uri) => decodeURIComponent(uri.slice(root.length + 1))).sort();
}

const uriOf = (folder: string, name: string): string => pathToFileURL(join(folder, name)).href;

describe('the files of a workspace on a disk', () => {
  it('are spelled as VS Code spells them', async (t) => {
    const folder = folderWith(t, { [`it's (a) [b] !*/${A}/ü#%20.md`]: '' });
    const { uris } = await localFiles.find(pathToFileURL(folder).href);
    assert.deepEqual(uris, [
      `${pathToFileURL(folder).href}/it%27s%20%28a%29%20%5Bb%5D%20%21%2A/${A}/%C3%BC%23%2520.md`,
    ]);
    assert.equal(await localFiles.read(uris[0] ?? ''), '');
  });

  it('end where links lead in circles', async (t) => {
    const folder = folderWith(t, { [`${A}/a.md`]: '' });
    link(folder, `${A}/loop`, '.');
    link(folder, `${A}/up`, '../..');
    link(folder, `${A}/self.md`, 'self.md');
    link(folder, `${A}/none.md`, 'nothing');
    link(folder, 'elsewhere', '.');
    assert.deepEqual(await found(folder), [`${A}/a.md`]);
  });

  it('are read once through each link that a host follows', async (t) => {
    const folder = folderWith(t, { 'shared/x.md': 'X', [`${A}/a.md`]: '' });
    link(folder, `${A}/more`, '../../shared');
    link(folder, `${A}/again`, '../../shared');
    link(folder, `${A}/b.md`, '../../shared/x.md');
    const names = await found(folder);
    assert.equal(names.filter((name) => name.endsWith('/x.md')).length, 1);
    assert.ok(names.includes(`${A}/b.md`));
    assert.equal(await localFiles.read(uriOf(folder, `${A}/b.md`)), 'X');
  });

  it('are found once where a link leads to those of a folder above', async (t) => {
    const folder = folderWith(t, { [`${A}/a.md`]: '', [`q/${A}/b.md`]: '' });
    link(folder, 'p/.claude', '../.claude');
    link(folder, `q/${A}/a.md`, `../../../${A}/a.md`);
    // A session in this folder does not read the other one.
    link(folder, 'r/.claude', '../q/.claude');
    assert.deepEqual(await found(folder), [`${A}/a.md`, `q/${A}/b.md`, `r/${A}/b.md`]);
  });

  it('are no pipes, devices, folders or files without an end', { skip: process.platform !== 'linux' }, async (t) => {
    const folder = folderWith(t, { [`${A}/dir.md/x.txt`]: '' });
    execFileSync('mkfifo', [join(folder, A, 'pipe.md')]);
    link(folder, `${A}/device.md`, '/dev/zero');
    link(folder, `${A}/endless.md`, '/proc/self/pagemap');
    assert.deepEqual(await found(folder), [`${A}/endless.md`]);
    for (const name of ['pipe', 'device', 'dir', 'none'])
      assert.equal(await localFiles.read(uriOf(folder, `${A}/${name}.md`)), undefined, name);
    assert.ok(Buffer.byteLength((await localFiles.read(uriOf(folder, `${A}/endless.md`))) ?? '') <= 3 * 1_048_577);
  });

  it('have the text that the host reads', async (t) => {
    const folder = folderWith(t, {
      [`${A}/latin.md`]: Buffer.from('caf\xe9', 'latin1'),
      [`${A}/lines.md`]: 'a\r\nb',
      [`${A}/full.md`]: 'x'.repeat(1_048_576),
      [`${A}/large.md`]: 'x'.repeat(3_000_000),
      'secret.txt': 'x',
    });
    const read = async (name: string): Promise<string | undefined> => localFiles.read(uriOf(folder, name));
    assert.equal(await read(`${A}/latin.md`), 'caf\ufffd');
    assert.equal(await read(`${A}/lines.md`), 'a\r\nb');
    assert.equal((await read(`${A}/full.md`))?.length, 1_048_576);
    // The host refuses it, which can be said from so much of it.
    assert.equal((await read(`${A}/large.md`))?.length, 1_048_577);
    assert.equal(await read('secret.txt'), undefined);
  });
});

describe('the folders of the user', () => {
  it('are where the environment says, and else in the home folder', () => {
    const home = ['.claude', '.gemini', '.qwen', '.copilot', '.config/opencode', '.opencode'].map(
      (name) => pathToFileURL(join(homedir(), name)).href,
    );
    for (const environment of [{}, { CLAUDE_CONFIG_DIR: '' }])
      for (const folder of home) assert.ok(userFolders(environment).includes(folder), folder);
    const moved = userFolders({ CLAUDE_CONFIG_DIR: '/x y/.claude/' });
    assert.ok(moved.includes('file:///x%20y/.claude') && !moved.includes(home[0] ?? ''));
  });
});

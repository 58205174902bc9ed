/** What makes the package small changes how its files are written, and nothing that they say or do. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { unzipSync, zipSync } from 'fflate';
import { pageTexts } from '../../client/src/pageTexts';

/** A module of the build, which finds its own files and so is in no bundle of tests. */
const ofBuild = (path: string): string => pathToFileURL(join(process.cwd(), path)).href;

describe('the package', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'agent-authoring-small-'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const write = (name: string, content: string | Uint8Array): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('is packed again with the same files in fewer bytes, and the same files give the same bytes', async () => {
    const { packAgain }: typeof import('../../client/package/archive.mjs') = await import(
      ofBuild('client/package/archive.mjs')
    );
    const text = readFileSync('docs/architecture.md');
    const files = { 'a/text.md': text, 'a/run.js': Buffer.from('x'), empty: new Uint8Array() };
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    const [one, two] = [write('one.zip', zipSync(files)), write('two.zip', zipSync(reversed))];
    const size = statSync(one).size;
    await packAgain(one, (path) => path === 'a/run.js');
    await packAgain(two, (path) => path === 'a/run.js');
    assert.ok(statSync(one).size < size);
    assert.ok(readFileSync(one).equals(readFileSync(two)));
    const unpacked = unzipSync(readFileSync(one));
    assert.deepEqual(Object.keys(unpacked), Object.keys(files).sort());
    for (const [name, content] of Object.entries(files)) assert.ok(Buffer.from(content).equals(unpacked[name] ?? text));
  });

  it('is an archive that other programs accept, with programs that a shell may start', async (t) => {
    const { packAgain }: typeof import('../../client/package/archive.mjs') = await import(
      ofBuild('client/package/archive.mjs')
    );
    const archive = write('three.zip', zipSync({ 'run.js': Buffer.from('x'.repeat(500)), data: Buffer.from('y') }));
    await packAgain(archive, (path) => path === 'run.js');
    const { status, stdout, error } = spawnSync('unzip', ['-Z', archive], { encoding: 'utf8' });
    if (error !== undefined) return t.skip('this machine has no unzip');
    assert.equal(status, 0);
    assert.match(stdout, /^-rwxr-xr-x .* 80-Jan-01 00:00 run\.js$/m);
    assert.match(stdout, /^-rw-r--r-- .* data$/m);
    assert.equal(spawnSync('unzip', ['-tq', archive]).status, 0);
  });

  it('has bundles whose names are shorter, but not those that others use', async () => {
    const { shorten }: typeof import('../../client/package/shorter.mjs') = await import(
      ofBuild('client/package/shorter.mjs')
    );
    const long = 'const veryLongName = (anotherName) => anotherName + "\\u2026"; ';
    const module = write(
      'module.js',
      `#!/usr/bin/env node\n"use strict";${long}module.exports = { add: veryLongName };`,
    );
    const script = write('script.js', `var shared = (() => { ${long} return { add: veryLongName }; })();`);
    await shorten(
      [
        { path: module, isModule: true },
        { path: script, isModule: false },
      ],
      join(folder, 'kept'),
    );
    const [asModule, asScript] = [module, script].map((path) => readFileSync(path, 'utf8'));
    assert.match(asModule ?? '', /^#!\/usr\/bin\/env node\n"use strict";.*module\.exports=\{add:/);
    assert.match(asScript ?? '', /^var shared=.*add:/);
    for (const text of [asModule, asScript]) {
      assert.doesNotMatch(text ?? '', /veryLongName|anotherName/);
      assert.match(text ?? '', /\\u2026/);
    }
  });

  it('stops when a bundle cannot be read', async () => {
    const { shorten }: typeof import('../../client/package/shorter.mjs') = await import(
      ofBuild('client/package/shorter.mjs')
    );
    const broken = write('broken.js', 'const = 1');
    await assert.rejects(shorten([{ path: broken, isModule: true }], join(folder, 'kept')));
  });

  it('has bundles that are shortened once, and again when one of them or how it is read has changed', async () => {
    const { shorten }: typeof import('../../client/package/shorter.mjs') = await import(
      ofBuild('client/package/shorter.mjs')
    );
    const kept = join(folder, 'kept');
    const shortened = async (text: string, isModule: boolean): Promise<string> => {
      const path = write('kept.js', text);
      await shorten([{ path, isModule }], kept);
      return readFileSync(path, 'utf8');
    };
    const text = 'const veryLongName = 1; console.log(veryLongName + 1);';
    const first = await shortened(text, false);
    assert.match(first, /veryLongName/);
    // Whether a result was kept shows only when it is another one.
    const file = join(kept, 'kept.js');
    writeFileSync(file, `${readFileSync(file, 'utf8')}/* kept */`);
    assert.equal(await shortened(text, false), `${first}/* kept */`);
    assert.doesNotMatch(await shortened(text, true), /veryLongName|kept/);
    assert.match(await shortened(text.replace('1;', '2;'), false), /veryLongName=2/);
  });

  it('has short keys for the texts of package.json, in every language', async () => {
    const { shortenKeys }: typeof import('../../client/package/textKeys.mjs') = await import(
      ofBuild('client/package/textKeys.mjs')
    );
    const names = readdirSync('.').filter((name) => /^package(?:\.nls.*)?\.json$/.test(name));
    assert.ok(names.length >= 3);
    for (const name of names) write(name, readFileSync(name));
    shortenKeys(folder);
    const read = (path: string): Record<string, string> => JSON.parse(readFileSync(path, 'utf8'));
    const said = (path: string, texts: Record<string, string>): string =>
      JSON.stringify(read(path), (_, value) => {
        const key = typeof value === 'string' ? /^%([^%]+)%$/.exec(value)?.[1] : undefined;
        return key === undefined ? value : (texts[key] ?? assert.fail(key));
      });
    for (const name of names.filter((one) => one !== 'package.json')) {
      const [before, now] = [read(name), read(join(folder, name))];
      assert.equal(said(join(folder, 'package.json'), now), said('package.json', before));
      assert.ok(
        Object.keys(now).every((key) => /^\d+$/.test(key)),
        'every key is a number',
      );
      assert.equal(Object.keys(now).length, Object.keys(before).length);
    }
  });

  it('has every page of the documentation, with the ending that most of them share', async () => {
    const { pages }: typeof import('../../client/package/pages.mjs') = await import(
      ofBuild('client/package/pages.mjs')
    );
    const texts = pageTexts(pages());
    const rules = readdirSync('docs/rules').map((name) => `rules/${name}`);
    assert.deepEqual([...texts.keys()].sort(), [...rules, 'configuration.md', 'hosts.md', 'repository.md'].sort());
    for (const [path, text] of texts)
      assert.equal(text, readFileSync(join('docs', path), 'utf8').replace(/^<!-- [^>]*-->\n\n/, ''));
    assert.equal(pages().split('## How to silence it').length, 4, 'the usual ending, and two others');
  });
});

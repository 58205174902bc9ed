/**
 * `npm run release:check`: packs what a release publishes into `dist/release`, checks it, and uses it in empty folders. With
 * `--release`, also that the version may be published: its section in the change log, and the list of what is promised.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { report } from '../vscode/results.mjs';
import { changelogFaults } from './changelog.mjs';
import { installInto, uses } from './installed.mjs';
import { billOf, componentsIn, packagesByFile } from './sbom.mjs';
import { filesIn, obstacle, seesProblem, textIn } from './vsix.mjs';

process.chdir(resolve(fileURLToPath(import.meta.url), '../../..'));
const isRelease = process.argv.includes('--release');
const out = 'dist/release';
const text = (path) => readFileSync(path, 'utf8');
const { version, license, engines } = JSON.parse(text('package.json'));
const tarball = `${out}/agent-authoring-${version}.tgz`;
const vsix = `${out}/agent-authoring-${version}.vsix`;

/** Licences that allow to ship a package inside an MIT program; each requires its text, which is in `dist/NOTICES.txt`. */
const permitted = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', '0BSD'];

let passed = 0;
let failed = 0;
const skipped = [];
/** One check: a name, and what must not throw. */
async function step(name, act) {
  try {
    await act();
    passed++;
    console.log(`    ✔ ${name}`);
  } catch (error) {
    failed++;
    console.log(`    ✘ ${name}\n${error.stack}`);
  }
}

function call(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`);
}

function pack() {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  call(process.execPath, ['build.mjs', 'package']);
  copyFileSync('dist/agent-authoring.vsix', vsix);
  call('npm', ['pack', '--loglevel=error', '--pack-destination', out]);
}

/** The shipped packages of an archive, from the names of its files. */
const shippedIn = (byFile, files) => componentsIn(files.flatMap((file) => byFile.get(file) ?? []));

/** The packages of a release, as the bill says, and what the archive says about them. */
function checkBill(bill, components, notices) {
  const folder = 'node_modules/@cyclonedx/cyclonedx-library/res/schema';
  const schema = (name) => JSON.parse(text(join(folder, `${name}.SNAPSHOT.schema.json`)));
  // Their references are names of files.
  const named = (name) => ({ ...schema(name), $id: `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json` });
  const ajv = new Ajv({
    strict: false,
    validateFormats: false,
    schemas: ['spdx', 'jsf-0.82', 'cryptography-defs'].map(named),
  });
  const validate = ajv.compile(schema('bom-1.6'));
  assert.ok(validate(JSON.parse(bill)), JSON.stringify(validate.errors));
  assert.ok(components.length > 10, 'packages were found');
  for (const one of components) {
    assert.ok(permitted.includes(one.license), `${one.name} has the license ${one.license}`);
    const [, after] = notices.split(`${one.name} ${one.version} (${one.license})\n`);
    assert.ok(after !== undefined, `NOTICES.txt has ${one.name} ${one.version}`);
    const own = after.split('-'.repeat(80))[0].trim();
    assert.ok(own.length > 200, `NOTICES.txt has the text of the license of ${one.name}`);
  }
}

pack();
const byFile = await packagesByFile();
const inTarball = spawnSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).stdout.trim().split('\n');
const archives = {
  npm: { files: inTarball.map((path) => path.replace(/^package\//, '')), read: readInTarball },
  vsix: {
    files: filesIn(vsix).map((path) => path.replace(/^extension\//, '')),
    read: (path) => textIn(vsix, `extension/${path}`),
  },
};

function readInTarball(path) {
  return spawnSync('tar', ['-xzOf', tarball, `package/${path}`], { encoding: 'utf8' }).stdout;
}

for (const [name, { files, read }] of Object.entries(archives)) {
  const components = shippedIn(byFile, files);
  const file = `${out}/agent-authoring-${version}.${name}.cdx.json`;
  writeFileSync(file, billOf(components));
  await step(`${name}: bill of materials and licenses of ${components.length} packages`, () =>
    checkBill(text(file), components, read('dist/NOTICES.txt')),
  );
  await step(`${name}: its own license, change log and page, and no source`, () => {
    const has = (pattern) => files.some((path) => pattern.test(path));
    for (const wanted of [/^LICENSE/i, /^README\.md$/i, /^CHANGELOG\.md$/i])
      assert.ok(has(wanted), `${wanted} is missing`);
    const strays = files.filter((path) => /(?<!\.d)\.tsx?$|\.map$|^(?:test|server)\/|node_modules\//.test(path));
    assert.deepEqual(strays, []);
  });
}

await step('vsix: at most 700 KB', () => {
  const { size } = statSync(vsix);
  assert.ok(size <= 700 * 1024, `it has ${size} bytes`);
});

await step('vsix: every text of package.json is there in each language', () => {
  const keys = [...archives.vsix.read('package.json').matchAll(/"%([^"%]+)%"/g)].map(([, key]) => key);
  const files = archives.vsix.files.filter((path) => /^package\.nls\..*json$/.test(path));
  assert.ok(keys.length > 100 && files.length > 1);
  for (const file of files) {
    const texts = JSON.parse(archives.vsix.read(file));
    assert.deepEqual(
      keys.filter((key) => typeof texts[key] !== 'string'),
      [],
      file,
    );
  }
});

await step('one version everywhere', () => {
  const lock = JSON.parse(text('package-lock.json'));
  assert.deepEqual([lock.version, lock.packages[''].version], [version, version]);
  assert.match(textIn(vsix, 'extension.vsixmanifest'), new RegExp(`<Identity [^>]*Version="${version}"`));
  for (const { read } of Object.values(archives)) {
    const manifest = JSON.parse(read('package.json'));
    assert.deepEqual([manifest.version, manifest.license, manifest.engines], [version, license, engines]);
    assert.equal(manifest.dependencies, undefined, 'nothing is installed besides');
  }
});

await step('the change log', () => assert.deepEqual(changelogFaults(text('CHANGELOG.md'), version, isRelease), []));

if (isRelease) {
  await step('the record of what is promised', () => {
    process.env.RELEASE = '1';
    call(process.execPath, ['build.mjs', 'unit', 'release/promises']);
  });
  await step('the tag of the release, where there is one', () => {
    const { GITHUB_REF_TYPE: type, GITHUB_REF_NAME: name } = process.env;
    if (type === 'tag') assert.equal(name, `v${version}`);
  });
}

const folder = mkdtempSync(join(tmpdir(), 'agent-authoring-release-'));
try {
  let program = '';
  await step('npm: installs into an empty folder', () => {
    program = installInto(folder, tarball);
    assert.ok(existsSync(program));
  });
  if (program !== '')
    for (const [name, use] of Object.entries(uses)) await step(`npm: ${name}`, () => use({ folder, program, version }));
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}

const reason = obstacle();
if (reason === undefined) await step('vsix: a new VS Code shows a problem', () => seesProblem(vsix));
else {
  skipped.push({ name: 'vsix in VS Code', reason });
  console.log(`    not run: vsix in VS Code (${reason})`);
}

report({ passed, failed, skipped });
console.log(failed === 0 ? `${passed} passed. The release is in ${out}.` : `${failed} failed, ${passed} passed`);
process.exitCode = failed > 0 ? 1 : 0;

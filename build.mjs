#!/usr/bin/env node
// The one build script: `node build.mjs build|unit|…`. It imports nothing but Node's own modules until the rest is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
process.chdir(root);

/** Runs a program with this terminal as its own and ends this process when it fails. */
function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function install() {
  if (existsSync('node_modules/esbuild/package.json')) return;
  console.log('Installing packages (npm ci) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
}

/**
 * gray-matter brings an engine that evaluates `---js` front matter. `split.ts` never lets it be reached; the bundles do not even hold it.
 */
const withoutEngines = {
  name: 'without-engines',
  setup(build) {
    build.onLoad({ filter: /gray-matter[\\/]lib[\\/]engines\.js$/ }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};

const bundle = { bundle: true, logLevel: 'warning', target: 'es2022', minify: true, legalComments: 'none', plugins: [withoutEngines] };
const forNode = { ...bundle, platform: 'node', format: 'cjs', external: ['vscode'] };
const forWeb = {
  ...bundle,
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser'],
  define: { global: 'globalThis' },
};

async function build() {
  const esbuild = await import('esbuild');
  await Promise.all([
    esbuild.build({ ...forNode, entryPoints: { client: 'client/src/extension.ts' }, outdir: 'dist' }),
    esbuild.build({ ...forNode, entryPoints: { server: 'server/node/lspMain.ts', cli: 'server/node/cliMain.ts' }, outdir: 'dist' }),
    esbuild.build({ ...forWeb, entryPoints: { 'client.web': 'client/src/extension.web.ts' }, outdir: 'dist' }),
    esbuild.build({ ...forWeb, format: 'iife', entryPoints: { 'server.web': 'server/browser/lspMain.ts' }, outdir: 'dist' }),
  ]);
}

const filesBelow = (folder, ending) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)));

/** Bundles the tests that need no editor and runs them with Node's test runner; arguments select files by a part of their path. */
async function unit(wanted) {
  const esbuild = await import('esbuild');
  const files = filesBelow('test', '.test.ts').filter(
    (file) => !/^test[\\/]vscode[\\/]/.test(file) && (wanted.length === 0 || wanted.some((part) => file.includes(part))),
  );
  rmSync('dist/test', { recursive: true, force: true });
  await esbuild.build({
    bundle: true, platform: 'node', format: 'cjs', packages: 'external', sourcemap: 'inline', logLevel: 'warning', target: 'node20',
    entryPoints: files, outdir: 'dist/test', outbase: 'test', loader: { '.md': 'text' },
  });
  const built = files.map((file) => join('dist', file.replace(/\.ts$/, '.js')));
  run(process.execPath, ['--enable-source-maps', '--test', ...built]);
}

const [command = 'build', ...rest] = process.argv.slice(2);
install();
if (command === 'build') await build();
else if (command === 'unit') await unit(rest);
else {
  console.error(`build.mjs: unknown command '${command}'`);
  process.exit(2);
}

#!/usr/bin/env node
// The build script: `node build.mjs build|unit|…`. It uses only Node's own modules until the packages are installed, so it loads the
// parts that use packages when a command runs.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './client/package/run.mjs';

process.chdir(dirname(fileURLToPath(import.meta.url)));

/** Whether every package of the lock file is installed in its version. Optional ones are for other platforms. */
function installed() {
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const present = packages('node_modules/.package-lock.json');
  return Object.entries(packages('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

function install() {
  if (installed()) return;
  console.log('Installing packages (npm ci) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
}

const script = (file, args = []) => run(process.execPath, [join('test', file), ...args]);

/** What each command does with the arguments after its name. */
const commands = {
  build: async () => (await import('./client/package/programs.mjs')).build(),
  unit: async (parts) => (await import('./test/runUnit.mjs')).unit(parts),
  generate: async () => (await import('./client/package/generate.mjs')).generate(),
  package: async () => (await import('./client/package/vsix.mjs')).pack(),
  prepack: async () => (await import('./client/package/prepack.mjs')).prepack(),
  site: async () => (await import('./client/package/site.mjs')).buildSite(join('dist', 'site')),
  playground: async () => (await import('./client/package/site.mjs')).buildPlayground(join('dist', 'playground')),
  'editor-tests': async () => (await import('./test/vscode/buildSuites.mjs')).buildEditorTests(),
  start: (args) => script('vscode/start.mjs', args),
  'host-facts': (args) => script('hosts/facts/hostFacts.mjs', args),
  bench: async (args) => (await import('./test/bench/runBench.mjs')).bench(args),
  fuzz: async (args) => (await import('./test/fuzz/runFuzz.mjs')).fuzz(args),
  'release-check': (args) => script('release/check.mjs', args),
  test: (args) => script('run.mjs', args),
};

/** Ends this process when the argument of `npm start` is no folder. */
function checkFolder(wanted) {
  if (wanted === undefined || statSync(resolve(wanted), { throwIfNoEntry: false })?.isDirectory() === true) return;
  console.error(`${resolve(wanted)} is not a folder. Give npm start a folder with agents, or nothing for the samples.`);
  process.exit(2);
}

async function main([command = 'build', ...rest]) {
  if (!Object.hasOwn(commands, command)) {
    console.error(`build.mjs: unknown command '${command}'; the commands are ${Object.keys(commands).join(', ')}`);
    process.exit(2);
  }
  // Before packages are installed, which takes a minute.
  if (command === 'start') checkFolder(rest[0]);
  install();
  try {
    await commands[command](rest);
  } catch (error) {
    // esbuild has already printed its errors with their lines.
    if (!Array.isArray(error.errors)) console.error(error.message);
    process.exit(1);
  }
}

await main(process.argv.slice(2));

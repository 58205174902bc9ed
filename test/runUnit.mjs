/** `node build.mjs unit`: bundles the tests that need no editor, and the programs that they start. */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as esbuild from 'esbuild';
import { filesBelow, root } from '../client/package/files.mjs';
import { buildPrograms } from '../client/package/programs.mjs';
import { run } from '../client/package/run.mjs';
import { testProcesses } from './unitProcesses.mjs';

/** Lets esbuild bundle texts that exist in no file, by name. */
const entriesOf = (entries) => ({
  name: 'entries',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^entry:/ }, ({ path }) => ({ path: path.slice('entry:'.length), namespace: 'entry' }));
    onLoad({ filter: /.*/, namespace: 'entry' }, ({ path }) => ({
      contents: entries.find(({ name }) => name === path)?.text,
      resolveDir: root,
    }));
  },
});

/** Gives modules what those of CommonJS have. */
const COMMON_JS = [
  "import { createRequire as requireFrom } from 'node:module';",
  'const require = requireFrom(import.meta.url);',
  "const __dirname = require('node:path').dirname(require('node:url').fileURLToPath(import.meta.url));",
].join('\n');

/** Bundles the tests that need no editor and runs them with Node's test runner. Arguments select files by part of their path. */
export async function unit(wanted) {
  const files = filesBelow('test', '.test.ts').filter(
    (file) =>
      !/^test[\\/]vscode[\\/]/.test(file) && (wanted.length === 0 || wanted.some((part) => file.includes(part))),
  );
  if (files.length === 0) throw new Error(`No test file has ${wanted.join(' or ')} in its path.`);
  // A separate folder, so that simultaneous runs do not delete each other's files.
  const outdir = join('dist', `unit-${process.pid}`);
  process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const processes = testProcesses(files);
  const outputOf = (name) => name.replace(/\.ts$/, '');
  const { metafile } = await esbuild.build({
    bundle: true,
    platform: 'node',
    // What several processes test is bundled once, in files that they share.
    splitting: true,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    banner: { js: COMMON_JS },
    packages: 'external',
    // Every test process parses its map; without the sources in it that is much less.
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
    target: 'node20',
    entryPoints: Object.fromEntries(processes.map(({ name }) => [outputOf(name), `entry:${name}`])),
    outdir,
    plugins: [entriesOf(processes)],
    loader: { '.md': 'text' },
    metafile: true,
  });
  const programs = resolve(outdir, 'programs');
  if ('test/programs.ts' in metafile.inputs) await buildPrograms(programs);
  const built = processes.map(({ name }) => join(outdir, `${outputOf(name)}.mjs`));
  // The programs keep compiled code. It stays out of the user's cache folder.
  const env = { ...process.env, TESTED_PROGRAMS: programs, XDG_CACHE_HOME: resolve(outdir, 'caches') };
  // Megabytes. Most objects of a parse are short-lived, and with more room for them the collector runs less often.
  const flags = ['--enable-source-maps', '--max-semi-space-size=64'];
  run(process.execPath, [...flags, join('test', 'unit.mjs'), ...built], { env });
}

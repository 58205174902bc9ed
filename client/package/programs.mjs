/** Writes the bundled programs, and makes them as short as they are published. */
import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { shipped } from './bundles.mjs';
import { pages } from './pages.mjs';
import { parsers } from './parsers.mjs';
import { shorten } from './shorter.mjs';

/** The package.json beside the bundles. To find out what kind of modules they are, Node would read the long one above it. */
const KIND = `${JSON.stringify({ type: 'commonjs' })}\n`;

/** Writes the bundles and the pages to `dist`. Returns what esbuild says about each bundle. */
export async function build() {
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/pages.json', pages());
  const bundles = await Promise.all(shipped.map((options) => esbuild.build(options)));
  writeFileSync(join('dist', 'package.json'), KIND);
  chmodSync('dist/cli.js', 0o755);
  return bundles;
}

/** Writes the server and the command line as esbuild makes them, beside the pages that they read or name. */
export async function buildPrograms(outdir) {
  const wanted = shipped.filter((one) =>
    [...Object.keys(parsers), 'core', 'lsp', 'languageServer', 'commandLine', 'server', 'cli', 'mcp', 'api'].some(
      (name) => name in one.entryPoints,
    ),
  );
  await Promise.all(wanted.map((options) => esbuild.build({ ...options, outdir })));
  writeFileSync(join(outdir, 'package.json'), KIND);
  cpSync('docs/rules', join(outdir, '..', 'docs', 'rules'), { recursive: true });
}

/**
 * Makes the programs in this folder as short as they are published. The two that only npm has stay as they are: Node finds the names that
 * a module exports in a place that does nothing else.
 */
export async function shortenAll(folder) {
  const files = shipped.flatMap(({ entryPoints, format }) =>
    Object.keys(entryPoints)
      .filter((name) => !['mcp', 'api'].includes(name))
      .map((name) => ({ path: join(folder, `${name}.js`), isModule: format === 'cjs' })),
  );
  await shorten(
    files.filter(({ path }) => existsSync(path)),
    join('dist', 'shorter'),
  );
}

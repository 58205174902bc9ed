/** Bundles the probe with a copy of the sources in memory, so that a test can run the copy. */
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';
import { compileFunction } from 'node:vm';
import { build, type Loader, type Plugin } from 'esbuild';
import { resolveImport } from '../repo/imports';
import type { Files } from '../repo/sources';

/** What `probe.ts` exports. */
export type Probe = typeof import('./probe');

const PROBE = 'test/recipes/probe.ts';

/** The probe over a copy. Rejects when the copy does not bundle. */
export async function probeOf(files: Files): Promise<Probe> {
  const { outputFiles } = await build({
    entryPoints: [PROBE],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    logLevel: 'silent',
    plugins: [fromCopy(files)],
  });
  const exported: unknown = {};
  const module = { exports: exported };
  const run = compileFunction(outputFiles[0]?.text ?? '', ['module', 'require']);
  run(module, createRequire(join(process.cwd(), 'package.json')));
  if (!isProbe(module.exports)) throw new TypeError('the bundle is not the probe');
  return module.exports;
}

const isProbe = (exported: unknown): exported is Probe =>
  typeof exported === 'object' && exported !== null && 'findingsIn' in exported;

/** Reads everything but packages from a copy. */
const fromCopy = (files: Files): Plugin => ({
  name: 'from-copy',
  setup: ({ onResolve, onLoad }) => {
    const root = process.cwd();
    onResolve({ filter: /^\.|\.ts$/ }, ({ path, importer }) => {
      const from = relative(root, importer).split(sep).join('/');
      const found = importer === '' ? path : resolveImport(from, path, (candidate) => files.has(candidate));
      return found === undefined ? undefined : { path: join(root, found) };
    });
    onLoad({ filter: /\.(?:ts|json)$/ }, ({ path }) => {
      const own = relative(root, path).split(sep).join('/');
      if (own.startsWith('node_modules/')) return undefined;
      const file = files.get(own);
      const loader: Loader = own.endsWith('.json') ? 'json' : 'ts';
      return file === undefined
        ? { errors: [{ text: `${own} is not in the copy` }] }
        : { contents: file.text, loader, resolveDir: join(path, '..') };
    });
  },
});

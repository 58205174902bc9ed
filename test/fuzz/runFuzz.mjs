/** `node build.mjs fuzz`: bundles and runs what tries random cases. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { run } from '../../client/package/run.mjs';

/** Bundles the fuzz like a test and runs it. */
export async function fuzz(args) {
  const outdir = join('dist', `fuzz-${process.pid}`);
  process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));
  await esbuild.build({
    bundle: true,
    platform: 'node',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    packages: 'external',
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
    target: 'node20',
    entryPoints: { fuzz: 'test/fuzz/main.ts' },
    outdir,
    loader: { '.md': 'text' },
  });
  run(process.execPath, ['--enable-source-maps', '--max-semi-space-size=64', join(outdir, 'fuzz.mjs'), ...args]);
}

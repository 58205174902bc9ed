/** `node build.mjs bench`: bundles what is measured and what measures it. */
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { forNode } from '../../client/package/options.mjs';
import { buildPrograms, shortenAll } from '../../client/package/programs.mjs';
import { run } from '../../client/package/run.mjs';

/** Measures the shipped programs, a floor and peers. Arguments are those of `npm run bench -- --help`. */
export async function bench(args) {
  await buildPrograms(join('dist', 'bench', 'programs'));
  await shortenAll(join('dist', 'bench', 'programs'));
  const entryPoints = { bench: 'test/bench/bench.ts' };
  const asModule = { format: 'esm', outExtension: { '.js': '.mjs' }, packages: 'external', minify: false };
  await esbuild.build({ ...forNode, ...asModule, outdir: 'dist/bench', entryPoints });
  run(process.execPath, [join('dist', 'bench', 'bench.mjs'), ...args]);
}

/** Writes what the repository repeats from the tables of the core. */
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { forNode } from './options.mjs';
import { run } from './run.mjs';

/** Writes the files and blocks that repeat the core's tables: pages of rules, settings, grammars, snippets and lists of files. */
export async function generate() {
  const entryPoints = { generate: 'server/node/generate.ts' };
  await esbuild.build({ ...forNode, minify: false, packages: 'external', outdir: 'dist/tools', entryPoints });
  run(process.execPath, [join('dist', 'tools', 'generate.js')]);
}

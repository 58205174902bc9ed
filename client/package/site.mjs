/** Writes the documentation and the playground, each as a folder for a file server. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { playgroundBundles, siteBundles } from './bundles.mjs';
import { notices, packagesIn } from './notices.mjs';
import { forNode } from './options.mjs';
import { run } from './run.mjs';

/** The files of the playground that are not bundled, by their names in its folder. */
const playgroundFiles = { 'index.html': 'client/playground/index.html', 'icon.svg': 'client/icon.svg' };

/** Writes the playground as a folder that any file server can serve. Its name is not in the package, so neither is its content. */
export async function buildPlayground(outdir) {
  rmSync(outdir, { recursive: true, force: true });
  const bundles = await Promise.all(playgroundBundles.map((options) => esbuild.build({ ...options, outdir })));
  for (const [name, from] of Object.entries(playgroundFiles)) cpSync(from, join(outdir, name));
  writeFileSync(join(outdir, 'NOTICES.txt'), notices(packagesIn(bundles)));
}

/** Writes the documentation with the playground in it as a folder that any file server can serve. */
export async function buildSite(outdir) {
  rmSync(outdir, { recursive: true, force: true });
  await Promise.all(siteBundles.map((options) => esbuild.build({ ...options, outdir })));
  const entryPoints = { site: 'server/node/site.ts' };
  await esbuild.build({ ...forNode, minify: false, packages: 'external', outdir: 'dist/tools', entryPoints });
  run(process.execPath, [join('dist', 'tools', 'site.js'), outdir]);
  await buildPlayground(join(outdir, 'playground'));
  const page = join(outdir, 'playground', 'index.html');
  const documentation = '<meta name="documentation" content="../" />';
  writeFileSync(
    page,
    readFileSync(page, 'utf8').replace('<title>', () => `${documentation}\n    <title>`),
  );
}

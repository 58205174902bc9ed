/** `node build.mjs editor-tests`: bundles the suites that `runNode.mjs` and `runWeb.mjs` run. */
import * as esbuild from 'esbuild';
import { forNode, forWeb } from '../../client/package/options.mjs';

/** Bundles the tests that run inside VS Code, one file per extension host. */
export async function buildEditorTests() {
  const common = { sourcemap: 'inline', minify: false, outdir: 'dist/vscode-test' };
  await Promise.all([
    esbuild.build({
      ...forNode,
      ...common,
      external: ['vscode', 'mocha'],
      entryPoints: { node: 'test/vscode/suite/node.ts' },
    }),
    esbuild.build({
      ...forWeb,
      ...common,
      entryPoints: { web: 'test/vscode/suite/web.ts' },
      // Mocha's browser file would write to the bundle's `module.exports`; without these names it sets globals.
      define: { ...forWeb.define, module: 'undefined', exports: 'undefined' },
    }),
  ]);
}

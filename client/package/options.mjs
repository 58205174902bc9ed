/** What all bundles have in common, as options of esbuild. */
import { root } from './files.mjs';

const bundle = {
  // The paths in all options begin at the root.
  absWorkingDir: root,
  bundle: true,
  outdir: 'dist',
  logLevel: 'warning',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  metafile: true,
};

/** A program for Node, or for the extension host of VS Code. */
export const forNode = { ...bundle, platform: 'node', format: 'cjs', external: ['vscode'] };

/** A program for a browser or a worker. */
export const forWeb = {
  ...bundle,
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser'],
  define: { global: 'globalThis' },
};

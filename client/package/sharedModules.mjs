/** Plugins of esbuild that put code into one bundle and let the others take it from there. */
import { dirname, join } from 'node:path';
import { mainOf, root } from './files.mjs';
import { forWeb } from './options.mjs';

/**
 * Modules that several bundles need. The bundle of this name gives them, in this order, and the others take them from it.
 * Of the libraries these are the modules that the parts for Node import; what belongs to the web only has no copy anyway.
 */
const sharedModules = {
  core: () => [join(root, 'server/core/index.ts')],
  lsp: () => {
    const server = mainOf('vscode-languageserver');
    const protocol = mainOf('vscode-languageserver-protocol', server);
    const inFolder = ['server.js', 'utils/is.js'].map((name) => join(dirname(server), name));
    const ours = ['server/lsp/messages.ts', 'server/lsp/server.ts'].map((path) => join(root, path));
    return [mainOf('vscode-jsonrpc', protocol), protocol, server, ...inFolder, ...ours];
  },
  'client.web': () => {
    const client = mainOf('vscode-languageclient');
    const protocol = mainOf('vscode-languageserver-protocol', client);
    const inFolder = ['client.js', 'utils/is.js'].map((name) => join(dirname(client), name));
    return [mainOf('vscode-jsonrpc', protocol), protocol, client, ...inFolder, join(root, 'client/src/client.ts')];
  },
};

/** Adds the export `shared`, a list of modules, to a bundle whose entry point is `shared:` and its name. */
export const gives = (name, own = '') => ({
  name: 'gives',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^shared:/ }, () => ({ path: name, namespace: 'shared' }));
    onLoad({ filter: /.*/, namespace: 'shared' }, () => {
      const files = sharedModules[name]().map((path) => JSON.stringify(path));
      // The packages are CommonJS. To require a module of ours would wrap it and all that it imports in functions.
      const isOurs = (file) => file.endsWith('.ts"');
      const imports = files.map((file, i) => (isOurs(file) ? `import * as m${i} from ${file};\n` : '')).join('');
      const modules = files.map((file, i) => (isOurs(file) ? `m${i}` : `require(${file})`));
      return { contents: `${imports}${own}\nexport const shared = [${modules.join()}];`, resolveDir: root };
    });
  },
});

/** The variable with the exports of a shared bundle in a worker. */
const globalOf = (name) => `agentAuthoring_${name}`;

/** The code that gives the exports of a shared bundle, by where it runs. */
export const wayTo = {
  node: (name) => `require("./${name}.js")`,
  worker: (name) => `globalThis.${globalOf(name)}`,
  both: (name) => `(${wayTo.worker(name)} ?? ${wayTo.node(name)})`,
};

/** Takes the modules that the bundle `name` shares from there. */
export const takes = (name, way) => ({
  name: `takes-${name}`,
  setup(build) {
    const modules = sharedModules[name]();
    build.onResolve({ filter: /^\.?\.?[\w/.-]+$/ }, async ({ path, pluginData, ...about }) => {
      if (pluginData === 'asked' || about.namespace === 'taken') return undefined;
      const { path: file } = await build.resolve(path, { ...about, pluginData: 'asked' });
      const index = modules.indexOf(file);
      return index < 0 ? undefined : { path: `${name}/${index}`, namespace: 'taken', pluginData: { name, index } };
    });
    build.onResolve({ filter: /^\.\/[\w.]+\.js$/, namespace: 'taken' }, ({ path }) => ({ path, external: true }));
    build.onLoad({ filter: new RegExp(`^${name}/`), namespace: 'taken' }, async ({ pluginData: { index } }) => {
      const from = `${way(name)}.shared[${index}]`;
      const file = modules[index];
      if (!file.endsWith('.ts')) return { contents: `module.exports = ${from};` };
      // A module of CommonJS would be copied, name by name, for each file that imports it.
      return { contents: `export const { ${(await exportsOf(build.esbuild, file)).join()} } = ${from};` };
    });
  },
});

/** The names that a module of ours exports. */
async function exportsOf(esbuild, file) {
  const options = { bundle: true, write: false, format: 'esm', metafile: true, packages: 'external', platform: 'node' };
  const { metafile } = await esbuild.build({ ...options, entryPoints: [file] });
  return Object.values(metafile.outputs).flatMap(({ exports }) => exports);
}

/** A bundle that Node requires and that a worker loads as a script. */
export const sharedScript = (name) => ({
  ...forWeb,
  format: 'iife',
  globalName: globalOf(name),
  footer: { js: `if(typeof module==="object")module.exports=${globalOf(name)};` },
  entryPoints: { [name]: `shared:${name}` },
});

/** Plugins of esbuild for the parsers, which are bundles of their own. */
import { root } from './files.mjs';
import { wayTo } from './sharedModules.mjs';

/** The parsers that are files of their own, by the name of the bundle: the package, and what the core uses of it. */
export const parsers = {
  yaml: { package: 'yaml', names: ['isAlias', 'isMap', 'isScalar', 'isSeq', 'parseDocument'] },
  toml: { package: 'toml-eslint-parser', names: ['parseTOML'] },
};

/** The bundle of a parser. Most files are so plain that it is not needed. */
export const givesParser = (name) => ({
  name: `gives-${name}`,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^shared:${name}$`) }, () => ({ path: name, namespace: 'shared' }));
    onLoad({ filter: /.*/, namespace: 'shared' }, () => ({
      contents: `export { ${parsers[name].names.join()} } from "${parsers[name].package}";`,
      resolveDir: root,
    }));
  },
});

/** Under Node, a parser is loaded when something of it is used. */
export const takesParsersOnUse = {
  name: 'takes-parsers',
  setup({ onResolve, onLoad }) {
    for (const [name, { package: from, names }] of Object.entries(parsers)) {
      onResolve({ filter: new RegExp(`^${from}$`) }, () => ({ path: name, namespace: 'on-use' }));
      onLoad({ filter: new RegExp(`^${name}$`), namespace: 'on-use' }, () => ({
        contents: `module.exports = {${names.map((one) => `get ${one}() { return ${wayTo.both(name)}.${one}; }`)}};`,
      }));
    }
    onResolve({ filter: /.*/, namespace: 'on-use' }, ({ path }) => ({ path, external: true }));
  },
};

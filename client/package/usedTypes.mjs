/** A plugin of esbuild that leaves out of the bundles the types of LSP that nothing uses. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesBelow, mainOf, root } from './files.mjs';

/**
 * The libraries of LSP pass every type on, with functions that make and check its values: `__exportStar(require(…))`. Of those, the
 * bundles contain the ones that these libraries or our own code use.
 * @param library the package that our code in `folder` uses
 */
export const withUsedTypes = (library, folder) => ({
  name: 'with-used-types',
  setup(build) {
    const name = 'vscode-languageserver-types';
    let uses;
    build.onResolve({ filter: new RegExp(`^${name}$`) }, async ({ kind, importer, resolveDir }) => {
      if (kind !== 'require-call') return undefined;
      const { path } = await build.resolve(name, { kind: 'import-statement', importer, resolveDir });
      return { path: name, namespace: 'used-types', pluginData: path };
    });
    build.onLoad({ filter: /.*/, namespace: 'used-types' }, ({ pluginData: path }) => {
      uses ??= usesOfTypes(library, folder);
      const all = [...readFileSync(path, 'utf8').matchAll(/^export (?:var|const|function) (\w+)/gm)];
      const used = all.map(([, one]) => one).filter((one) => uses.has(one));
      return { contents: `export { ${used.join()} } from ${JSON.stringify(path)};`, resolveDir: root };
    });
  },
});

/** The names that may be types of LSP in the code of a library, of the protocol that it uses, and of ours in a folder. */
function usesOfTypes(library, folder) {
  const main = mainOf(library);
  const textsIn = (where, ending) =>
    filesBelow(where, ending).map((file) => [file, readFileSync(join(root, file), 'utf8')]);
  return new Set([
    ...[main, mainOf('vscode-languageserver-protocol', main)]
      .flatMap((file) => textsIn(dirname(dirname(file)), '.js'))
      .flatMap(([file, text]) => membersOfModules(text, file)),
    // Ours name the types in what they import: `DiagnosticSeverity.Error`.
    ...textsIn(folder, '.ts').flatMap(([, text]) => [...text.matchAll(/\b([A-Z]\w+)\./g)].map(([, name]) => name)),
  ]);
}

/** What a CommonJS file of a library takes from other modules than the editor's: `Position` in `protocol_1.Position.is(value)`. */
function membersOfModules(text, file) {
  const modules = [...text.matchAll(/^(?:const|let|var) (.+?) = (?:\w+\()?require\("(?!vscode")/gm)].map(
    ([, to]) => to,
  );
  const other = modules.find((one) => !/^\w+$/.test(one));
  if (other !== undefined)
    throw new Error(`${file} takes ${other} from a module in a way that client/package/usedTypes.mjs does not know`);
  return modules.length === 0
    ? []
    : [...text.matchAll(new RegExp(`\\b(?:${modules.join('|')})\\.(\\w+)`, 'g'))].map(([, name]) => name);
}

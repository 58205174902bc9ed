/** Plugins of esbuild that leave out of the bundles what no program needs. */
import { readFileSync } from 'node:fs';

/**
 * gray-matter contains an engine that evaluates `---js` frontmatter. `split.ts` never calls it, and the bundles do not contain
 * it.
 */
export const withoutEngines = {
  name: 'without-engines',
  setup(build) {
    build.onLoad({ filter: /gray-matter[\\/]lib[\\/]engines\.js$/ }, () => ({
      contents: 'module.exports = {};',
      loader: 'js',
    }));
  },
};

/** The library's search for globally installed modules starts processes. Nothing calls it, and the bundles do not contain it. */
export const withoutGlobalModules = {
  name: 'without-global-modules',
  setup(build) {
    build.onLoad({ filter: /vscode-languageserver[\\/]lib[\\/]node[\\/]files\.js$/ }, () => ({
      contents: 'module.exports = {};',
      loader: 'js',
    }));
  },
};

/**
 * The examples of rules are tests, and the pages in docs/rules show them; no program needs them. The formatter puts each list on
 * lines of its own, or all of it on one, so that its end is certain; a test looks for what is left.
 */
export const withoutExamples = {
  name: 'without-examples',
  setup(build) {
    build.onLoad({ filter: /[\\/]core[\\/]rules[\\/][\w-]+\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        /^ {2}(bad|good): \[(?:[^\n]*\],|\n[\s\S]*?^ {2}\],)$/gm,
        '  $1: [],',
      ),
      loader: 'ts',
    }));
  },
};

/** What each host does in the case of a rule is for the pages in docs/rules too. A test looks for what is left. */
export const withoutNotes = {
  name: 'without-notes',
  setup(build) {
    build.onLoad({ filter: /[\\/]core[\\/]hosts[\\/]\w+[\\/]notes\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(/^(export const \w+: [^\n]* = )\{\n[\s\S]*?^\};$/gm, '$1{};'),
      loader: 'ts',
    }));
  },
};

/**
 * The package of LSP's types fills each enumeration in a call, so all of them would be kept. As values without side effects, only
 * those that are used are. Namespaces that it does not export are written in the same way.
 */
export const withSingleEnums = {
  name: 'with-single-enums',
  setup(build) {
    build.onLoad({ filter: /vscode-languageserver-types[\\/]lib[\\/]esm[\\/]main\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8')
        .replace(/^(export )?var (\w+);\n\(function \(\2\) \{$/gm, '$1const $2 = /* @__PURE__ */ (($2) => {')
        .replace(/^\}\)\((\w+) \|\| \(\1 = \{\}\)\);$/gm, 'return $1; })({});'),
      loader: 'js',
    }));
  },
};

/** The parser of JSON makes a thousand texts for its formatter when it is loaded. The bundles contain them only if that is called. */
export const withoutIndents = {
  name: 'without-indents',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^\.\/string-intern$/ }, async ({ path, pluginData, ...about }) =>
      pluginData === 'asked'
        ? undefined
        : { ...(await resolve(path, { ...about, pluginData: 'asked' })), sideEffects: false },
    );
  },
};

/**
 * The SDK of MCP brings two packages that make code from text: a validator of schemas, which only questions to a user would need,
 * and a faster way to check messages, which works without. The bundle contains neither.
 */
export const withoutMadeCode = {
  name: 'without-made-code',
  setup(build) {
    build.onLoad({ filter: /[\\/]validation[\\/]ajv-provider\.js$/ }, () => ({
      contents: 'export class AjvJsonSchemaValidator {}',
      loader: 'js',
    }));
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]core[\\/]\w+\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(
        'const F = Function;',
        'const F = class { constructor() { throw new Error("Code is not made from text."); } };',
      ),
      loader: 'js',
    }));
  },
};

/**
 * The client library for Node compares the version of VS Code with the oldest that it supports, with a package for versions. VS Code
 * itself does this for `engines` in package.json, which a test holds against the library's. The bundle does not contain the package.
 */
export const withoutVersionCheck = {
  name: 'without-version-check',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^semver\/functions\/(?:parse|satisfies)$/ }, () => ({
      path: 'version',
      namespace: 'without',
    }));
    onLoad({ filter: /^version$/, namespace: 'without' }, () => ({ contents: 'module.exports = () => true;' }));
  },
};

/**
 * The TOML parser merges its table for walkers of syntax trees with that of JavaScript, from another package. Nothing walks a tree
 * with it, and the bundle does not contain that package.
 */
export const withoutVisitorKeys = {
  name: 'without-visitor-keys',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^eslint-visitor-keys$/ }, () => ({ path: 'visitor-keys', namespace: 'without' }));
    onLoad({ filter: /^visitor-keys$/, namespace: 'without' }, () => ({
      contents: 'export const unionWith = (keys) => keys;',
    }));
  },
};

/** The package `yaml` also writes YAML. Nothing calls that, and the bundle does not contain it. */
export const withoutWriter = {
  name: 'without-writer',
  setup(build) {
    build.onLoad({ filter: /[\\/]yaml[\\/]browser[\\/]dist[\\/]stringify[\\/]\w+\.js$/ }, ({ path }) => {
      const [, names = ''] = /^export \{ (.*) \};$/m.exec(readFileSync(path, 'utf8')) ?? [];
      return {
        contents: `const nothing = () => '';\n${names
          .split(', ')
          .map((name) => `export { nothing as ${name} };`)
          .join('\n')}`,
      };
    });
  },
};

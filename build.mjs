#!/usr/bin/env node
// The build script: `node build.mjs build|unit|…`. It imports only Node's own modules until the packages are installed.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
process.chdir(root);

/** Runs a program in this terminal, and ends this process when it fails. */
function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', ...options });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** Whether every package of the lock file is installed in its version. Optional ones are for other platforms. */
function installed() {
  const packages = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const present = packages('node_modules/.package-lock.json');
  return Object.entries(packages('package-lock.json')).every(
    ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
  );
}

function install() {
  if (installed()) return;
  console.log('Installing packages (npm ci) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
}

/**
 * gray-matter contains an engine that evaluates `---js` frontmatter. `split.ts` never calls it, and the bundles do not contain
 * it.
 */
const withoutEngines = {
  name: 'without-engines',
  setup(build) {
    build.onLoad({ filter: /gray-matter[\\/]lib[\\/]engines\.js$/ }, () => ({
      contents: 'module.exports = {};',
      loader: 'js',
    }));
  },
};

/** The library's search for globally installed modules starts processes. Nothing calls it, and the bundles do not contain it. */
const withoutGlobalModules = {
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
const withoutExamples = {
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
const withoutNotes = {
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
const withSingleEnums = {
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
const withoutIndents = {
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
 * The libraries of LSP pass every type on, with functions that make and check its values: `__exportStar(require(…))`. Of those, the
 * bundles contain the ones that these libraries or our own code use.
 * @param library the package that our code in `folder` uses
 */
const withUsedTypes = (library, folder) => ({
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
  const main = mainOf(library, resolve('build.mjs'));
  const textsIn = (where, ending) => filesBelow(where, ending).map((file) => [file, readFileSync(file, 'utf8')]);
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
    throw new Error(`${file} takes ${other} from a module in a way that build.mjs does not know`);
  return modules.length === 0
    ? []
    : [...text.matchAll(new RegExp(`\\b(?:${modules.join('|')})\\.(\\w+)`, 'g'))].map(([, name]) => name);
}

/**
 * The SDK of MCP brings two packages that make code from text: a validator of schemas, which only questions to a user would need,
 * and a faster way to check messages, which works without. The bundle contains neither.
 */
const withoutMadeCode = {
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
const withoutVersionCheck = {
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
const withoutVisitorKeys = {
  name: 'without-visitor-keys',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^eslint-visitor-keys$/ }, () => ({ path: 'visitor-keys', namespace: 'without' }));
    onLoad({ filter: /^visitor-keys$/, namespace: 'without' }, () => ({
      contents: 'export const unionWith = (keys) => keys;',
    }));
  },
};

const bundle = {
  bundle: true,
  outdir: 'dist',
  logLevel: 'warning',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  metafile: true,
};
const forNode = { ...bundle, platform: 'node', format: 'cjs', external: ['vscode'] };
const forWeb = {
  ...bundle,
  platform: 'browser',
  format: 'cjs',
  external: ['vscode'],
  mainFields: ['browser', 'module', 'main'],
  conditions: ['browser'],
  define: { global: 'globalThis' },
};

/** The main module of a package, as another file would import it. */
const mainOf = (name, from) => createRequire(from).resolve(name);

/**
 * Modules that several bundles need. The bundle of this name gives them, in this order, and the others take them from it.
 * Of the libraries these are the modules that the parts for Node import; what belongs to the web only has no copy anyway.
 */
const sharedModules = {
  core: () => [resolve('server/core/index.ts')],
  lsp: () => {
    const server = mainOf('vscode-languageserver', resolve('build.mjs'));
    const protocol = mainOf('vscode-languageserver-protocol', server);
    const inFolder = ['server.js', 'utils/is.js'].map((name) => join(dirname(server), name));
    const ours = ['server/lsp/messages.ts', 'server/lsp/server.ts'].map((path) => resolve(path));
    return [mainOf('vscode-jsonrpc', protocol), protocol, server, ...inFolder, ...ours];
  },
  'client.web': () => {
    const client = mainOf('vscode-languageclient', resolve('build.mjs'));
    const protocol = mainOf('vscode-languageserver-protocol', client);
    const inFolder = ['client.js', 'utils/is.js'].map((name) => join(dirname(client), name));
    return [mainOf('vscode-jsonrpc', protocol), protocol, client, ...inFolder, resolve('client/src/client.ts')];
  },
};

/** Adds the export `shared`, a list of modules, to a bundle whose entry point is `shared:` and its name. */
const gives = (name, own = '') => ({
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

const wayTo = {
  node: (name) => `require("./${name}.js")`,
  worker: (name) => `globalThis.${globalOf(name)}`,
  both: (name) => `(${wayTo.worker(name)} ?? ${wayTo.node(name)})`,
};

/** The parsers that are files of their own, by the name of the bundle: the package, and what the core uses of it. */
const parsers = {
  yaml: { package: 'yaml', names: ['isAlias', 'isMap', 'isScalar', 'isSeq', 'parseDocument'] },
  toml: { package: 'toml-eslint-parser', names: ['parseTOML'] },
};

/** The package `yaml` also writes YAML. Nothing calls that, and the bundle does not contain it. */
const withoutWriter = {
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

/** The bundle of a parser. Most files are so plain that it is not needed. */
const givesParser = (name) => ({
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
const takesParsersOnUse = {
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

/** Takes the modules that the bundle `name` shares from there. */
const takes = (name, way) => ({
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
const sharedScript = (name) => ({
  ...forWeb,
  format: 'iife',
  globalName: globalOf(name),
  footer: { js: `if(typeof module==="object")module.exports=${globalOf(name)};` },
  entryPoints: { [name]: `shared:${name}` },
});

/** The shipped bundles, as options of esbuild. A test builds them in memory and checks their content. */
export const shipped = [
  ...Object.keys(parsers).map((name) => ({
    ...sharedScript(name),
    plugins: [givesParser(name), withoutWriter, withoutVisitorKeys],
  })),
  {
    ...sharedScript('core'),
    plugins: [
      gives('core'),
      takesParsersOnUse,
      withoutEngines,
      withoutExamples,
      withoutNotes,
      withSingleEnums,
      withoutIndents,
    ],
  },
  {
    ...sharedScript('lsp'),
    plugins: [
      gives('lsp'),
      withUsedTypes('vscode-languageserver', 'server/lsp'),
      withSingleEnums,
      takes('core', wayTo.both),
    ],
  },
  {
    ...forNode,
    plugins: [takes('core', wayTo.node), takes('lsp', wayTo.node), withoutGlobalModules],
    entryPoints: { languageServer: 'server/node/languageServerMain.ts' },
  },
  {
    ...forWeb,
    format: 'iife',
    plugins: [takes('lsp', wayTo.worker)],
    entryPoints: { 'server.web': 'server/browser/lspMain.ts' },
  },
  { ...forNode, plugins: [takes('core', wayTo.node)], entryPoints: { commandLine: 'server/node/commandLineMain.ts' } },
  // What starts the two programs, and is so small that nothing is gained by keeping it compiled.
  { ...forNode, entryPoints: { server: 'server/node/lspMain.ts' } },
  {
    ...forNode,
    // Lets a shell start it.
    banner: { js: '#!/usr/bin/env node' },
    entryPoints: { cli: 'server/node/cliMain.ts' },
  },
  {
    ...forNode,
    plugins: [takes('core', wayTo.node), withoutMadeCode],
    entryPoints: { mcp: 'server/node/mcpMain.ts' },
  },
  { ...forNode, plugins: [takes('core', wayTo.node)], entryPoints: { api: 'server/api/index.ts' } },
  {
    ...forWeb,
    plugins: [
      gives('client.web', 'export * from "./client/src/extension.web.ts";'),
      withUsedTypes('vscode-languageclient', 'client/src'),
      withSingleEnums,
    ],
    entryPoints: { 'client.web': 'shared:client.web' },
  },
  {
    ...forNode,
    plugins: [takes('client.web', wayTo.node), withoutVersionCheck],
    entryPoints: { client: 'client/src/extension.ts' },
  },
  // The pages of webviews, which the editor loads when one is shown.
  {
    ...forWeb,
    format: 'iife',
    entryPoints: Object.fromEntries(
      ['toolMatrix.ts', 'delegationGraph.ts', 'page.css'].map((file) => [
        `webview/${file.slice(0, file.indexOf('.'))}`,
        `client/webview/${file}`,
      ]),
    ),
  },
];

/** The files of the playground that are not bundled, by their names in its folder. */
const playgroundFiles = { 'index.html': 'client/playground/index.html', 'icon.svg': 'client/icon.svg' };

/** The page of the playground, and its worker: the core in one file. A test builds them in memory and checks their content. */
export const playgroundBundles = [
  {
    ...forWeb,
    format: 'iife',
    entryPoints: { page: 'client/playground/page.ts', style: 'client/playground/page.css' },
  },
  {
    ...forWeb,
    format: 'iife',
    plugins: [
      withoutWriter,
      withoutVisitorKeys,
      withoutEngines,
      withoutExamples,
      withoutNotes,
      withSingleEnums,
      withoutIndents,
    ],
    entryPoints: { worker: 'server/browser/playgroundMain.ts' },
  },
];

/** Writes the playground as a folder that any file server can serve. Its name is not in the package, so neither is its content. */
async function buildPlayground(outdir) {
  rmSync(outdir, { recursive: true, force: true });
  const esbuild = await import('esbuild');
  const bundles = await Promise.all(playgroundBundles.map((options) => esbuild.build({ ...options, outdir })));
  for (const [name, from] of Object.entries(playgroundFiles)) cpSync(from, join(outdir, name));
  writeFileSync(join(outdir, 'NOTICES.txt'), notices(packagesIn(bundles)));
}

/** What the pages of the documentation run, and their look. */
export const siteBundles = [
  { ...forWeb, format: 'iife', entryPoints: { page: 'client/site/page.ts', style: 'client/site/page.css' } },
];

/** Writes the documentation with the playground in it as a folder that any file server can serve. */
async function buildSite(outdir) {
  rmSync(outdir, { recursive: true, force: true });
  const esbuild = await import('esbuild');
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

/**
 * The pages that the extension shows, in the JSON that `client/src/pageTexts.ts` reads. The comment in them is for those who would
 * change a file.
 */
export function pages() {
  const texts = [
    'configuration.md',
    'hosts.md',
    'repository.md',
    ...readdirSync('docs/rules').map((name) => `rules/${name}`),
  ];
  const shown = texts.map((path) => [
    path,
    readFileSync(join('docs', path), 'utf8').replace(/^<!-- Generated by [^>]*-->\n\n/, ''),
  ]);
  const ending = usualEnding(shown);
  const isUsual = ([path, text]) => text.endsWith(ending.replaceAll('{rule}', idOf(path)));
  const rules = shown.filter(isUsual).map(([path, text]) => {
    const id = idOf(path);
    return [id, text.slice(0, -ending.replaceAll('{rule}', id).length)];
  });
  const others = shown.filter((page) => !isUsual(page));
  return JSON.stringify({ ending, rules: Object.fromEntries(rules), others: Object.fromEntries(others) });
}

/** The id of the rule that a page in `rules/` is about. */
const idOf = (path) => path.slice('rules/'.length, -'.md'.length);

/** How most pages of rules end, from the heading about silencing, with `{rule}` instead of their ids. */
function usualEnding(shown) {
  const endings = shown.flatMap(([path, text]) => {
    const at = text.indexOf('\n## How to silence it\n');
    return at < 0 ? [] : text.slice(at).replaceAll(idOf(path), '{rule}');
  });
  const times = (ending) => endings.filter((one) => one === ending).length;
  return endings.reduce((usual, one) => (times(one) > times(usual) ? one : usual));
}

/** The package.json beside the bundles. To find out what kind of modules they are, Node would read the long one above it. */
const KIND = `${JSON.stringify({ type: 'commonjs' })}\n`;

/** Writes the bundles and the pages to `dist`. Returns what esbuild says about each bundle. */
async function build() {
  mkdirSync('dist', { recursive: true });
  writeFileSync('dist/pages.json', pages());
  const esbuild = await import('esbuild');
  const bundles = await Promise.all(shipped.map((options) => esbuild.build(options)));
  writeFileSync(join('dist', 'package.json'), KIND);
  chmodSync('dist/cli.js', 0o755);
  return bundles;
}

/** The folders of the packages of which something is in these bundles. */
function packagesIn(bundles) {
  const inputs = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = inputs.map((path) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(folders)].filter((folder) => folder !== undefined).sort();
}

/** Bundles the tests that run inside VS Code, one file per extension host. */
async function buildEditorTests() {
  const esbuild = await import('esbuild');
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

/** The licenses of all bundled packages, as they require. */
function notices(folders) {
  const parts = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  const line = `\n${'-'.repeat(80)}\n\n`;
  return `Agent Authoring contains parts of the following packages.\n${line}${parts.join(line)}`;
}

/**
 * Packs `dist/agent-authoring.vsix` and fails when it would contain files that users do not need. Packs from a copy of the
 * shipped files, because `vsce` compares every file of its folder with dozens of patterns.
 */
async function pack() {
  const bundles = await prepack();
  const copy = join('dist', 'package');
  rmSync(copy, { recursive: true, force: true });
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  // The MCP server, the programmatic interface and the single pages are for those who install the package of npm.
  const forNpm = /^dist\/(?:mcp\.js|api\.js|api\.d\.ts)$|^docs\/.*(?<!\.json)$/;
  const files = [...manifest.files.filter((path) => !forNpm.test(path)), 'dist/pages.json'];
  for (const path of files) cpSync(path, join(copy, path), { recursive: true });
  // Only those who build the package need these two.
  const { devDependencies, scripts, ...shownManifest } = manifest;
  writeFileSync(join(copy, 'package.json'), JSON.stringify({ ...shownManifest, files }));
  writeFileSync(join(copy, 'dist', 'NOTICES.txt'), notices(packagesIn(bundles.filter((one) => isPacked(one, copy)))));
  for (const file of filesBelow(copy, '.json').filter((one) => one !== join(copy, 'package.json')))
    writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
  const { shortenKeys } = await import('./client/package/textKeys.mjs');
  shortenKeys(copy);
  // The page of the extension is for people who have it installed. Of images, VS Code shows there only those with an https address.
  cpSync(join('client', 'gallery.md'), join(copy, 'README.md'));
  const wanted =
    /^(package(?:\.nls(?:\.zh-cn)?)?\.json|README\.md|CHANGELOG\.md|LICENSE|client\/(icon\.png|agents\.svg|walkthrough\/\w+(?:\.png|(?:\.nls\.zh-cn)?\.md)|l10n\/bundle\.l10n\.zh-cn\.json)|dist\/(yaml|toml|core|lsp|client|server|languageServer|client\.web|server\.web|cli|commandLine)\.js|dist\/package\.json|dist\/webview\/(toolMatrix\.js|delegationGraph\.js|page\.css)|dist\/(?:NOTICES\.txt|pages\.json)|docs\/configuration\.schema\.json|(snippets|syntaxes)\/[\w.-]+\.json)$/;
  const listed = filesBelow(copy, '').map((path) => relative(copy, path).replaceAll('\\', '/'));
  const strays = listed.filter((path) => !wanted.test(path));
  if (strays.length > 0) throw new Error(`These files do not belong in the package:\n${strays.join('\n')}`);
  const packagePath = join('dist', 'agent-authoring.vsix');
  callVsce(copy, [
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    resolve(packagePath),
  ]);
  const { packAgain } = await import('./client/package/archive.mjs');
  await packAgain(packagePath, (path) => path === 'extension/dist/cli.js');
  console.log(`${packagePath}: ${listed.length} files, ${Math.ceil(statSync(packagePath).size / 1024)} KB`);
}

/** What `npm pack` needs: the programs, the licences of what they contain, and the types of the programmatic interface. */
async function prepack() {
  const bundles = await build();
  await shortenAll('dist');
  writeFileSync('dist/NOTICES.txt', notices(packagesIn(bundles)));
  run(process.execPath, [join('node_modules', 'typescript', 'bin', 'tsc'), '--build', 'server']);
  cpSync(join('dist', 'types', 'server', 'server', 'api', 'index.d.ts'), join('dist', 'api.d.ts'));
  return bundles;
}

/** Whether some file of a bundle is in this folder. */
const isPacked = ({ metafile }, folder) => Object.keys(metafile.outputs).some((path) => existsSync(join(folder, path)));

/**
 * Makes the programs in this folder as short as they are published. The two that only npm has stay as they are: Node finds the names that
 * a module exports in a place that does nothing else.
 */
async function shortenAll(folder) {
  const { shorten } = await import('./client/package/shorter.mjs');
  const files = shipped.flatMap(({ entryPoints, format }) =>
    Object.keys(entryPoints)
      .filter((name) => !['mcp', 'api'].includes(name))
      .map((name) => ({ path: join(folder, `${name}.js`), isModule: format === 'cjs' })),
  );
  await shorten(
    files.filter(({ path }) => existsSync(path)),
    join('dist', 'shorter'),
  );
}

/** The packer lists every file. Only its warnings, or the reason why it failed, are of interest. */
function callVsce(cwd, args) {
  const program = createRequire(resolve('build.mjs')).resolve('@vscode/vsce/vsce');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'package', ...args], {
    cwd,
    encoding: 'utf8',
  });
  const lines = `${stdout}${stderr}`.split('\n');
  const shown = status === 0 ? lines.filter((line) => /WARNING|ERROR/.test(line)) : lines;
  if (shown.length > 0) console.error(shown.join('\n'));
  if (status !== 0) process.exit(status ?? 1);
}

const filesBelow = (folder, ending) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)));

/**
 * The slowest processes of tests, the slowest first: a file that runs in its own, or a folder whose quick files share one. The
 * others follow and fill the gaps at the end.
 */
const slowTests = [
  'corpus',
  'cli/',
  'lsp/',
  'features/injection',
  'fuzz',
  'hosts/everyHost',
  'recipes',
  'properties',
  'hosts/',
  'hostile',
  'features/',
  'repo',
  'team/',
  'lsp/process',
  'features/structure',
  'features/listStyle',
  'features/format',
  'repair',
  'safety',
  'grammar',
  'syntax/bodyTime',
  'syntax/bodyOracle',
];

/** One entry point a process, in the order to start them. Quick files of a folder share one, because starting takes longest. */
function testProcesses(files) {
  const groups = new Map();
  for (const file of files) {
    const name = relative('test', file)
      .replaceAll('\\', '/')
      .replace(/\.test\.ts$/, '');
    const key = slowTests.includes(name) ? name : name.replace(/[^/]*$/, '');
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  const turn = (key) => (slowTests.includes(key) ? slowTests.indexOf(key) : slowTests.length);
  return [...groups]
    .sort(([a], [b]) => turn(a) - turn(b))
    .map(([, group]) => ({
      name:
        group.length === 1
          ? relative('test', group[0])
          : `${relative('test', dirname(group[0])) || 'test'}.quick.test.ts`,
      text: group.map((file) => `import ${JSON.stringify(`./${file.replaceAll('\\', '/')}`)};\n`).join(''),
    }));
}

/** Lets esbuild bundle texts that exist in no file, by name. */
const entriesOf = (entries) => ({
  name: 'entries',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^entry:/ }, ({ path }) => ({ path: path.slice('entry:'.length), namespace: 'entry' }));
    onLoad({ filter: /.*/, namespace: 'entry' }, ({ path }) => ({
      contents: entries.find(({ name }) => name === path)?.text,
      resolveDir: root,
    }));
  },
});

/** Bundles the tests that need no editor and runs them with Node's test runner. Arguments select files by part of their path. */
async function unit(wanted) {
  const esbuild = await import('esbuild');
  const files = filesBelow('test', '.test.ts').filter(
    (file) =>
      !/^test[\\/]vscode[\\/]/.test(file) && (wanted.length === 0 || wanted.some((part) => file.includes(part))),
  );
  if (files.length === 0) throw new Error(`No test file has ${wanted.join(' or ')} in its path.`);
  // A separate folder, so that simultaneous runs do not delete each other's files.
  const outdir = join('dist', `unit-${process.pid}`);
  process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));
  const processes = testProcesses(files);
  const outputOf = (name) => name.replace(/\.ts$/, '');
  const { metafile } = await esbuild.build({
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    // Every test process parses its map; without the sources in it that is much less.
    sourcemap: 'inline',
    sourcesContent: false,
    logLevel: 'warning',
    target: 'node20',
    entryPoints: Object.fromEntries(processes.map(({ name }) => [outputOf(name), `entry:${name}`])),
    outdir,
    plugins: [entriesOf(processes)],
    loader: { '.md': 'text' },
    metafile: true,
  });
  const programs = resolve(outdir, 'programs');
  if ('test/programs.ts' in metafile.inputs) await buildPrograms(programs);
  const built = processes.map(({ name }) => join(outdir, `${outputOf(name)}.js`));
  // The programs keep compiled code. It stays out of the user's cache folder.
  const env = { ...process.env, TESTED_PROGRAMS: programs, XDG_CACHE_HOME: resolve(outdir, 'caches') };
  // Megabytes. Most objects of a parse are short-lived, and with more room for them the collector runs less often.
  const flags = ['--enable-source-maps', '--max-semi-space-size=64'];
  run(process.execPath, [...flags, join('test', 'unit.mjs'), ...built], { env });
}

/** Writes the server and the command line as esbuild makes them, beside the pages that they read or name. */
async function buildPrograms(outdir) {
  const esbuild = await import('esbuild');
  const wanted = shipped.filter((one) =>
    [...Object.keys(parsers), 'core', 'lsp', 'languageServer', 'commandLine', 'server', 'cli', 'mcp', 'api'].some(
      (name) => name in one.entryPoints,
    ),
  );
  await Promise.all(wanted.map((options) => esbuild.build({ ...options, outdir })));
  writeFileSync(join(outdir, 'package.json'), KIND);
  cpSync('docs/rules', join(outdir, '..', 'docs', 'rules'), { recursive: true });
}

/** Writes the files and blocks that repeat the core's tables: pages of rules, settings, grammars, snippets and lists of files. */
async function generate() {
  const esbuild = await import('esbuild');
  const entryPoints = { generate: 'server/node/generate.ts' };
  await esbuild.build({ ...forNode, minify: false, packages: 'external', outdir: 'dist/tools', entryPoints });
  run(process.execPath, [join('dist', 'tools', 'generate.js')]);
}

/** Measures the shipped programs, a floor and peers. Arguments are those of `npm run bench -- --help`. */
async function bench(args) {
  const esbuild = await import('esbuild');
  await buildPrograms(join('dist', 'bench', 'programs'));
  await shortenAll(join('dist', 'bench', 'programs'));
  const entryPoints = { bench: 'test/bench/bench.ts' };
  const asModule = { format: 'esm', outExtension: { '.js': '.mjs' }, packages: 'external', minify: false };
  await esbuild.build({ ...forNode, ...asModule, outdir: 'dist/bench', entryPoints });
  run(process.execPath, [join('dist', 'bench', 'bench.mjs'), ...args]);
}

/** Bundles the fuzz like a test and runs it. */
async function fuzz(args) {
  const esbuild = await import('esbuild');
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

const script = (file, args = []) => run(process.execPath, [join('test', file), ...args]);

const commands = {
  build,
  unit,
  generate,
  package: pack,
  prepack,
  site: () => buildSite(join('dist', 'site')),
  playground: () => buildPlayground(join('dist', 'playground')),
  'editor-tests': buildEditorTests,
  start: (args) => script('vscode/start.mjs', args),
  'host-facts': (args) => script('hosts/facts/hostFacts.mjs', args),
  bench,
  fuzz,
  'release-check': (args) => script('release/check.mjs', args),
  test: (args) => script('run.mjs', args),
};

/** Ends this process when the argument of `npm start` is no folder. */
function checkFolder(wanted) {
  if (wanted === undefined || statSync(resolve(wanted), { throwIfNoEntry: false })?.isDirectory() === true) return;
  console.error(`${resolve(wanted)} is not a folder. Give npm start a folder with agents, or nothing for the samples.`);
  process.exit(2);
}

async function main([command = 'build', ...rest]) {
  if (!Object.hasOwn(commands, command)) {
    console.error(`build.mjs: unknown command '${command}'; the commands are ${Object.keys(commands).join(', ')}`);
    process.exit(2);
  }
  // Before packages are installed, which takes a minute.
  if (command === 'start') checkFolder(rest[0]);
  install();
  try {
    await commands[command](rest);
  } catch (error) {
    // esbuild has already printed its errors with their lines.
    if (!Array.isArray(error.errors)) console.error(error.message);
    process.exit(1);
  }
}

// A test imports this file for the options above.
if (realpathSync(process.argv[1] ?? '.') === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));

/** I3 and the static part of I10: which file may import which package, and that no code is created or fetched at run time. */
import { builtinModules } from 'node:module';
import { type Invariant, targetOf, typescriptIn, type Violation } from './sources';
import { namesIn, readsOf } from './sourceTree';

/** Packages and the files (or folders, with a slash at the end) that may import them. Every other package is refused. */
const importers: Readonly<Record<string, readonly string[]>> = {
  yaml: ['server/core/syntax/frontMatter/yaml.ts'],
  'toml-eslint-parser': ['server/core/syntax/toml/parser.ts'],
  ignore: ['server/cli/ignored.ts'],
  'get-east-asian-width': ['server/cli/cells.ts'],
  'jsonc-parser': ['server/core/syntax/json/'],
  'gray-matter': ['server/core/syntax/frontMatter/split.ts'],
  '@modelcontextprotocol/sdk/server/index.js': ['server/node/mcpMain.ts'],
  '@modelcontextprotocol/sdk/server/stdio.js': ['server/node/mcpMain.ts'],
  '@modelcontextprotocol/sdk/types.js': ['server/node/mcpMain.ts'],
  'vscode-languageserver': ['server/lsp/'],
  'vscode-languageserver/node': ['server/node/'],
  'vscode-languageserver/browser': ['server/browser/'],
  'vscode-languageserver-types': ['server/core/features/'],
  '@codemirror/commands': ['client/playground/editor.ts'],
  '@codemirror/lang-markdown': ['client/playground/editor.ts'],
  '@codemirror/lang-yaml': ['client/playground/editor.ts'],
  '@codemirror/language': ['client/playground/editor.ts', 'client/playground/theme.ts'],
  '@codemirror/legacy-modes/mode/javascript': ['client/playground/editor.ts'],
  '@codemirror/legacy-modes/mode/toml': ['client/playground/editor.ts'],
  '@codemirror/lint': ['client/playground/editor.ts'],
  '@codemirror/state': ['client/playground/'],
  '@codemirror/view': ['client/playground/'],
  '@lezer/highlight': ['client/playground/editor.ts', 'client/playground/theme.ts'],
  'markdown-it': ['server/node/site/markdown.ts'],
  vscode: ['client/src/'],
  'vscode-languageclient': ['client/src/'],
  'vscode-languageclient/node': ['client/src/'],
  'vscode-languageclient/browser': ['client/src/'],
};

/** Packages whose types, which are gone when the program runs, may be imported in more places. */
const typeImporters: Readonly<Record<string, readonly string[]>> = { yaml: ['server/core/syntax/'] };

const nodeModules = new Set(builtinModules);

/** Each package is imported where the design says, and nowhere else. */
export const packagesHavePlaces: Invariant = (files) =>
  typescriptIn(files, 'server', 'client').flatMap(([path, file]) =>
    file.imports().flatMap(({ from, onlyTypes }): readonly Violation[] => {
      if (from === undefined || from.startsWith('.')) return [];
      const isNode = from.startsWith('node:') || nodeModules.has(from);
      const places = isNode
        ? ['server/node/']
        : [...own(importers, from), ...(onlyTypes ? own(typeImporters, from) : [])];
      return places.some((place) => path === place || (place.endsWith('/') && path.startsWith(place)))
        ? []
        : [{ path, what: `imports ${from}` }];
    }),
  );

const own = (table: Readonly<Record<string, readonly string[]>>, name: string): readonly string[] =>
  Object.hasOwn(table, name) ? (table[name] ?? []) : [];

/**
 * The build script installs the packages, so what it loads before that imports only modules of Node. It loads the rest with dynamic
 * imports.
 */
export const buildStartsWithoutPackages: Invariant = (files) => {
  const violations: Violation[] = [];
  const loaded = new Set(['build.mjs']);
  // The loop also visits what is added on the way.
  for (const path of loaded) {
    for (const { from, dynamic } of files.get(path)?.imports() ?? []) {
      if (dynamic || from === undefined || from.startsWith('node:')) continue;
      const target = targetOf(files, path, from);
      if (target === undefined) violations.push({ path, what: `imports ${from} before the packages are installed` });
      else loaded.add(target);
    }
  }
  return violations;
};

/** Files that load code by a computed path, and why that path is ours. */
const loaders: ReadonlyMap<string, string> = new Map([
  ['server/node/commandLineMain.ts', 'the servers, which are bundles beside the command line'],
  ['server/node/bundles.ts', 'the bundles beside it, by the names in them, and modules of Node'],
]);

const makers: ReadonlySet<string> = new Set([
  'eval',
  'Function',
  'WebAssembly',
  'importScripts',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
]);

/** Which files may use a module that reaches out of the process, and why. */
const reaching: Readonly<Record<string, string>> = {
  // --pipe and --socket: the editor listens, the server connects to the address that the editor gave it.
  'server/node/transport.ts': 'node:net',
  // Threads of the command line run its own file.
  'server/node/threads.ts': 'node:worker_threads',
  // Runs the other bundles of this program.
  'server/node/bundles.ts': 'node:vm',
  // --changed and --staged of the command line ask Git for names.
  'server/node/gitChanges.ts': 'node:child_process',
};

/** Nothing is evaluated, loaded by a computed path, spawned or fetched by the server and its core. */
export const nothingIsExecuted: Invariant = (files) =>
  typescriptIn(files, 'server').flatMap(([path, file]) => [
    ...namesIn(file.nodes(), makers).map((word) => ({ path, what: `uses \`${word}\`` })),
    ...file
      .imports()
      .filter(({ from, dynamic }) => dynamic && from === undefined && !loaders.has(path))
      .map(() => ({ path, what: 'loads a module by a computed path' })),
    ...file
      .imports()
      .filter(
        ({ from = '' }) =>
          reaching[path] !== from &&
          /^(?:node:)?(?:child_process|worker_threads|cluster|vm|http|https|http2|net|tls|dgram|dns)(?:\/|$)/.test(
            from,
          ),
      )
      .map(({ from }) => ({ path, what: `imports ${from}` })),
    ...readsOf(file.nodes(), 'eval').map(() => ({ path, what: 'uses `.eval`' })),
  ]);

/** I10: the shipped bundles cannot run what a file names, and use no network except for the editor's connection. */
import { isBuiltin } from 'node:module';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import type { Violation } from './sources';

/** Name of a bundle (`server.js`) to its text. */
export type Bundles = ReadonlyMap<string, string>;

/**
 * Builds the shipped bundles, or those that `wants` picks, in memory, with the options of the build and `change`.
 * @param list The name of the list in `client/package/bundles.mjs`.
 */
export async function buildBundles(
  change = (options: BuildOptions): BuildOptions => options,
  wants = (_: BuildOptions): boolean => true,
  list: 'shipped' | 'playgroundBundles' = 'shipped',
): Promise<Bundles> {
  const built = await Promise.all(
    (await optionsOf(list))
      .filter(wants)
      .map((options) => build({ ...change(options), write: false, metafile: false })),
  );
  const outputs = built.flatMap(({ outputFiles }) => outputFiles);
  return new Map(outputs.map(({ path, text }) => [basename(path), text]));
}

/** The options of the build for the bundles of one of its lists. It finds its own files, and so is in no bundle of tests. */
export async function optionsOf(list: 'shipped' | 'playgroundBundles'): Promise<readonly BuildOptions[]> {
  const lists: typeof import('../../client/package/bundles.mjs') = await import(
    pathToFileURL(join(process.cwd(), 'client', 'package', 'bundles.mjs')).href
  );
  return lists[list];
}

/** Ways to run or load something while running. */
const powers: Readonly<Record<string, RegExp>> = {
  eval: /\beval\s*\(/,
  'new Function': /\bnew\s+Function\b|\bFunction\s*\(/,
  WebAssembly: /\bWebAssembly\b/,
  fetch: /(?<![.\w$])fetch\s*\(/,
  XMLHttpRequest: /\bXMLHttpRequest\b/,
  WebSocket: /\bWebSocket\b/,
  importScripts: /\bimportScripts\b/,
};

/** A text of gray-matter's engine for `---js`, which survives minifying. */
const evaluator = 'stringifying JavaScript is not supported';

/** Imports of Node's modules that reach another process, another machine or other code. `http` is also a word in our data. */
const modules =
  /(?:\b(?:require|import)\s*\(|\bfrom)\s*["'`](?:node:)?(child_process|worker_threads|cluster|vm|module|net|http|https|http2|tls|dgram|dns|inspector|repl)(?:\/[\w/]+)?["'`]/g;

/**
 * What the LSP packages and our programs need, and why. The core and the server in the web need nothing.
 * None of this is done for a file of the workspace: the editor starts the server and chooses the transport.
 */
const allowed: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'languageServer.js': {
    net: 'vscode-languageserver listens on --pipe and --socket when the editor asks for it',
  },
  'server.js': {
    vm: 'it runs the other bundles of this package with the code that is kept of them',
  },
  'cli.js': {
    vm: 'it runs the other bundles of this package with the code that is kept of them',
  },
  'commandLine.js': {
    worker_threads: 'threads of the command line run the command line',
    child_process: 'the command line asks Git for the names of changed files when --changed or --staged is given',
  },
  'client.web.js': {
    importScripts: 'the server is a worker, which loads scripts of this extension',
  },
  'client.js': {
    net: 'vscode-languageclient can talk to a server by pipe or socket; ours talks over Node IPC',
    child_process: 'vscode-languageclient starts the server, a file of this extension, as a process of its own',
  },
};

/** The modules that a bundle requires, other than those of Node and the editor. */
export const foreignModules = (text: string): readonly string[] => [
  ...new Set(
    [...text.matchAll(/([\w$]+)\("([^"]+)"\)/g)]
      .filter(([, called]) => called === 'require' || called === shimIn(text))
      .map(([, , name]) => name ?? '')
      .filter((name) => name !== 'vscode' && !isBuiltin(name)),
  ),
];

/** The name of esbuild's function that calls `require` where there is one. */
const shimIn = (text: string): string | undefined => /([\w$]+)=\([\w$]+=>typeof require</.exec(text)?.[1];

/** Everything in the bundles that is not allowed. */
export function powersOf(bundles: Bundles): readonly Violation[] {
  return [...bundles].flatMap(([path, text]) => {
    const used = Object.entries(powers).flatMap(([name, pattern]) => (pattern.test(text) ? [name] : []));
    const imported = [...text.matchAll(modules)].map(([, name]) => name ?? '');
    const free = new Set(Object.keys(allowed[path] ?? {}));
    const engines = text.includes(evaluator) ? ['the engine that evaluates frontmatter'] : [];
    return [...new Set([...used, ...imported, ...engines])]
      .filter((name) => !free.has(name))
      .map((name) => ({ path, what: `contains ${name}` }));
  });
}

/** Exceptions that are no longer needed. */
export const unusedPermissions = (bundles: Bundles): readonly Violation[] =>
  Object.entries(allowed).flatMap(([path, reasons]) =>
    Object.keys(reasons)
      .filter((name) => !isUsed(name, bundles.get(path) ?? ''))
      .map((name) => ({ path, what: `may contain ${name} but does not` })),
  );

const isUsed = (name: string, text: string): boolean =>
  powers[name]?.test(text) ?? [...text.matchAll(modules)].some(([, found]) => found === name);

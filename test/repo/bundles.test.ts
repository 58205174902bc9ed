/** I10, for the shipped bundles: nothing in them runs, loads or fetches what a file could name. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { BuildOptions } from 'esbuild';
import { hosts } from '../../server/core/index';
import { type Bundles, buildBundles, foreignModules, powersOf, unusedPermissions } from './bundles';

const isCore = ({ entryPoints }: { readonly entryPoints?: unknown }): boolean =>
  JSON.stringify(entryPoints).includes('core');

/** The options without one of the build's plugins. */
const without =
  (plugin: string) =>
  (options: BuildOptions): BuildOptions => ({
    ...options,
    plugins: options.plugins?.filter(({ name }) => name !== plugin) ?? [],
  });

/** The notes as the bundles would contain them: those that need no escape in any of the notations of strings. */
const texts = hosts
  .flatMap(({ notes }) => Object.values(notes).map(({ says }) => says))
  .filter((one) => /^[^`'"\\]{60,}$/.test(one));

describe('I10: what is shipped', () => {
  let bundles: Bundles = new Map();
  before(async () => {
    bundles = await buildBundles();
  });

  const whatIn = (name: string, code: string): readonly string[] =>
    powersOf(new Map([[name, `${bundles.get(name) ?? ''}\n${code}`]])).map(({ what }) => what);

  it('is thirteen bundles, and the pages of webviews', () => {
    assert.deepEqual([...bundles.keys()].sort(), [
      'api.js',
      'cli.js',
      'client.js',
      'client.web.js',
      'commandLine.js',
      'core.js',
      'delegationGraph.js',
      'languageServer.js',
      'lsp.js',
      'mcp.js',
      'page.css',
      'server.js',
      'server.web.js',
      'toml.js',
      'toolMatrix.js',
      'yaml.js',
    ]);
    for (const [name, text] of bundles) assert.ok(text.length > 1_000, name);
  });

  it('contains no examples of rules', async () => {
    const withExamples = (all: Bundles): readonly string[] =>
      [...all].filter(([, text]) => text.includes('Does a thing.')).map(([name]) => name);
    assert.deepEqual(withExamples(bundles), []);
    assert.deepEqual(withExamples(await buildBundles(without('without-examples'), isCore)), ['core.js']);
  });

  it('makes no texts for the formatter of JSON, which nothing calls', async () => {
    // Each is made as a list of many equal values first.
    const withIndents = (all: Bundles): readonly string[] =>
      [...all].filter(([, text]) => text.includes('fill(0).map(')).map(([name]) => name);
    assert.deepEqual(withIndents(bundles), []);
    assert.deepEqual(withIndents(await buildBundles(without('without-indents'), isCore)), ['core.js']);
  });

  it('is written in ASCII, so that an engine keeps one byte for each character', () => {
    assert.deepEqual(
      [...bundles].filter(([, text]) => text.length !== Buffer.byteLength(text)).map(([name]) => name),
      [],
    );
  });

  it('contains no notes of hosts about rules', async () => {
    const withNotes = (all: Bundles): readonly string[] =>
      [...all].filter(([, text]) => texts.some((one) => text.includes(one))).map(([name]) => name);
    assert.ok(texts.length > 100);
    assert.deepEqual(withNotes(bundles), []);
    assert.deepEqual(withNotes(await buildBundles(without('without-notes'), isCore)), ['core.js']);
  });

  it('contains the core once, and the protocol once for servers and once for clients', () => {
    const containing = (part: string): readonly string[] =>
      [...bundles].filter(([, text]) => text.includes(part)).map(([name]) => name);
    assert.deepEqual(containing('tool-contradicts-body'), ['core.js']);
    assert.deepEqual(containing('workspace/didChangeWatchedFiles'), ['lsp.js', 'client.web.js']);
  });

  it('loads nothing but modules of the platform, the editor and each other', () => {
    const loaded = [...bundles].flatMap(([name, text]) => foreignModules(text).map((module) => `${name}: ${module}`));
    assert.deepEqual(loaded.sort(), [
      'api.js: ./core.js',
      'client.js: ./client.web.js',
      'commandLine.js: ./core.js',
      'core.js: ./toml.js',
      'core.js: ./yaml.js',
      'languageServer.js: ./core.js',
      'languageServer.js: ./lsp.js',
      'lsp.js: ./core.js',
      'mcp.js: ./core.js',
    ]);
    for (const name of ['yaml.js', 'toml.js', 'server.web.js'])
      assert.ok(!bundles.get(name)?.includes('require('), name);
    assert.deepEqual(foreignModules('require("node:fs");require("vscode");require("yaml")'), ['yaml']);
  });

  it('runs nothing and fetches nothing', () => {
    assert.deepEqual(powersOf(bundles), []);
  });

  it('needs every exception', () => {
    assert.deepEqual(unusedPermissions(bundles), []);
    const bare = new Map([...bundles, ['languageServer.js', '']]);
    assert.deepEqual(
      unusedPermissions(bare).map(({ path }) => path),
      ['languageServer.js'],
    );
  });

  const broken: readonly (readonly [string, string, string])[] = [
    ['cli.js', 'eval(x)', 'contains eval'],
    ['server.js', 'new Function("x")', 'contains new Function'],
    ['client.web.js', 'Function("x")()', 'contains new Function'],
    ['core.js', 'require("node:child_process").spawn(x)', 'contains child_process'],
    ['commandLine.js', 'require("net")', 'contains net'],
    ['server.js', 'require("https").get(x)', 'contains https'],
    ['server.js', 'require("child_process")', 'contains child_process'],
    ['server.js', 'require("worker_threads")', 'contains worker_threads'],
    ['server.web.js', 'fetch(x)', 'contains fetch'],
    ['server.web.js', 'new WebSocket(x)', 'contains WebSocket'],
    ['server.web.js', 'new XMLHttpRequest', 'contains XMLHttpRequest'],
    ['server.web.js', 'importScripts(x)', 'contains importScripts'],
  ];
  for (const [name, code, what] of broken) {
    it(`would be reported with \`${code}\` in ${name}`, () => assert.deepEqual(whatIn(name, code), [what]));
  }

  it('would contain an engine that evaluates frontmatter if the build did not remove it', async () => {
    const found = powersOf(await buildBundles(without('without-engines'), isCore));
    const what = found.map((one) => one.what);
    assert.ok(what.includes('contains eval'), what.join());
    assert.ok(
      what.some((one) => one.endsWith('evaluates frontmatter')),
      what.join(),
    );
  });
});

describe('I10: the playground', () => {
  let bundles: Bundles = new Map();
  before(async () => {
    bundles = await buildBundles(undefined, undefined, 'playgroundBundles');
  });

  it('is a page, its look and a worker, and has the core in the worker only', () => {
    assert.deepEqual([...bundles.keys()].sort(), ['page.js', 'style.css', 'worker.js']);
    const containing = [...bundles].filter(([, text]) => text.includes('tool-contradicts-body')).map(([name]) => name);
    assert.deepEqual(containing, ['worker.js']);
  });

  it('runs nothing, fetches nothing and has no address to load something from', () => {
    assert.deepEqual(powersOf(bundles), []);
    assert.deepEqual(
      powersOf(new Map([...bundles, ['worker.js', `${bundles.get('worker.js')};fetch(x)`]])).map(({ what }) => what),
      ['contains fetch'],
    );
    assert.doesNotMatch(bundles.get('style.css') ?? '', /url\(|@import/);
  });

  it('contains no examples of rules and no notes of hosts', () => {
    const worker = bundles.get('worker.js') ?? '';
    assert.ok(!worker.includes('Does a thing.'));
    assert.ok(!texts.some((one) => worker.includes(one)));
  });
});

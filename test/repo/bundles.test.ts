/** I10, for the shipped bundles: nothing in them runs, loads or fetches what a file could name. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { type BuildOptions, build } from 'esbuild';
import * as original from 'vscode-languageserver-types';
import { hosts } from '../../server/core/index';
import { type Bundles, buildBundles, foreignModules, optionsOf, powersOf, unusedPermissions } from './bundles';

const isProtocol = ({ entryPoints }: { readonly entryPoints?: unknown }): boolean =>
  /^\{"(?:lsp|client\.web)":/.test(JSON.stringify(entryPoints));

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

  it('contains the snippets for the server only, because VS Code and the client read their files', () => {
    const containing = [...bundles]
      .filter(([, text]) => text.includes('Endpoint Pattern: Express'))
      .map(([name]) => name);
    assert.deepEqual(containing, ['lsp.js']);
  });

  it('contains of the types of the protocol only what is used', async () => {
    // A part of functions that check values, which are in nothing else.
    const checks = (text = ''): number => text.split('.typedArray(').length - 1;
    const whole = await buildBundles(without('with-used-types'), isProtocol);
    for (const name of ['lsp.js', 'client.web.js'])
      assert.ok(checks(bundles.get(name)) < checks(whole.get(name)), name);
  });

  it('contains types of the protocol that work as those of the package', async () => {
    const plugins = (await optionsOf('shipped'))
      .find(isProtocol)
      ?.plugins?.filter(({ name }) => name === 'with-single-enums');
    assert.equal(plugins?.length, 1);
    const file = join(mkdtempSync(join(tmpdir(), 'agent-authoring-types-')), 'types.cjs');
    const contents = 'export * from "vscode-languageserver-types";';
    const stdin = { contents, resolveDir: process.cwd() };
    await build({
      stdin,
      plugins,
      outfile: file,
      bundle: true,
      format: 'cjs',
      mainFields: ['module'],
      treeShaking: false,
    });
    const types: typeof original = createRequire(file)(file);
    rmSync(dirname(file), { recursive: true });
    const values: Readonly<Record<string, unknown>> = original;
    assert.ok(Object.keys(types).length > 70);
    for (const [name, value] of Object.entries(types))
      assert.equal(JSON.stringify(value), JSON.stringify(values[name]));
    const range = original.Range.create(1, 2, 3, 4);
    const location = original.Location.create('file:///a.md', range);
    for (const { Range, Location, TextEdit } of [types, original]) {
      assert.deepEqual(
        [range, { start: 1 }, undefined].map((one) => Range.is(one)),
        [true, false, false],
      );
      assert.deepEqual(
        [location, range].map((one) => Location.is(one)),
        [true, false],
      );
      assert.ok(TextEdit.is(TextEdit.insert(range.start, 'a')));
    }
  });

  it('compares no versions and has no table for walkers, which other packages bring', async () => {
    const isOne = ({ entryPoints }: { readonly entryPoints?: unknown }): boolean =>
      /^\{"(?:client|toml)":/.test(JSON.stringify(entryPoints));
    const found = (all: Bundles): readonly string[] =>
      [...all].filter(([, text]) => /Invalid SemVer|ClassDeclaration/.test(text)).map(([name]) => name);
    assert.deepEqual(found(bundles), []);
    const whole = await buildBundles(
      (options) => without('without-visitor-keys')(without('without-version-check')(options)),
      isOne,
    );
    assert.deepEqual(found(whole).toSorted(), ['client.js', 'toml.js']);
  });

  it('is for versions of VS Code that the client library supports', () => {
    const library = readFileSync('node_modules/vscode-languageclient/lib/node/main.js', 'utf8');
    const [, oldest] = /REQUIRED_VSCODE_VERSION = '\^([\d.]+)'/.exec(library) ?? assert.fail('it names no version');
    const { engines } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.ok(oldest !== undefined && oldest.localeCompare(engines.vscode.slice(1), 'en', { numeric: true }) <= 0);
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

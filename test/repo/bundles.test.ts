/** I10, for the shipped bundles: nothing in them runs, loads or fetches what a file could name. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { type Bundles, buildBundles, powersOf, unusedPermissions } from './bundles';

describe('I10: what is shipped', () => {
  let bundles: Bundles = new Map();
  before(async () => {
    bundles = await buildBundles();
  });

  const whatIn = (name: string, code: string): readonly string[] =>
    powersOf(new Map([[name, `${bundles.get(name) ?? ''}\n${code}`]])).map(({ what }) => what);

  it('is five bundles', () => {
    assert.deepEqual([...bundles.keys()].sort(), [
      'cli.js',
      'client.js',
      'client.web.js',
      'server.js',
      'server.web.js',
    ]);
    for (const [name, text] of bundles) assert.ok(text.length > 10_000, name);
  });

  it('contains the examples of rules only where they are shown', () => {
    const withExamples = [...bundles].filter(([, text]) => text.includes('Does a thing.')).map(([name]) => name);
    assert.deepEqual(withExamples, ['cli.js']);
  });

  it('runs nothing and fetches nothing', () => {
    assert.deepEqual(powersOf(bundles), []);
  });

  it('needs every exception', () => {
    assert.deepEqual(unusedPermissions(bundles), []);
    const bare = new Map([...bundles, ['server.js', '']]);
    assert.deepEqual(
      unusedPermissions(bare).map(({ path }) => path),
      ['server.js', 'server.js'],
    );
  });

  const broken: readonly (readonly [string, string, string])[] = [
    ['cli.js', 'eval(x)', 'contains eval'],
    ['server.js', 'new Function("x")', 'contains new Function'],
    ['client.web.js', 'Function("x")()', 'contains new Function'],
    ['cli.js', 'require("node:child_process").spawn(x)', 'contains child_process'],
    ['cli.js', 'require("net")', 'contains net'],
    ['server.js', 'require("https").get(x)', 'contains https'],
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
    const isServer = ({ entryPoints }: { readonly entryPoints?: unknown }): boolean =>
      JSON.stringify(entryPoints).includes('server');
    const found = powersOf(await buildBundles({ plugins: [], minify: false }, isServer));
    for (const path of ['server.js', 'server.web.js']) {
      assert.ok(
        found.some((one) => one.path === path && one.what === 'contains eval'),
        path,
      );
      assert.ok(
        found.some((one) => one.path === path && one.what.endsWith('evaluates frontmatter')),
        path,
      );
    }
  });
});

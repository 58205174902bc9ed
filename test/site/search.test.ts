/** The search of the documentation: what it finds, and in which order. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { type Entry, prepared, search } from '../../client/site/search';
import { siteOf } from '../../server/node/site/site';

const names = (folder: string): readonly string[] => readdirSync(folder).map((name) => `${folder}/${name}`);
const inDocs = [...names('docs'), ...names('docs/rules'), ...names('docs/images')];
const index: readonly Entry[] = JSON.parse(
  siteOf(inDocs, (path) => readFileSync(path, 'utf8')).get('search.json') ?? '[]',
);

const found = (query: string): readonly string[] => search(prepared(index), query).map(([url]) => url);

describe('the search', () => {
  const cases: Readonly<Record<string, string>> = {
    'tool-removed': 'rules/tool-removed.html',
    'tool removed': 'rules/tool-removed.html',
    'Gemini CLI': 'hosts/gemini-cli.html',
    'unquoted colon': 'rules/yaml-colon.html',
    'configuration file': 'configuration.html',
    'continuous integration': 'index.html#use-it-in-continuous-integration',
    'other edit': 'editors.html',
  };
  for (const [query, url] of Object.entries(cases)) it(`finds ${query}`, () => assert.equal(found(query)[0], url));

  it('needs every word, and shows few sections of one page', () => {
    assert.deepEqual(found('tool xyzzy'), []);
    assert.deepEqual(found(' - '), []);
    assert.equal(found('tool').length, 20);
    const ofPages = found('removed tool').map((url) => url.replace(/#.*/, ''));
    assert.ok(ofPages.length > 4);
    for (const page of ofPages) assert.ok(ofPages.filter((one) => one === page).length <= 2, page);
  });

  it('knows a little of each section only', () => {
    assert.ok(index.length > 700);
    for (const [url, , , text] of index) assert.ok(text.length <= 400, url);
  });
});

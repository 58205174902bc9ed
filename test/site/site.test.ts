/** The documentation site: every document is in it, and every link in it leads somewhere. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, it } from 'node:test';
import { hosts, rules } from '../../server/core/index';
import { rendered } from '../../server/node/site/markdown';
import { pagesOf, slugOf } from '../../server/node/site/pages';
import { copiedFiles, documentPaths, siteOf } from '../../server/node/site/site';

const names = (folder: string): readonly string[] => readdirSync(folder).map((name) => `${folder}/${name}`);
const inDocs = [...names('docs'), ...names('docs/rules'), ...names('docs/images')];
const read = (path: string): string => readFileSync(path, 'utf8');
const files = siteOf(inDocs, read);
const copies = copiedFiles(inDocs);
const pages = [...files].filter(([path]) => path.endsWith('.html'));

/** What the build puts beside the pages. */
const built = ['page.js', 'style.css', 'playground/index.html'];

/** The values of an attribute, as they count. */
const valuesOf = (html: string, name: string): readonly string[] =>
  [...html.matchAll(new RegExp(`\\s${name}="([^"]*)"`, 'g'))].map(([, value = '']) => value.replaceAll('&amp;', '&'));

/** What is wrong with the links of a page. */
function brokenIn(path: string, html: string): readonly string[] {
  return [...valuesOf(html, 'href'), ...valuesOf(html, 'src')].flatMap((link) => {
    if (/^https?:/.test(link)) return [];
    const [file = '', anchor] = link.split('#', 2);
    const target = file === '' ? path : posix.join(posix.dirname(path), decodeURIComponent(file));
    const text = files.get(target);
    const isThere = text !== undefined || built.includes(target) || [...copies.values()].includes(target);
    if (!isThere) return [`${path}: ${link} is not there`];
    // What comes after the sign is a text for the playground.
    return anchor === undefined || built.includes(target) || valuesOf(text ?? '', 'id').includes(anchor)
      ? []
      : [`${path}: no place ${link}`];
  });
}

describe('the documentation site', () => {
  it('has a page for every document, every rule and every host', () => {
    const paths = pages.map(([path]) => path);
    for (const { id } of rules) assert.ok(paths.includes(`rules/${id}.html`), id);
    for (const { name } of hosts) assert.ok(paths.includes(`hosts/${slugOf(name)}.html`), name);
    const guides = documentPaths(inDocs).filter((path) => !path.startsWith('docs/rules/') && path !== 'docs/hosts.md');
    assert.ok(guides.length > 5);
    assert.equal(pages.length, guides.length + (hosts.length + 1) + (rules.length + 1));
  });

  it('has no link that leads nowhere', () => {
    const links = pages.flatMap(([, html]) => valuesOf(html, 'href'));
    assert.ok(links.length > 2_000);
    assert.deepEqual(
      pages.flatMap(([path, html]) => brokenIn(path, html)),
      [],
    );
    const [path, html = ''] = pages.find(([name]) => name === 'rules/tool-removed.html') ?? [''];
    const more = '<a href="tool-remover.html">x</a> <a href="#nowhere">y</a> <a href="../index.html#none">z</a>';
    assert.equal(brokenIn(path, html + more).length, 3);
  });

  it('leads to the playground from the rules that report an example there', () => {
    const links = pages.filter(([, html]) => html.includes('Try an example in the playground'));
    assert.ok(links.length > 90, String(links.length));
    assert.match(files.get('rules/tool-removed.html') ?? '', /href="\.\.\/playground\/index\.html#1=[\w-]+"/);
    // It is about other files, of which the playground knows nothing.
    assert.doesNotMatch(files.get('rules/agent-cycle.html') ?? '', /#1=/);
  });

  it('loads nothing from elsewhere, and links to these places only', () => {
    for (const [path, html] of pages) {
      const loaded = [...valuesOf(html, 'src'), ...(/<link [^>]*>/g.exec(html) ?? []), ...valuesOf(html, 'srcset')];
      for (const address of loaded) assert.doesNotMatch(address, /^(?:https?:|\/\/)|href="https?:/, path);
      assert.match(html, /http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self';/, path);
      assert.doesNotMatch(html, /<script>|<style|\sstyle=|\son\w+=/, path);
    }
    const external = new Set(pages.flatMap(([, html]) => valuesOf(html, 'href')).filter((link) => /^\w+:/.test(link)));
    assert.deepEqual([...external].sort(), [
      'https://github.com/dense-analysis/ale',
      'https://keepachangelog.com/en/1.1.0/',
      'https://pre-commit.com',
      'https://semver.org/spec/v2.0.0.html',
    ]);
  });

  it('marks the page in the navigation, and lists the rules beside rules', () => {
    for (const [path, html] of pages)
      assert.equal(html.split('aria-current="page"').length, 2, `${path} is in the navigation once`);
    const [, guides = '', ofHosts = ''] =
      (files.get('index.html') ?? '').split('<nav id="menu"')[1]?.split('<h2>') ?? [];
    assert.match(ofHosts, /^Hosts<.*Gemini CLI/s);
    assert.match(guides, /^Guides<.*Changelog/s);
    assert.equal(ofHosts.split('<li>').length, hosts.length + 2);
    assert.ok((files.get('rules/tool-removed.html') ?? '').includes('href="tool-case.html"'));
    assert.ok(!(files.get('index.html') ?? '').includes('rules/tool-case.html"'));
  });

  it('refuses a link that leads nowhere, and a document without a place', () => {
    const withText = (text: string) => (path: string) => (path === 'docs/accuracy.md' ? text : read(path));
    assert.throws(() => siteOf(inDocs, withText('# A\n\n[x](gone.md)\n')), /docs\/accuracy\.md links to gone\.md/);
    assert.throws(() => siteOf(inDocs, withText('# A\n\n![x](images/gone.png)\n')), /images\/gone\.png/);
    assert.throws(() => pagesOf([...documentPaths(inDocs), 'docs/lost.md'], read), /docs\/lost\.md has no place/);
  });
});

describe('a page', () => {
  const asIs = (href: string): string => href;

  it('has an address for each heading, as GitHub has it', () => {
    const { html, sections } = rendered('# A `b` (c)\n\ntext *x*\n\n## D, e\n\n## D, e\n', asIs);
    assert.deepEqual(
      sections.map(({ anchor, heading, text }) => [anchor, heading, text]),
      [
        ['a-b-c', 'A b (c)', 'text x'],
        ['d-e', 'D, e', ''],
        ['d-e-1', 'D, e', ''],
      ],
    );
    assert.match(html, /<h2 id="d-e-1">/);
  });

  it('shows markup in code as text, drops comments and refuses other HTML', () => {
    const { html } = rendered('<!-- a\n-->\n# A\n\n`<b>` <!-- c -->\n\n```html\n<i>\n```\n', asIs);
    assert.doesNotMatch(html, /<b>|<i>|<!--/);
    assert.match(html, /&lt;b&gt;.*&lt;i&gt;/s);
    for (const text of ['<img src=x onerror=alert(1)>', 'a <i>x</i>', '<!-- a --><script>x</script>', '<!-- a'])
      assert.throws(() => rendered(text, asIs), /HTML is not shown/, text);
  });
});

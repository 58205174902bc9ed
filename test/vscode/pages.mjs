/**
 * The pages of webviews in a browser, without an editor: every theme is checked with axe, and each page is used with keyboard and
 * mouse. Pictures go to `dist/shots`.
 */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { violationsIn } from './axe.mjs';
import { chromium } from './install.mjs';
import { openPage } from './page.mjs';
import { themes } from './pages/themes.mjs';
import { cannotRun, report, tests } from './results.mjs';
import { root } from './workspace.mjs';

const browser = chromium();
if (browser.reason !== undefined) cannotRun(browser.reason);

const require = createRequire(import.meta.url);
const shots = join(root, 'dist/shots');
mkdirSync(shots, { recursive: true });
const ORIGIN = 'http://localhost';

/** The client's modules with an editor that only translates nothing. */
const withoutEditor = {
  name: 'without-editor',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^vscode$/ }, () => ({ path: 'vscode', namespace: 'editor' }));
    onLoad({ filter: /.*/, namespace: 'editor' }, () => ({
      contents: 'export const l10n = { t: (text) => text }; export const [env, window, workspace, Range, Uri] = [];',
    }));
  },
};

async function load() {
  const outfile = join(root, 'dist/tools/pages.cjs');
  await build({
    entryPoints: [join(root, 'test/vscode/pages/data.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    outfile,
    plugins: [withoutEditor],
    logLevel: 'error',
  });
  return require(outfile);
}

const { views, pageHtml } = await load();
const opened = await openPage(browser.file, 'about:blank', { viewport: { width: 1240, height: 760 } });
const { page } = opened;
page.setDefaultTimeout(10_000);
const problems = [];
page.on('pageerror', (error) => problems.push(error.message));
page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));

/** Serves the shipped files as an editor does, and nothing else. */
await page.route('**/*', (route) => {
  const { pathname, origin } = new URL(route.request().url());
  const [, name, file] = pathname.split('/');
  const view = views[name];
  if (origin !== ORIGIN || view === undefined) return route.abort();
  if (file !== undefined) return route.fulfill({ path: join(root, 'dist/webview', file) });
  const { title, script } = view;
  const html = pageHtml({
    title,
    language: 'en',
    script: `${name}/${script}.js`,
    style: `${name}/page.css`,
    nonce: 'n',
  });
  return route.fulfill({ contentType: 'text/html', body: html });
});
await page.addInitScript(() => {
  window.posted = [];
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.posted.push(message),
    getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null'),
    setState: (state) => sessionStorage.setItem('state', JSON.stringify(state)),
  });
});

/** Opens a page in a theme, with what the extension would send. */
async function open(name, { theme = 'Dark Modern', data = views[name].data, keeps = false } = {}) {
  await page.goto(`${ORIGIN}/${name}`);
  if (!keeps) {
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
  }
  await page.evaluate(
    ({ colors, isLight }) => {
      for (const [key, value] of Object.entries(colors))
        document.documentElement.style.setProperty(`--vscode-${key}`, value);
      document.documentElement.style.colorScheme = isLight ? 'light' : 'dark';
    },
    { colors: themes[theme], isLight: theme.startsWith('Light') },
  );
  await show(name, data);
}

async function show(name, data) {
  await page.evaluate((message) => window.postMessage(message, '*'), { kind: 'show', data, texts: views[name].texts });
  await page.locator('h1').waitFor();
  // A page shows an answer in the event itself; this one comes after it.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 0)));
}

const posted = () => page.evaluate(() => window.posted.splice(0).filter(({ kind }) => kind !== 'ready'));

/** What axe finds. A name that is cut in the picture is said in full. */
const violations = () =>
  violationsIn(
    page,
    (id, html) => id === 'label-content-name-mismatch' && html.includes('tutorial-writer-for-all-packages'),
  );

const { test, counts } = tests(problems);

const rows = () => page.locator('tbody tr th button').allTextContents();
const focusedText = () =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent);

try {
  for (const name of Object.keys(views))
    for (const theme of Object.keys(themes))
      await test(`${name} has no violation in ${theme}`, async () => {
        await open(name, { theme });
        await page.screenshot({ path: join(shots, `${name}-${theme.toLowerCase().replaceAll(' ', '-')}.png`) });
        assert.deepEqual(await violations(), []);
      });

  await test('the matrix can be filtered, by names of agents and of tools', async () => {
    await open('toolMatrix');
    const all = await rows();
    assert.equal(all.length, 14);
    await page.getByLabel('Filter agents').fill('webfetch');
    assert.deepEqual(await rows(), ['architect', 'release-manager', 'security-auditor']);
    await page.getByLabel('Filter agents').fill('no such agent');
    assert.match(await page.getByRole('status').textContent(), /No agent matches/);
    await page.getByLabel('Filter agents').fill('');
    await page.getByLabel('Show agents that can').selectOption('runs');
    assert.deepEqual(await rows(), ['implementer', 'release-manager', 'security-auditor', 'tester']);
  });

  await test('the matrix is sorted by a tool with the keyboard, and says so', async () => {
    await open('toolMatrix');
    const header = page.getByRole('columnheader', { name: 'Bash' });
    assert.equal(await header.getAttribute('aria-sort'), 'none');
    await header.getByRole('button').focus();
    await page.keyboard.press('Enter');
    assert.equal(await header.getAttribute('aria-sort'), 'descending');
    assert.deepEqual((await rows()).slice(0, 4), ['implementer', 'tester', 'release-manager', 'security-auditor']);
    assert.match(await focusedText(), /^Bash/);
    await page.keyboard.press('Enter');
    assert.equal(await header.getAttribute('aria-sort'), 'ascending');
  });

  await test('arrow keys lead through the cells, and Enter opens what a cell says', async () => {
    await open('toolMatrix');
    await page.getByRole('button', { name: 'architect', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await focusedText(), 'architect, WebFetch: listed');
    await page.keyboard.press('Enter');
    const row = views.toolMatrix.data.rows.findIndex((one) => one.name === 'architect');
    assert.deepEqual(await posted(), [{ kind: 'open', row, tool: 'WebFetch' }]);
    await page.keyboard.press('ArrowLeft');
    assert.equal(await focusedText(), 'architect');
    await page.keyboard.press('ArrowDown');
    assert.equal(await focusedText(), await page.locator('tbody tr th button').nth(1).textContent());
  });

  await test('what is copied is what is shown, in its order', async () => {
    await open('toolMatrix');
    await page.getByLabel('Filter agents').fill('tester');
    await page.getByRole('button', { name: 'Copy as CSV' }).click();
    const numbers = views.toolMatrix.data.rows.flatMap(({ name }, i) => (name === 'tester' ? [i] : []));
    assert.deepEqual(await posted(), [{ kind: 'copy', as: 'csv', rows: numbers, all: false }]);
  });

  await test('the matrix keeps its filter while it is hidden, and its focus when agents change', async () => {
    await open('toolMatrix');
    await page.getByLabel('Filter agents').fill('lead');
    await open('toolMatrix', { keeps: true });
    assert.deepEqual(await rows(), ['lead']);
    await page.getByRole('button', { name: 'lead', exact: true }).focus();
    await show('toolMatrix', views.toolMatrix.data);
    assert.equal(await focusedText(), 'lead');
  });

  await test('names of files are shown as text', async () => {
    const { data } = views.toolMatrix;
    const evil = '<img src=x onerror="posted.push(1)">';
    await open('toolMatrix', {
      data: { ...data, rows: data.rows.map((row) => ({ ...row, name: evil, place: evil })) },
    });
    assert.equal((await rows())[0], evil);
    const graph = views.delegationGraph.data;
    await open('delegationGraph', {
      data: { ...graph, nodes: graph.nodes.map((node) => ({ ...node, name: evil, label: evil, place: evil })) },
    });
    assert.equal(await page.locator('img').count(), 0);
    assert.deepEqual(await posted(), []);
  });

  await test('thousands of agents are shown in part, and the rest is named', async () => {
    const { data } = views.toolMatrix;
    const many = Array.from({ length: 5_000 }, (_, i) => ({ ...data.rows[i % data.rows.length], name: `agent ${i}` }));
    await open('toolMatrix', { data: { ...data, rows: many } });
    assert.equal(await page.locator('tbody tr').count(), 500);
    assert.match(await page.getByRole('status').textContent(), /4500 more agents/);
  });

  await test('arrow keys lead along the calls of the graph, and Enter opens an agent', async () => {
    await open('delegationGraph');
    const node = (name) => page.locator(`.node[aria-label^="${name} "], .node[aria-label^="${name},"]`);
    await node('lead').focus();
    await page.keyboard.press('ArrowRight');
    const [first] = (await focusedText()).split(/,| /);
    const { nodes, edges } = views.delegationGraph.data;
    const from = nodes.findIndex(({ name }) => name === 'lead');
    assert.ok(
      edges.some((edge) => edge.from === from && nodes[edge.to].name === first),
      first,
    );
    assert.ok((await page.locator('.edge.lit').count()) > 0);
    await page.keyboard.press('Enter');
    assert.deepEqual(await posted(), [{ kind: 'open-node', node: nodes.findIndex(({ name }) => name === first) }]);
    assert.equal(await page.locator('.node[tabindex="0"]').count(), 1, 'one stop for the Tab key');
  });

  await test('the list beside the graph has every call, and opens the place of one', async () => {
    await open('delegationGraph');
    const { nodes, edges } = views.delegationGraph.data;
    assert.equal(await page.locator('.calls > li').count(), nodes.filter(({ kind }) => kind === 'agent').length);
    assert.equal(await page.locator('.calls li li').count(), edges.length);
    await page.getByRole('button', { name: 'Go to the call of tester in implementer' }).click();
    const [message] = await posted();
    assert.equal(message.kind, 'open-edge');
    assert.equal(nodes[edges[message.edge].to].name, 'tester');
    const said = await page.locator('.problems li').allTextContents();
    for (const text of [
      'in a circle: implementer → tester → implementer',
      'release-manager calls deployer, which is not found',
    ])
      assert.ok(
        said.some((one) => one.includes(text)),
        said.join('\n'),
      );
    assert.ok(
      said.some((one) => one.startsWith('reviewer hands work to other agents')),
      said.join('\n'),
    );
  });

  await test('names fit into their boxes, and longer words are squeezed', async () => {
    const { data, texts } = views.delegationGraph;
    await open('delegationGraph');
    assert.equal(await page.locator('[textLength]').count(), 0);
    const wide = { kind: 'show', data, texts: { ...texts, skill: 'una habilidad de otra lengua' } };
    await page.evaluate((message) => window.postMessage(message, '*'), wide);
    await page.locator('[textLength]').first().waitFor({ state: 'attached' });
    assert.equal(await page.locator('[textLength]').count(), data.nodes.filter(({ kind }) => kind === 'skill').length);
  });

  await test('the saved picture is an image of its own', async () => {
    await open('delegationGraph');
    await page.getByRole('button', { name: 'Save as SVG…' }).click();
    const [{ kind, svg }] = await posted();
    assert.equal(kind, 'save');
    const image = await page.context().newPage();
    const shape = await image.evaluate((text) => {
      const { documentElement: top } = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        name: top.nodeName,
        nodes: top.querySelectorAll('.node').length,
        others: [...top.querySelectorAll('script, image, foreignObject, [href], [tabindex]')].length,
      };
    }, svg);
    assert.deepEqual(shape, { name: 'svg', nodes: views.delegationGraph.data.nodes.length, others: 0 });
    await image.setContent(svg);
    await image.screenshot({ path: join(shots, 'delegationGraph-file.png') });
    await image.close();
  });

  await test('a narrow page has the list below the graph', async () => {
    await page.setViewportSize({ width: 480, height: 760 });
    await open('delegationGraph');
    await page.screenshot({ path: join(shots, 'delegationGraph-narrow.png') });
    const [picture, list] = [await page.locator('.picture').boundingBox(), await page.locator('.beside').boundingBox()];
    assert.ok(list.y >= picture.y + picture.height, 'the list is below');
    await open('toolMatrix');
    await page.screenshot({ path: join(shots, 'toolMatrix-narrow.png') });
  });

  report({ passed: counts.passed, failed: 0 });
} catch (error) {
  console.error(`    ✘ ${counts.step}\n`, error);
  await page.screenshot({ path: join(shots, 'failure.png') }).catch(() => {});
  report({ passed: counts.passed, failed: 1 });
  process.exitCode = 1;
} finally {
  await opened.close();
}

/**
 * The documentation in a browser, from a file server and below a folder: pages, search, navigation, and the playground in it.
 * Pictures go to `dist/shots`.
 */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { violationsIn } from './axe.mjs';
import { chromium } from './install.mjs';
import { cannotRun, report, tests } from './results.mjs';
import { openFolder } from './sitePage.mjs';
import { root } from './workspace.mjs';

const browser = chromium();
if (browser.reason !== undefined) cannotRun(browser.reason);

const shots = join(root, 'dist/shots');
mkdirSync(shots, { recursive: true });
const { page, url, problems, close } = await openFolder(browser.file, join(root, 'dist/site'), '/docs/latest/');

const field = page.getByRole('searchbox', { name: 'Search the documentation' });
const results = page.getByRole('region', { name: 'Search results' });
const shot = (name) => page.screenshot({ path: join(shots, `site-${name}.png`) });

const { test, counts } = tests(problems);

try {
  for (const [name, emulated] of Object.entries({
    light: { colorScheme: 'light' },
    dark: { colorScheme: 'dark' },
    contrast: { colorScheme: 'dark', forcedColors: 'active' },
  }))
    await test(`has no violation in ${name}`, async () => {
      await page.emulateMedia({ forcedColors: 'none', ...emulated });
      for (const path of [
        'index',
        'hosts/index',
        'hosts/claude-code',
        'rules/index',
        'rules/tool-removed',
        'repository',
      ]) {
        await page.goto(`${url}${path}.html`);
        await shot(`${name}-${path.replace('/', '-')}`);
        assert.deepEqual(await violationsIn(page), [], path);
      }
      await field.fill('removed tool');
      await results.getByRole('link').first().waitFor();
      await shot(`${name}-search`);
      assert.deepEqual(await violationsIn(page), [], 'search');
    });
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });

  await test('finds a rule, says how many, and opens it with Enter', async () => {
    await page.goto(`${url}rules/index.html`);
    await field.fill('tool-removed');
    await results.getByRole('link', { name: 'tool-removed', exact: true }).waitFor();
    assert.match(await results.getByRole('status').textContent(), /^\d+ results$/);
    await field.press('Enter');
    await page.waitForURL(/rules\/tool-removed\.html$/);
    assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'tool-removed');
  });

  await test('says that nothing is found, and closes with Escape', async () => {
    await field.fill('xyzzy');
    await results.getByText('Nothing found.').waitFor();
    await field.press('Escape');
    assert.equal(await results.count(), 0);
    assert.equal(await field.inputValue(), '');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'search');
  });

  await test('leads to a section of another page, and to the page of a host', async () => {
    await page.goto(`${url}index.html`);
    await page.getByRole('table').getByRole('link', { name: 'Gemini CLI' }).click();
    await page.waitForURL(/hosts\/gemini-cli\.html$/);
    assert.equal(await page.locator('#menu [aria-current]').textContent(), 'Gemini CLI');
    await page.goto(`${url}index.html`);
    await page.getByRole('link', { name: 'details' }).click();
    await page.waitForURL(/repository\.html#completion-reports-as-a-hook$/);
    await page.goto(`${url}repository.html#limit-the-size`);
    const { y } = await page.getByRole('heading', { name: 'Limit the size' }).boundingBox();
    assert.ok(y >= 58, 'the heading is not below the bar');
  });

  await test('shows the rule in the long list of rules', async () => {
    await page.goto(`${url}rules/tool-removed.html`);
    const { y, height } = await page.locator('#menu [aria-current]').boundingBox();
    assert.ok(y > 58 && y + height < 820, String(y));
  });

  await test('has a link to the content as the first stop of the Tab key', async () => {
    await page.goto(`${url}index.html`);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Skip to the content');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'content');
  });

  await test('contains the playground, which leads to the rules and back', async () => {
    await page.getByRole('link', { name: 'Playground' }).click();
    const problem = page.locator('.problems > li').first();
    await problem.locator('summary').click();
    await problem.getByRole('link', { name: 'Examples of tool-removed' }).click();
    await page.waitForURL(/rules\/tool-removed\.html$/);
    await page.goBack();
    await page.getByRole('link', { name: 'Documentation' }).click();
    await page.waitForURL(/latest\/index\.html$/);
  });

  await test('opens an example of a rule in the playground', async () => {
    await page.goto(`${url}rules/model-retired.html`);
    await page.getByRole('link', { name: 'Try an example in the playground' }).click();
    await page.locator('.problems > li').filter({ hasText: 'model-retired' }).waitFor();
  });

  await test('fits a narrow screen, with the navigation below the text', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ['index', 'rules/tool-removed', 'hosts/claude-code', 'architecture']) {
      await page.goto(`${url}${path}.html`);
      await shot(`narrow-${path.replace('/', '-')}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390, path);
      assert.deepEqual(await violationsIn(page), [], path);
    }
    await page.getByRole('link', { name: 'Menu' }).click();
    assert.ok((await page.locator('#menu').boundingBox()).y < 844);
  });

  report({ passed: counts.passed, failed: 0 });
} catch (error) {
  console.error(`    ✘ ${counts.step}\n`, error, problems);
  await shot('failure').catch(() => {});
  report({ passed: counts.passed, failed: 1 });
  process.exitCode = 1;
} finally {
  await close();
}

/**
 * The playground in a browser, from a file server and below a folder: a file is checked, fixed, read by another host and converted,
 * with mouse and keyboard. Pictures go to `dist/shots`; with `--readme`, one goes to `docs/images` as well.
 */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { violationsIn } from './axe.mjs';
import { chromium } from './install.mjs';
import { cannotRun, report, tests } from './results.mjs';
import { openFolder } from './sitePage.mjs';
import { smallPng } from './smallPng.mjs';
import { root } from './workspace.mjs';

const browser = chromium();
if (browser.reason !== undefined) cannotRun(browser.reason);

const shots = join(root, 'dist/shots');
mkdirSync(shots, { recursive: true });
const { page, url, problems, close } = await openFolder(browser.file, join(root, 'dist/playground'), '/a/folder/');

const problemItems = page.locator('.problems > li');
const editor = page.getByRole('textbox', { name: 'Text of the file' });
const verdict = page.locator('#verdict');
const tab = (name) => page.getByRole('tab', { name });
const shot = (name) => page.screenshot({ path: join(shots, `playground-${name}.png`) });

/** Opens the page as on a first visit. */
async function open(fragment = '') {
  await page.goto('about:blank');
  await page.goto(url + fragment);
  await verdict.locator('strong').waitFor();
}

/** Replaces the text as a person does. */
async function type(text) {
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

/** The text of the editor, in which only the lines that can be seen are elements. */
const shownText = async () => (await editor.locator('.cm-line').allTextContents()).join('\n');

/** Waits until something is as it should be, and fails with what it was last. */
async function eventually(look, expected) {
  const matches = (seen) => (expected instanceof RegExp ? expected.test(seen) : seen === expected);
  let seen = await look();
  for (const until = Date.now() + 10_000; !matches(seen) && Date.now() < until; seen = await look())
    await page.evaluate(() => new Promise(requestAnimationFrame));
  if (expected instanceof RegExp) assert.match(seen, expected);
  else assert.equal(seen, expected);
}

const { test, counts } = tests(problems);

const WRONG = `---
name: tester
description: Writes tests for a change and runs them.
tools: Read, Edit, MultiEdit, Bsh
---

Write a test first.
`;

try {
  for (const [name, emulated] of Object.entries({
    light: { colorScheme: 'light' },
    dark: { colorScheme: 'dark' },
    contrast: { colorScheme: 'dark', forcedColors: 'active' },
  }))
    await test(`has no violation in ${name}, in any tab`, async () => {
      await page.emulateMedia({ forcedColors: 'none', ...emulated });
      await open();
      await problemItems.first().waitFor();
      await shot(name);
      assert.deepEqual(await violationsIn(page), []);
      await tab(/sees$/).click();
      await shot(`${name}-seen`);
      assert.deepEqual(await violationsIn(page), []);
      await tab('Convert').click();
      await page.getByLabel('Write the agent for').selectOption({ label: 'Gemini CLI' });
      await page.locator('#conversion table').waitFor();
      await shot(`${name}-convert`);
      assert.deepEqual(await violationsIn(page), []);
    });
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });

  if (process.argv.includes('--readme')) {
    await page.setViewportSize({ width: 1200, height: 640 });
    await open();
    await problemItems.first().waitFor();
    writeFileSync(join(root, 'docs/images/playground.png'), await smallPng(await page.screenshot()));
    await page.setViewportSize({ width: 1360, height: 820 });
  }

  await test('says what is wrong with a text that is typed, and marks it', async () => {
    await open();
    await page.getByLabel('File name').fill('.claude/agents/tester.md');
    await type(WRONG);
    await eventually(() => verdict.textContent(), /Loads with problems.*tester.*2 tools.*MultiEdit.*Bsh/);
    assert.deepEqual(await page.locator('.cm-lintRange-warning').allTextContents(), ['MultiEdit', 'Bsh']);
    assert.equal(await problemItems.count(), 2);
    assert.match(await page.locator('#summary').textContent(), /^2 problems: 2 warnings$/);
    assert.match(await page.getByRole('status').textContent(), /Loads with problems.*2 problems/);
  });

  await test('applies a fix, keeps the focus, and takes it back with undo', async () => {
    const fix = problemItems.getByRole('button', { name: 'Replace Bsh with Bash' });
    await fix.focus();
    await page.keyboard.press('Enter');
    await eventually(shownText, /^tools: Read, Edit, MultiEdit, Bash$/m);
    await eventually(() => problemItems.count(), 1);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'problems');
    await editor.focus();
    await page.keyboard.press('ControlOrMeta+z');
    await eventually(shownText, /^tools: Read, Edit, MultiEdit, Bsh$/m);
    await eventually(() => problemItems.count(), 2);
  });

  await test('applies all safe fixes, and only these', async () => {
    await page.getByRole('button', { name: 'Fix all safe problems' }).click();
    await eventually(shownText, /^tools: Read, Edit, Bsh$/m);
    await eventually(() => problemItems.count(), 1);
    assert.equal(await page.getByRole('button', { name: 'Fix all safe problems' }).count(), 0);
  });

  await test('shows a problem in the editor, and its fixes there', async () => {
    await page.getByRole('button', { name: 'Line 4, column 20' }).click();
    assert.equal(await editor.evaluate((one) => one.getRootNode().activeElement === one), true);
    await page.locator('.cm-lintRange-warning').hover();
    await page.locator('.cm-tooltip').getByRole('button', { name: 'Replace “Bsh” with “Bash”' }).click();
    await eventually(shownText, /^tools: Read, Edit, Bash$/m);
    await eventually(() => page.locator('#summary').textContent(), 'No problems');
  });

  await test('reads the file as another host, by its name and by choice', async () => {
    await page.getByLabel('File name').fill('.gemini/agents/tester.md');
    await eventually(() => verdict.textContent(), /Does not load in Gemini CLI/);
    assert.equal(await problemItems.filter({ hasText: 'Error' }).count(), 1);
    await page.getByLabel('File name').fill('notes/tester.md');
    await eventually(() => verdict.textContent(), /No known program reads a file with this name/);
    await page.getByLabel('Read as').selectOption({ label: 'Claude Code subagent' });
    await eventually(() => verdict.textContent(), /Loads in Claude Code/);
    assert.equal(await problemItems.count(), 0);
  });

  await test('colors TOML and JSON with comments as what they are', async () => {
    /** The variable of the page that gives the first such piece of the text its color. */
    const colorOf = (text) =>
      editor
        .locator('.cm-line span')
        .filter({ hasText: text })
        .first()
        .evaluate((piece) => {
          const probe = document.body.appendChild(document.createElement('i'));
          const { color } = getComputedStyle(piece);
          const found = ['code-key', 'code-string', 'code-value', 'quiet'].find((name) => {
            probe.style.setProperty('color', `var(--${name})`);
            return getComputedStyle(probe).color === color;
          });
          probe.remove();
          return found ?? color;
        });
    const isColored = (text, name) => eventually(() => colorOf(text), name);
    await page.getByLabel('Read as').selectOption('');
    await page.getByLabel('File name').fill('.codex/agents/tester.toml');
    await type(
      '# Ours.\nname = "tester"\ndescription = "Writes tests."\ndeveloper_instructions = """\nTest it.\n"""\n',
    );
    await eventually(() => verdict.textContent(), /Loads in Codex/);
    await isColored(/^name$/, 'code-key');
    await isColored(/^"tester"$/, 'code-string');
    await isColored(/^# Ours\.$/, 'quiet');
    await shot('toml');
    await page.getByLabel('File name').fill('opencode.json');
    await type('{\n  // Ours.\n  "agent": { "docs": { "description": "Writes.", "disable": true } }\n}\n');
    await isColored(/^"agent"$/, 'code-key');
    await isColored(/^"Writes\."$/, 'code-string');
    await isColored(/^true$/, 'code-value');
    await isColored(/^\/\/ Ours\.$/, 'quiet');
    await shot('json');
    await page.getByLabel('Read as').selectOption({ label: 'Claude Code subagent' });
  });

  await test('shows what the host sees, as text', async () => {
    const evil = '<img/src=x/onerror=alert(1)>';
    await type(`---\nname: tester\ndescription: ${evil}\ntools: [Read, "${evil}"]\n---\n\n${evil} \u202e\n`);
    await eventually(() => verdict.textContent(), /1 tool .*<img\/src=x\/onerror=alert\(1\)> ignored/);
    await tab('What Claude Code sees').click();
    const seen = page.getByRole('tabpanel', { name: /sees$/ });
    assert.deepEqual(await seen.locator('h3').allTextContents(), [
      'Verdict',
      'Name and scope',
      'Description',
      'Tools',
      'Model and other fields',
      'Estimated tokens',
      'System prompt',
    ]);
    assert.equal(await seen.locator('pre').first().textContent(), evil);
    assert.ok(!(await seen.locator('pre').last().textContent()).includes('\u202e'));
    assert.equal(await page.locator('main img').count(), 0);
  });

  await test('converts the agent, and opens the result as that host reads it', async () => {
    await type(WRONG.replace(', Edit, MultiEdit, Bsh', ''));
    await eventually(() => verdict.textContent(), /1 tool$/);
    await tab('Convert').click();
    await page.getByLabel('Write the agent for').selectOption({ label: 'OpenCode' });
    await page.locator('#conversion table').waitFor();
    assert.match(await page.locator('#conversion tbody').textContent(), /Kept.*description/);
    await page.getByRole('button', { name: 'Open in the editor' }).click();
    await eventually(() => verdict.textContent(), /Loads in OpenCode/);
    assert.match(await page.getByLabel('File name').inputValue(), /opencode.*tester\.md$/);
    assert.equal(await page.getByLabel('Read as').inputValue(), '');
  });

  await test('hides a result that grants more until a person accepts it', async () => {
    await page.getByLabel('File name').fill('.claude/agents/tester.md');
    await type(WRONG.replace(', MultiEdit, Bsh', ''));
    await eventually(() => verdict.textContent(), /Claude Code.*2 tools/);
    await page.getByLabel('Write the agent for').selectOption({ label: 'OpenCode' });
    await page.locator('#conversion .notice').waitFor();
    assert.match(
      await page.locator('#conversion .notice').textContent(),
      /would get more than it has.*may create files/,
    );
    assert.equal(await page.getByRole('button', { name: 'Open in the editor' }).count(), 0);
    await page.getByRole('button', { name: 'Show the file all the same' }).click();
    assert.equal(await page.getByRole('button', { name: 'Open in the editor' }).count(), 1);
  });

  await test('says why an agent cannot be converted', async () => {
    await type(WRONG.replace('name: tester\n', ''));
    await eventually(() => page.locator('#conversion').textContent(), /^Not converted\. .*does not load the file/);
  });

  await test('has tabs for the keyboard, and an editor that the Tab key leaves', async () => {
    await tab('Convert').focus();
    await page.keyboard.press('Home');
    assert.equal(await tab(/^Problems/).getAttribute('aria-selected'), 'true');
    assert.equal(await page.getByRole('tabpanel').getAttribute('id'), 'problems');
    await page.keyboard.press('ArrowLeft');
    assert.equal(await tab('Convert').getAttribute('aria-selected'), 'true');
    await page.keyboard.press('ArrowRight');
    await editor.focus();
    await page.keyboard.press('Tab');
    assert.notEqual(await page.evaluate(() => document.activeElement?.id), 'editor');
  });

  await test('opens every example, and the first has a problem that can be fixed', async () => {
    await open();
    assert.ok((await problemItems.getByText('safe', { exact: true }).count()) > 0);
    const titles = (await page.getByLabel('Example').locator('option').allTextContents()).slice(1);
    assert.equal(titles.length, 5);
    for (const title of titles) {
      const before = await verdict.textContent();
      await page.getByLabel('Example').selectOption({ label: title });
      if (title !== titles[0]) await eventually(async () => (await verdict.textContent()) !== before, true);
      assert.ok((await problemItems.count()) > 0, title);
    }
  });

  await test('keeps a text in the address, and shows it again', async () => {
    const text = `${WRONG}\nÄ 😀 <b>\n`;
    await page.getByLabel('File name').fill('.claude/agents/tester.md');
    await page.getByLabel('Read as').selectOption({ label: 'Qwen Code agent' });
    await type(text);
    await eventually(() => verdict.textContent(), /Qwen Code/);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'Link copied' }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(link, page.url());
    assert.match(link, /#1=[\w-]+$/);
    await open(new URL(link).hash);
    await eventually(() => verdict.textContent(), /Qwen Code/);
    await eventually(shownText, text);
    assert.equal(await page.getByLabel('File name').inputValue(), '.claude/agents/tester.md');
  });

  await test('ignores an address that it did not write, and one whose text is too long', async () => {
    const packed = (value) =>
      page.evaluate(async (json) => {
        const stream = new Blob([json]).stream().pipeThrough(new CompressionStream('deflate-raw'));
        const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
        const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
        return `#1=${btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
      }, JSON.stringify(value));
    const good = await packed(['---\nname: x\n---\n', '.claude/agents/x.md', null]);
    await open(good);
    assert.equal(await page.getByLabel('File name').inputValue(), '.claude/agents/x.md');
    const long = await packed(['a'.repeat(300_000), '.claude/agents/x.md', null]);
    assert.ok(long.length < 1_000);
    const wrong = [await packed({ text: 1 }), await packed([1, 2]), long, '#1=%%%', '#1=abc', '#x', good.slice(0, 20)];
    for (const fragment of wrong) {
      await open(fragment);
      assert.equal(await page.getByLabel('File name').inputValue(), '.claude/agents/code-reviewer.md', fragment);
    }
  });

  await test('says that a file is too long for a link', async () => {
    const noise = Array.from({ length: 40_000 }, (_, i) => ((i * 2_654_435_761) >>> 0).toString(36)).join(' ');
    await type(`---\nname: x\ndescription: y\n---\n${noise}`);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.getByRole('button', { name: 'The file is too long for a link' }).waitFor();
  });

  await test('fits a narrow screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open();
    await problemItems.first().waitFor();
    await page.screenshot({ path: join(shots, 'playground-narrow.png'), fullPage: true });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.equal(wide, 390);
    const [source, results] = [
      await page.locator('.source').boundingBox(),
      await page.locator('.results').boundingBox(),
    ];
    assert.ok(results.y >= source.y + source.height, 'the results are below');
    assert.deepEqual(await violationsIn(page), []);
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

/**
 * Uses the packaged extension like a person, with keyboard and mouse, from the first squiggle to the saved file.
 * Pictures go to `dist/shots`; with `--readme`, the chosen ones go to `docs/images` as well.
 */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCodeServer, workbenchUrl } from './codeServer.mjs';
import { chromium, vscodeHost } from './install.mjs';
import { openPage } from './page.mjs';
import { cannotRun, report } from './results.mjs';
import { smallPng } from './smallPng.mjs';
import { useHosts } from './uiHosts.mjs';
import { useNewAgent } from './uiNewAgent.mjs';
import { useOverview } from './uiOverview.mjs';
import { useSystem } from './uiSystem.mjs';
import { useTyping } from './uiTyping.mjs';
import { copySamples, faultyTools, fixedTools, root } from './workspace.mjs';

const host = vscodeHost();
const browser = chromium();
if (host.reason !== undefined) cannotRun(host.reason);
if (browser.reason !== undefined) cannotRun(browser.reason);

const shots = join(root, 'dist/shots');
const images = join(root, 'docs/images');
const chosen = ['system', 'diagnostic', 'quickfix', 'completion', 'hover', 'outline', 'report'];
const forReadme = process.argv.includes('--readme');
mkdirSync(shots, { recursive: true });
if (forReadme) mkdirSync(images, { recursive: true });

/** One of our samples, because the pictures show its text. */
const agentFile = 'api-tester.md';
const workspace = copySamples();
const write = (name, text) => writeFileSync(join(workspace.folder, '.claude/agents', name), text);
write('begun.md', '');
write(
  'unclosed.md',
  '---\nname: unclosed\ndescription: Reviews code for errors.\ntools: [Read, MultiEdit\n---\nYou review code.\n',
);
const stored = () => readFileSync(join(workspace.folder, '.claude/agents', agentFile), 'utf8');

const settings = {
  'editor.fontSize': 15,
  'editor.lineHeight': 1.6,
  'editor.stickyScroll.enabled': false,
  'workbench.activityBar.location': 'hidden',
  'breadcrumbs.enabled': false,
  'editor.hover.delay': 100,
};
const viewport = { width: 1100, height: 640 };

let passed = 0;
let name = 'start';
/** One test: a name, and steps that must not throw. */
async function step(title, act) {
  name = title;
  const start = performance.now();
  await act();
  passed++;
  console.log(`    ✔ ${title} (${Math.round(performance.now() - start)} ms)`);
}

let server;
let opened;
try {
  server = await startCodeServer(host, { vsix: join(root, 'dist/agent-authoring.vsix'), settings });
  opened = await openPage(browser.file, workbenchUrl(server, workspace.folder), {
    viewport,
    // Sharp pictures have four times as many pixels, which take longer to draw.
    scale: forReadme ? 2 : 1,
  });
  const { page } = opened;
  page.setDefaultTimeout(30_000);
  const { keyboard, mouse } = page;
  const editor = page.locator('.editor-instance .monaco-editor[role="code"]').first();
  const line = (text) => editor.locator('.view-line', { hasText: text }).first();
  const squiggles = editor.locator('.squiggly-error, .squiggly-warning');

  /** A picture of the editor's upper part; `whole` shows the window. */
  async function picture(title, { whole = false, height = 400 } = {}) {
    const box = whole ? null : await editor.boundingBox();
    const clip = box === null ? {} : { clip: { ...box, height } };
    await page.screenshot({ path: join(shots, `${title}.png`), ...clip });
    if (forReadme && chosen.includes(title)) await page.screenshot({ path: join(images, `${title}.png`), ...clip });
  }

  /** A picture for the walkthrough: an element with some pixels around it. */
  async function small(title, locator, { left = 0, above = 0, right = 0, below = 0 } = {}) {
    const box = (await locator.boundingBox()) ?? assert.fail(`nothing to show for '${title}'`);
    const [x, y] = [Math.max(0, box.x - left), Math.max(0, box.y - above)];
    const width = Math.min(viewport.width - x, box.width + left + right);
    const height = Math.min(viewport.height - y, box.height + above + below);
    const png = await smallPng(await page.screenshot({ clip: { x, y, width, height }, scale: 'css' }));
    writeFileSync(join(shots, `small-${title}.png`), png);
    if (forReadme) writeFileSync(join(root, 'client/walkthrough', `${title}.png`), png);
  }

  /** The middle of a word in a line, in pixels of the page. */
  const middleOf = (text, word) =>
    line(text).evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      return null;
    }, word);

  async function pointAt(text, word) {
    const at = (await middleOf(text, word)) ?? assert.fail(`'${word}' is not on the screen`);
    await mouse.move(at.x + 40, at.y + 160); // away first, because an open hover stays
    await mouse.move(at.x, at.y, { steps: 4 });
    return at;
  }

  /** Points at a word until its hover says `text`: while the layout moves, the pointer may be on another word. */
  async function hoverOver(word, text, lineText = 'tools:') {
    const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents', { hasText: text }).first();
    for (let left = 8; left > 0; left--) {
      await pointAt(lineText, word);
      if (
        await hover.waitFor({ timeout: 3000 }).then(
          () => true,
          () => false,
        )
      )
        return;
      await keyboard.press('Escape'); // another word's hover may cover this one
    }
    assert.fail(`no hover over '${word}' says '${text}'`);
  }

  /** Clicks a word until the cursor is in it: while the layout moves, another place may be there. */
  async function clickAt(lineText, word) {
    for (let left = 8; left > 0; left--) {
      const at = (await middleOf(lineText, word)) ?? assert.fail(`'${word}' is not on the screen`);
      await mouse.click(at.x, at.y);
      const isThere = await line(lineText).evaluate((element) => {
        const cursor = element.closest('.monaco-editor')?.querySelector('.cursors-layer .cursor'); // may be redrawn
        return cursor != null && Math.abs(parseFloat(cursor.style.top) - parseFloat(element.style.top)) < 2;
      });
      if (isThere) return;
    }
    assert.fail(`the cursor does not get to '${word}'`);
  }
  const lens = page.locator('.codelens-decoration', { hasText: 'Loads as' });
  const quickInput = page.locator('.quick-input-widget');
  async function choose(text) {
    const input = quickInput.locator('input');
    const found = quickInput.locator('.monaco-list-row.focused', { hasText: text.replace(/^>/, '') }).first();
    // An editor that takes the focus late closes the palette again.
    for (let left = text.startsWith('>') ? 5 : 0; ; left--) {
      const limit = left === 0 ? {} : { timeout: 5000 };
      try {
        await input.fill(text, limit);
        // A key would go to whatever has the focus by then.
        await found.click(limit);
        return;
      } catch (error) {
        if (left === 0) throw error;
        await keyboard.press('Escape');
        await keyboard.press('F1');
      }
    }
  }

  await step('the workbench opens', async () => {
    await page.locator('.monaco-workbench .statusbar').waitFor();
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: '.claude' }).first().waitFor();
  });

  await step('a file of agents opens', async () => {
    await keyboard.press('Control+P');
    await choose(agentFile);
    await line('MultiEdit').waitFor();
    await keyboard.press('Control+B'); // hides the side bar: the pictures show the editor
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  });

  await step('the removed tool has a squiggle and a message', async () => {
    await squiggles.first().waitFor({ state: 'attached' });
    await lens.waitFor(); // all lines move down when it appears
    await hoverOver('MultiEdit', 'removed');
    await picture('diagnostic');
  });

  await step('the Problems view lists it', async () => {
    await keyboard.press('Escape');
    await keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'MultiEdit' }).first().waitFor();
    await picture('problems', { whole: true });
    await keyboard.press('Control+J');
  });

  await step('hover explains a tool', async () => {
    await hoverOver('Bash', 'command');
    await picture('hover');
    await keyboard.press('Escape');
  });

  await step('the quick fix removes it', async () => {
    const at = await pointAt('tools:', 'MultiEdit');
    await mouse.click(at.x, at.y);
    await keyboard.press('Control+.');
    const action = page.locator('.action-widget .monaco-list-row', { hasText: 'MultiEdit' }).first();
    await action.waitFor();
    await picture('quickfix');
    await keyboard.press('Enter');
    await line(fixedTools).waitFor();
    await squiggles.first().waitFor({ state: 'detached' });
    await lens.filter({ hasText: /4 tools · Grep through Bash$/ }).waitFor(); // no tool is ignored now
  });

  await step('completion offers and inserts a tool', async () => {
    await keyboard.press('End');
    await keyboard.type(', ');
    const suggestions = page.locator('.suggest-widget.visible');
    const row = suggestions.locator('.monaco-list-row', { hasText: 'WebFetch' }).first();
    await keyboard.press('Control+Space');
    await suggestions.locator('.monaco-list-row').first().waitFor();
    if ((await page.locator('.suggest-details-container:visible').count()) === 0) await keyboard.press('Control+Space');
    await picture('completion');
    await keyboard.type('WebF');
    await row.waitFor();
    await keyboard.press('Enter');
    await line(`${fixedTools}, WebFetch`).waitFor();
  });

  await step('the palette inserts an endpoint pattern', async () => {
    await keyboard.press('Control+End');
    await keyboard.press('F1');
    await choose('>Agent Authoring: Insert Endpoint Pattern');
    await choose('FastAPI');
    await line('APIRouter').waitFor();
    await keyboard.press('Escape'); // leaves the snippet's first placeholder
    await picture('endpoint');
  });

  await step('the file is saved with all of it', async () => {
    await keyboard.press('Control+S');
    await page.waitForFunction(() => document.querySelector('.tab.dirty') === null);
    const text = stored();
    assert.ok(text.includes(`\n${fixedTools}, WebFetch\n`), text.slice(0, 300));
    assert.ok(!text.includes(faultyTools));
    assert.match(text, /APIRouter/);
  });

  await step('the report gets the key that its repository requires', async () => {
    await keyboard.press('Control+P');
    await choose('reporter.md');
    await line('completion_report').waitFor();
    await squiggles.first().waitFor({ state: 'attached' });
    await lens.waitFor();
    await hoverOver('completion_report', 'The completion report is missing', 'completion_report');
    await picture('report', { height: 560 });
    await keyboard.press('Escape');
    const at = await pointAt('completion_report', 'completion_report');
    await mouse.click(at.x, at.y);
    await keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row', { hasText: 'risk' }).first().waitFor();
    await keyboard.press('Enter');
    await line('risk: "[low, medium or high]"').waitFor();
    await squiggles.first().waitFor({ state: 'detached' });
    await keyboard.press('Control+Z');
    await squiggles.first().waitFor({ state: 'attached' });
    await keyboard.press('Control+W');
    await page.locator('.tab', { hasText: 'reporter.md' }).waitFor({ state: 'detached' });
  });

  await step('the outline shows the sections', async () => {
    await keyboard.press('Control+Home');
    await keyboard.press('F1');
    await choose('>Explorer: Focus on Outline View');
    await page.locator('.outline-pane .monaco-list-row', { hasText: 'description' }).first().waitFor();
    await page.locator('.pane-header', { hasText: 'sample' }).click(); // collapses the list of files
    await page.locator('.outline-pane .monaco-list-row', { hasText: 'Access restrictions' }).first().waitFor();
    await page.locator('.outline-pane .monaco-list-row', { hasText: 'Completion report' }).first().waitFor();
    await lens.waitFor();
    await picture('outline', { whole: true });
  });

  await step('dashes become frontmatter, and keys are completed before it is closed', async () => {
    await keyboard.press('Control+P');
    await choose('begun.md');
    await page.locator('.codelens-decoration', { hasText: 'Not loaded' }).waitFor(); // the editor has the focus then
    const suggestions = page.locator('.suggest-widget.visible');
    await keyboard.type('---');
    await keyboard.press('Control+Space');
    await suggestions.locator('.monaco-list-row', { hasText: 'agent frontmatter' }).first().waitFor();
    await picture('dashes');
    await keyboard.press('Enter');
    await line('description: Reviews').waitFor();
    assert.equal(await editor.locator('.view-line', { hasText: '------' }).count(), 0);
    await keyboard.press('Escape'); // leaves the snippet's first placeholder
    await keyboard.press('Control+A');
    await keyboard.type('---\nn');
    await keyboard.press('Control+Space');
    await suggestions.locator('.monaco-list-row', { hasText: 'name' }).first().waitFor();
    await picture('begun');
    await keyboard.press('Enter');
    await line('name: ').waitFor();
  });

  await step('an unclosed list offers to close it first', async () => {
    await keyboard.press('Control+P');
    await choose('unclosed.md');
    await line('[Read, MultiEdit').waitFor();
    await squiggles.first().waitFor({ state: 'attached' });
    await clickAt('tools:', 'MultiEdit');
    await keyboard.press('Control+.');
    await page.locator('.action-widget .monaco-list-row', { hasText: 'Close the list with' }).first().waitFor();
    await picture('unclosed');
    await keyboard.press('Enter');
    await line('[Read, MultiEdit]').waitFor();
  });

  const empty = join(workspace.folder, '../empty');
  const parts = { page, step, picture, small, line, choose, squiggles, clickAt };
  await useNewAgent(parts, empty, workbenchUrl(server, empty));

  const team = join(workspace.folder, '../team'); // its sessions do not read the other samples there
  await useSystem({ page, step, picture, line, choose, clickAt }, team, workbenchUrl(server, team));

  await useOverview({ page, step, picture, small, choose, clickAt }, team);

  const all = join(workspace.folder, '../hosts');
  const window = { page, step, picture, line, choose, squiggles, hoverOver };
  await useHosts(window, all, workbenchUrl(server, all));

  const typed = join(workspace.folder, '../typed');
  await useTyping(window, typed, workbenchUrl(server, typed));
} catch (error) {
  console.log(`    ✘ ${name}\n${error.stack}`);
  await opened?.page.screenshot({ path: join(shots, 'failure.png') }).catch(() => {});
  process.exitCode = 1;
} finally {
  await opened?.close();
  await server?.stop();
  workspace.remove();
}
report({ passed, failed: process.exitCode === 1 ? 1 : 0 });

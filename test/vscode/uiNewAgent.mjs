/** The part of the use of the window that begins with nothing: an empty folder, a new agent, its first fix and its report. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param window What the use of the window has: `{ page, step, picture, line, choose, squiggles, clickAt }`; `small(title, box)` keeps
 * a picture of a part of the page for the walkthrough.
 * @param folder Where the agent is made; it is empty.
 * @param url Of the workbench with this folder.
 */
export async function useNewAgent({ page, step, picture, small, line, choose, squiggles, clickAt }, folder, url) {
  const { keyboard } = page;
  const widget = page.locator('.quick-input-widget');
  const input = widget.locator('.quick-input-box input, .quick-input-filter input[type="text"]').first();
  const title = (text) => widget.locator('.quick-input-title', { hasText: text }).waitFor();
  const row = (text) => widget.locator('.monaco-list-row', { hasText: text }).first();
  const stored = () => readFileSync(join(folder, '.claude/agents/code-reviewer.md'), 'utf8');

  /** Runs a command of the palette, which does not know our commands in the first moments of a window. */
  async function palette(command) {
    for (let left = 8; left > 0; left--) {
      await keyboard.press('F1');
      await input.fill(`>${command}`);
      const found = widget.locator('.monaco-list-row.focused', { hasText: command }).first();
      const isThere = await found.waitFor({ timeout: 4000 }).then(
        () => true,
        () => false,
      );
      if (isThere) return keyboard.press('Enter');
      await keyboard.press('Escape');
    }
    assert.fail(`no command '${command}'`);
  }

  await step('an empty folder has no agent', async () => {
    mkdirSync(folder, { recursive: true });
    await page.goto(url);
    await page.locator('.monaco-workbench .statusbar').waitFor();
    await page.locator('.explorer-folders-view').waitFor();
    await keyboard.press('Control+B');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  });

  await step('a new agent is asked for, and its place', async () => {
    await palette('Agent Authoring: New Agent');
    await title('New Agent (1/4)');
    await row('Claude Code').waitFor();
    await picture('new-place', { whole: true });
    await input.fill('Claude');
    await widget.locator('.monaco-list-row.focused', { hasText: 'Claude Code' }).waitFor();
    await keyboard.press('Enter');
    await title('New Agent (2/4)');
  });

  await step('a name that the program does not take is refused with its reason', async () => {
    await input.fill('-reviewer');
    await widget.locator('.quick-input-message', { hasText: '-reviewer' }).waitFor();
    await picture('new-name', { whole: true });
    await keyboard.press('Enter');
    await title('New Agent (2/4)');
    await input.fill('code-reviewer');
    await widget.locator('.quick-input-message', { hasText: 'code-reviewer.md' }).waitFor();
    await keyboard.press('Enter');
    await title('New Agent (3/4)');
  });

  await step('the button goes back, and the answers stay', async () => {
    await picture('new-purpose', { whole: true });
    await widget.locator('.quick-input-titlebar .codicon-quick-input-back').click();
    await title('New Agent (2/4)');
    assert.equal(await input.inputValue(), 'code-reviewer');
    await keyboard.press('Enter');
    await title('New Agent (3/4)');
    await input.fill('Reviewer');
    await keyboard.press('Enter');
    await title('New Agent (4/4)');
  });

  await step('the tools that fit are selected, each with what it does', async () => {
    await row('Read').waitFor();
    assert.match((await widget.textContent()) ?? '', /3 Selected/);
    await picture('new-tools', { whole: true });
    await page.mouse.move(600, 500); // away from the button, whose hint would be in the picture
    await page.locator('.monaco-hover', { hasText: 'Back' }).waitFor({ state: 'hidden' });
    await small('new', widget, { below: -60 });
    await keyboard.press('Enter');
    await line('name: code-reviewer').waitFor();
    await line('tools: [Read, Grep, Glob]').waitFor();
  });

  await step('the first placeholder is selected, and typing replaces it', async () => {
    await page.locator('.codelens-decoration', { hasText: 'code-reviewer' }).first().waitFor();
    await page.waitForFunction(() => document.querySelector('.tab.dirty') === null);
    await picture('new-agent', { whole: true });
    await keyboard.type('changes to the API');
    await keyboard.press('Tab');
    await keyboard.type('faults');
    await line('Reviews changes to the API for faults.').waitFor();
    await keyboard.press('Escape');
  });

  await step('a removed tool is fixed', async () => {
    await clickAt('tools: [Read', 'Glob');
    await keyboard.press('End');
    await keyboard.press('ArrowLeft');
    await keyboard.type(', MultiEdit');
    await keyboard.press('Escape');
    await squiggles.first().waitFor({ state: 'attached' });
    await page.locator('.codelens-decoration', { hasText: 'MultiEdit ignored' }).first().waitFor();
    await clickAt('tools: [Read', 'MultiEdit');
    const action = page.locator('.action-widget .monaco-list-row', { hasText: 'MultiEdit' }).first();
    // VS Code shows no menu while the text is still being checked.
    for (let tries = 0; tries < 8 && !(await action.isVisible()); tries++) {
      await keyboard.press('Control+.');
      await action.waitFor({ timeout: 3000 }).catch(() => keyboard.press('Escape'));
    }
    await action.waitFor();
    await picture('new-fix', { whole: true });
    await small('fix', page.locator('.action-widget').first(), { left: 275, above: 95, right: 8, below: -95 });
    await keyboard.press('Enter');
    await squiggles.first().waitFor({ state: 'detached' });
  });

  await step('a completion report is inserted', async () => {
    await keyboard.press('Control+End');
    await keyboard.press('F1');
    await choose('>Agent Authoring: Insert Completion Report');
    await line('completion_report:').waitFor();
    await keyboard.press('Escape');
    await picture('new-report', { whole: true });
    await small('report', line('completion_report:'), { left: 60, above: 50, right: -400, below: 190 });
    await keyboard.press('Control+S');
    await page.waitForFunction(() => document.querySelector('.tab.dirty') === null);
    assert.match(stored(), /^description: "Reviews changes to the API for faults\./m);
    assert.match(stored(), /completion_report:/);
    assert.doesNotMatch(stored(), /MultiEdit/);
  });

  await step('the view has the agent, and Problems what is left to do', async () => {
    await keyboard.press('F1');
    await choose('>Agents: Focus on Agents View');
    await page.locator('.part.sidebar .monaco-list-row', { hasText: 'code-reviewer' }).first().waitFor();
    await keyboard.press('F1');
    await choose('>Problems: Focus on Problems View');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'code-reviewer.md' }).first().waitFor();
    await picture('new-overview', { whole: true });
    await keyboard.press('Control+J');
    await keyboard.press('Control+B');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  });

  await step('the walkthrough has a picture or a text for each step', async () => {
    await keyboard.press('F1');
    await choose('>Welcome: Open Walkthrough');
    await choose('Get Started with Agent Authoring');
    const steps = page.locator('.getting-started-step');
    await steps.nth(4).waitFor();
    for (let i = 0; i < 5; i++) {
      await steps.nth(i).click();
      await steps.nth(i).and(page.locator('.expanded')).waitFor();
      await page
        .locator(
          '.getting-started-media img.getting-started-media, .getting-started-media webview, .getting-started-media iframe, .getting-started-media img',
        )
        .first()
        .waitFor();
      // A text comes in a frame of its own.
      const frames = page
        .frameLocator('.getting-started-media iframe, iframe.webview.ready')
        .frameLocator('iframe#active-frame');
      if ((await page.locator('.getting-started-media img').count()) === 0)
        await frames.locator('h2, p').first().waitFor();
      await picture(`walkthrough-${i + 1}`, { whole: true });
    }
  });
}

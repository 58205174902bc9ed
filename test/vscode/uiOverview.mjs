/** The part of the use of the window that looks at agents from outside their files: the view, what the host sees, a request. */
import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An agent whose unknown tools have a place each. */
const SPREAD = `---
name: spread
description: Lists the folders of a project, and corrects what is misspelled.
tools:
  - LS
  - Bash
  - MultiEdit
---
List the folders.
`;

/**
 * @param window What the use of the window has: `{ page, step, picture, line, choose, clickAt }`.
 * @param folder The sample of agents that belong together, which the window shows.
 */
export async function useOverview({ page, step, picture, small, choose, clickAt }, folder) {
  const { keyboard } = page;
  const agents = join(folder, 'app/.claude/agents');
  const view = page.locator('.part.sidebar [id="workbench.view.extension.agentAuthoring"], .part.sidebar');
  const row = (text) => view.locator('.monaco-list-row', { hasText: text }).first();
  const widget = page.locator('.quick-input-widget');
  const lens = (text) => page.locator('.codelens-decoration a', { hasText: text });

  await step('the view lists the agents, with a name for screen readers', async () => {
    await keyboard.press('F1');
    await choose('>Agents: Focus on Agents View');
    await row('developer').waitFor();
    await picture('view', { whole: true });
    await small('agents', page.locator('.part.sidebar'), { below: -150 });
    for (const one of await view.locator('.monaco-list-row').all())
      assert.match((await one.getAttribute('aria-label')) ?? '', /\w/);
  });

  await step('it is used with the keyboard: expand, filter, rename, delete', async () => {
    await row('developer').click();
    await page.locator('.tab.active', { hasText: 'developer.md' }).waitFor();
    await row('developer').click({ modifiers: ['Control'] });
    await keyboard.press('ArrowRight');
    await row('Called by').or(row('Tools')).first().waitFor();
    await picture('view-open', { whole: true });
    await keyboard.press('ArrowLeft');
    await keyboard.press('F2');
    await widget.locator('input').waitFor();
    assert.equal(await widget.locator('input').inputValue(), 'developer');
    await picture('view-rename', { whole: true });
    await keyboard.press('Escape');
    await row('developer').click({ modifiers: ['Control'] });
    await keyboard.press('Delete');
    await page.locator('.monaco-dialog-box', { hasText: 'developer' }).waitFor();
    await picture('view-delete', { whole: true });
    await keyboard.press('Escape');
    await page.locator('.monaco-dialog-box').waitFor({ state: 'detached' });
    assert.ok(existsSync(join(agents, 'developer.md')));
  });

  await step('the menu of a row opens what the host sees', async () => {
    await row('planner').click({ button: 'right' });
    const first = page.locator('.monaco-menu .action-item.focused', { hasText: 'What the Host Sees' });
    await page.locator('.monaco-menu .action-label', { hasText: 'What the Host Sees' }).waitFor();
    await keyboard.press('ArrowDown');
    await first.waitFor();
    await keyboard.press('Enter');
    await page.locator('.tab', { hasText: 'planner.md as the host sees it' }).first().waitFor();
    await row('developer').click();
    await page.locator('.tab.active', { hasText: 'developer.md' }).first().waitFor();
  });

  await step('the lens opens what the host sees', async () => {
    await keyboard.press('Control+B');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await lens('Loads as').first().click();
    await page.locator('.tab', { hasText: 'developer.md as the host sees it' }).first().waitFor();
    const rendered = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await rendered.locator('h1', { hasText: 'What Claude Code sees' }).waitFor();
    await picture('sees', { whole: true });
    await clickAt('tools:', 'Read');
    await keyboard.press('End');
    await keyboard.type(', WebFetch');
    await keyboard.press('Escape');
    await rendered.locator('li', { hasText: 'WebFetch' }).first().waitFor();
    await keyboard.press('F1');
    await choose('>File: Save All Files');
    await page.waitForFunction(() => document.querySelector('.tab.dirty') === null);
    await keyboard.press('F1');
    await choose('>View: Close All Editors');
  });

  await step('a request is ranked while it is typed', async () => {
    await keyboard.press('F1');
    await choose('>Agent Authoring: Try a Request');
    await widget.locator('.quick-input-title', { hasText: 'Try a Request' }).waitFor();
    await widget.locator('input').first().fill('write tests for the planner');
    await widget.locator('.monaco-list-row', { hasText: 'tester' }).first().waitFor();
    await picture('route', { whole: true });
    await keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: '.md' }).waitFor();
  });

  await step('the status of the language says which program reads the file', async () => {
    await page.locator('.monaco-editor.focused').first().waitFor();
    await page.locator('.statusbar [id="status.languageStatus"]').first().click();
    await page.locator('.hover-language-status', { hasText: 'Claude Code' }).first().waitFor();
    await picture('status', { whole: true });
    await keyboard.press('Escape');
  });

  await step('a fix of several places that may grant something is shown first', async () => {
    writeFileSync(join(agents, 'spread.md'), SPREAD);
    await keyboard.press('Control+P');
    await choose('spread.md');
    await page.locator('.codelens-decoration', { hasText: 'ignored' }).first().waitFor();
    await keyboard.press('F1');
    await choose('>Agent Authoring: Fix All Tool Names in File');
    await page.locator('.bulk-edit-panel .monaco-list-row', { hasText: 'spread.md' }).first().waitFor();
    await picture('fix-preview', { whole: true });
    // VS Code leaves it to the person which of them are made.
    await page.locator('.bulk-edit-panel .monaco-list-row', { hasText: 'LS' }).locator('.edit-checkbox').click();
    await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).click();
    await page.locator('.view-line', { hasText: 'Glob' }).first().waitFor();
    await page.locator('.view-line', { hasText: 'MultiEdit' }).first().waitFor();
  });

  await step('the page of the extension has nothing that VS Code does not show', async () => {
    await keyboard.press('F1');
    await choose('>Extensions: Show Installed Extensions');
    await page.locator('.extension-list-item', { hasText: 'Agent Authoring' }).first().click();
    await page.locator('.extension-editor').waitFor();
    const frame = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
    await frame.locator('h2').first().waitFor();
    await picture('extension', { whole: true });
    assert.equal(await frame.locator('img').count(), 0, 'VS Code shows no image of a package here');
    await frame.locator('code', { hasText: 'MultiEdit ignored' }).waitFor();
  });
}

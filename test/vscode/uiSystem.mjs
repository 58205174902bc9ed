/** The part of the use of the window that is about agents that belong together: their problems, calls and names. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copySystem } from './workspace.mjs';

/**
 * @param window What the use of the window has: `{ page, step, picture, line, choose, clickAt }`.
 * @param folder Where the sample goes.
 * @param url Of the workbench with this folder.
 */
export async function useSystem({ page, step, picture, line, choose, clickAt }, folder, url) {
  const { keyboard } = page;
  const agents = join(folder, 'app/.claude/agents');
  const stored = (name) => readFileSync(join(agents, name), 'utf8');
  const lens = (text) => page.locator('.codelens-decoration a', { hasText: text });

  const open = async (name) => {
    await keyboard.press('Control+P');
    await choose(name);
    await page.locator('.tab.active', { hasText: name }).waitFor();
  };

  /** The numbers of errors, warnings and notes in the status bar. */
  const status = page.locator('.statusbar [id="status.problems"]');
  const countsText = async () => (await status.textContent())?.trim() ?? '';
  const counts = (text) => status.filter({ hasText: new RegExp(`^\\s*${text}\\s*$`) }).waitFor();
  let found = '';

  await step('problems of files that nobody has opened are listed', async () => {
    await keyboard.press('F1');
    await choose('>File: Save All Files');
    await page.waitForFunction(() => document.querySelector('.tab.dirty') === null);
    copySystem(folder);
    await page.goto(url);
    await page.locator('.monaco-workbench .statusbar').waitFor();
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'library' }).first().waitFor();
    await keyboard.press('Control+B');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'code-review.md' }).first().waitFor();
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'never loads this file' }).first().waitFor();
    await open('lead.md');
    await lens('Delegates to 3').waitFor();
    await picture('system', { whole: true });
  });

  await step('the lens counts the calls, and shows them', async () => {
    await open('developer.md');
    await lens('Called by 2').waitFor();
    await lens('Delegates to 1').waitFor();
    await keyboard.press('Control+J');
    await lens('Called by 2').click();
    await page.locator('.reference-zone-widget .monaco-list-row', { hasText: 'lead.md' }).first().waitFor();
    await picture('system-references', { whole: true });
    await keyboard.press('Escape');
  });

  await step('the call hierarchy shows who starts the agent', async () => {
    await clickAt('name: developer', 'developer');
    await keyboard.press('Shift+Alt+H');
    await page.locator('.part.sidebar .monaco-list-row', { hasText: 'tester' }).first().waitFor();
    await picture('system-calls', { whole: true });
    await keyboard.press('Control+B');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
  });

  await step('a renaming is previewed', async () => {
    await open('lead.md');
    found = await countsText();
    await clickAt('planner', 'planner');
    await keyboard.press('F2');
    await page.locator('.rename-box input').fill('architect');
    await page.locator('.rename-box input').press('Control+Enter');
    await page.locator('.bulk-edit-panel .monaco-list-row', { hasText: 'planner.md' }).first().waitFor();
    await picture('system-preview', { whole: true });
    await page.locator('.bulk-edit-panel .monaco-button', { hasText: 'Apply' }).click();
    await line('`architect`').waitFor();
  });

  await step('and is undone in one step', async () => {
    await page.waitForFunction(() => document.querySelector('.tab.dirty') === null);
    assert.ok(existsSync(join(agents, 'architect.md')) && !existsSync(join(agents, 'planner.md')));
    assert.match(stored('lead.md'), /`architect`/);
    await clickAt('architect', 'architect');
    await keyboard.press('Control+Z');
    await line('`planner`').waitFor();
    await counts(found);
    await picture('system-undone', { whole: true });
  });

  /** The page in the webview of the active tab: a frame in a frame. */
  const webview = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');

  await step('the tool matrix shows every agent, and leads to the item of a list', async () => {
    await keyboard.press('F1');
    await choose('>Agent Authoring: Show Tool Matrix');
    await webview.getByRole('button', { name: 'developer', exact: true }).waitFor();
    await picture('system-matrix', { whole: true });
    await keyboard.press('F1');
    await choose('>Developer: Reload Window');
    await page.locator('.monaco-workbench').waitFor({ state: 'detached' });
    await page.locator('.tab.active', { hasText: 'Tool Matrix' }).waitFor();
    await webview.getByRole('button', { name: 'developer', exact: true }).waitFor();
    await webview.getByRole('button', { name: 'developer, Bash: listed' }).click();
    await line('tools:').waitFor();
    await page.locator('.tab.active', { hasText: 'developer.md' }).waitFor();
    // A palette that opens before would be closed again.
    await page.locator('.monaco-editor.focused').first().waitFor();
  });

  await step('the delegation graph is used with the keyboard', async () => {
    await keyboard.press('F1');
    await choose('>Agent Authoring: Show Delegation Graph');
    const lead = webview.locator('.node[aria-label^="lead"]');
    await lead.waitFor();
    await picture('system-graph', { whole: true });
    await lead.focus();
    await keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'lead.md' }).waitFor();
  });
}

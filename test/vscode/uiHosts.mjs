/** The part of the use of the window that is about files of several hosts: who reads a file, and the same agent for another host. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { copyHosts } from './workspace.mjs';

/**
 * @param window What the use of the window has: `{ page, step, picture, line, choose, squiggles, hoverOver }`.
 * @param folder Where the sample goes.
 * @param url Of the workbench with this folder.
 */
export async function useHosts({ page, step, picture, line, choose, squiggles, hoverOver }, folder, url) {
  const { keyboard } = page;
  const lens = (text) => page.locator('.codelens-decoration', { hasText: text }).first();

  /** Opens a file by the end of its path. */
  const open = async (path) => {
    const [name, ...folders] = path.split('/').reverse();
    await keyboard.press('Control+P');
    await page.locator('.quick-input-widget input').fill(path);
    const row = page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: name });
    await row.filter({ hasText: folders.toReversed().join('/') }).waitFor();
    await keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: name }).waitFor();
  };

  await step('an agent in TOML has a squiggle, and a lens', async () => {
    await keyboard.press('F1');
    await choose('>File: Save All Files');
    await page.waitForFunction(() => document.querySelector('.tab.dirty') === null);
    copyHosts(folder);
    await page.goto(url);
    await page.locator('.monaco-workbench .statusbar').waitFor();
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'plugin' }).first().waitFor();
    await keyboard.press('Control+B');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await open('reviewer.toml');
    await lens('Not loaded').waitFor();
    await squiggles.first().waitFor({ state: 'attached' });
    await picture('hosts-toml');
    await hoverOver('sandbox_mod', 'Rename it', 'sandbox_mod');
    await keyboard.press('Escape');
  });

  await step('a skill, a command and an agent of VS Code have their lenses', async () => {
    await open('changelog/SKILL.md');
    await lens('Loads as /changelog').waitFor();
    await hoverOver('allowed-tools', 'allowed-tools', 'allowed-tools:');
    await picture('hosts-skill');
    await keyboard.press('Escape');
    await open('.opencode/commands/triage.md');
    await lens('Loads as /triage · command').waitFor();
    await picture('hosts-command');
    await open('planner.agent.md');
    await lens('Loads as planner · 2 tools').waitFor();
    await picture('hosts-vscode');
  });

  await step('a manifest has a lens, and says what is misspelled', async () => {
    await open('plugin.json');
    await lens('Loads as sample-plugin · plugin').waitFor();
    await picture('hosts-manifest');
    await hoverOver('versions', 'Rename it', '"versions"');
    await keyboard.press('Escape');
  });

  await step('the hover over the first line compares the hosts that read the file', async () => {
    await open('research.md');
    await lens('Loads as research').waitFor();
    await hoverOver('---', 'Copilot CLI', '---');
    await page.locator('.monaco-hover:not(.hidden) table', { hasText: 'VS Code' }).first().waitFor();
    await picture('hosts-table', { height: 560 });
    await keyboard.press('Escape');
  });

  const messages = page.locator('.notifications-center.visible');
  /** Opens the list of messages: under the driver of smoke tests, VS Code shows them nowhere else. */
  const showMessage = async (text) => {
    await keyboard.press('F1');
    await choose('>Notifications: Show Notifications');
    await messages.locator('.monaco-list-row', { hasText: text }).first().waitFor();
  };

  const dialog = page.locator('.monaco-dialog-box');
  const convertTo = async (host) => {
    await keyboard.press('F1');
    await choose('>Agent Authoring: Convert Agent to');
    await choose(host);
  };

  await step('a conversion that would allow more is shown only when that is accepted', async () => {
    await convertTo('Codex');
    await dialog.filter({ hasText: 'would get more than it has' }).waitFor();
    await picture('convert-more', { whole: true });
    await dialog.locator('.monaco-button', { hasText: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    assert.equal(await page.locator('.tab.active', { hasText: 'research.md' }).count(), 1);
    await convertTo('Codex');
    await dialog.locator('.monaco-button', { hasText: 'Convert Anyway' }).click();
    await page.locator('.tab.active', { hasText: 'research.toml for Codex' }).waitFor();
    await showMessage('For Codex');
    await picture('convert', { whole: true });
    await messages.locator('.monaco-button', { hasText: 'Show Report' }).click();
    await page.locator('.tab.active', { hasText: 'report.md' }).waitFor();
    await line('research.toml for Codex').waitFor();
    await picture('convert-report', { whole: true });
    assert.ok(!existsSync(join(folder, '.codex/agents/research.toml')));
  });

  await step('and becomes a file when that is chosen', async () => {
    await showMessage('For Codex');
    await messages.locator('.monaco-button', { hasText: 'Create File' }).click();
    await page.locator('.tab.active', { hasText: 'research.toml', hasNotText: /for Codex|report/ }).waitFor();
    assert.ok(existsSync(join(folder, '.codex/agents/research.toml')));
    await picture('convert-created', { whole: true });
  });

  await step('the menu of a tab offers it for agents only', async () => {
    const item = page.locator('.monaco-menu .action-label', { hasText: 'Convert Agent to' });
    await page.locator('.tab.active').click({ button: 'right' });
    await item.waitFor();
    await picture('convert-menu', { whole: true });
    await keyboard.press('Escape');
    await item.waitFor({ state: 'detached' });
    await open('README.md');
    await page.locator('.tab.active').click({ button: 'right' });
    await page.locator('.monaco-menu .action-label', { hasText: 'Close' }).first().waitFor();
    assert.equal(await item.count(), 0);
    await keyboard.press('Escape');
  });
}

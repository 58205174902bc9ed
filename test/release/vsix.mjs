/** Installs the packaged extension into a new VS Code and looks for one problem in the window. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { startCodeServer, workbenchUrl } from '../vscode/codeServer.mjs';
import { chromium, vscodeHost } from '../vscode/install.mjs';
import { openPage } from '../vscode/page.mjs';
import { copySamples } from '../vscode/workspace.mjs';

/** The text of a file in a ZIP archive, such as a `.vsix`. */
export function textIn(archive, path) {
  const { status, stdout, stderr } = spawnSync('unzip', ['-p', archive, path], { encoding: 'utf8' });
  assert.equal(status, 0, `unzip ${archive} ${path}: ${stderr}`);
  return stdout;
}

/** The paths of the files in a ZIP archive. */
export function filesIn(archive) {
  const { status, stdout, stderr } = spawnSync('unzip', ['-Z1', archive], { encoding: 'utf8' });
  assert.equal(status, 0, `unzip ${archive}: ${stderr}`);
  return stdout.trim().split('\n');
}

/** Why this machine cannot run the extension; undefined when it can. */
export const obstacle = () => vscodeHost().reason ?? chromium().reason;

/** Opens a sample in an editor that has nothing but this package, and waits for the mark under the removed tool. */
export async function seesProblem(vsix) {
  const workspace = copySamples();
  let server;
  let opened;
  try {
    server = await startCodeServer(vscodeHost(), { vsix });
    opened = await openPage(chromium().file, workbenchUrl(server, workspace.folder));
    const { page } = opened;
    page.setDefaultTimeout(60_000);
    await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor();
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input').first().fill('api-tester.md');
    await page.locator('.quick-input-widget .monaco-list-row').first().waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.squiggly-warning').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-list-row', { hasText: 'MultiEdit' }).first().waitFor();
  } finally {
    await opened?.close();
    await server?.stop();
    workspace.remove();
  }
}

/** When the extension starts its server, and how it restarts it. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { type Api, activated, faults, leave, open, openAgent, until } from './editor';

suite('start', () => {
  let api: Api;
  suiteSetup(async () => {
    await open('README.md');
    api = await activated();
  });
  teardown(leave);

  test('plain Markdown starts no server', async () => {
    await open('README.md');
    assert.ok(api.client() === undefined, 'no client');
  });

  test('an agent file starts the server and gets diagnostics', async () => {
    const { document } = await openAgent();
    console.log(`      VS Code ${vscode.version}, ${document.uri.scheme}: language id '${document.languageId}'`);
    await until('a diagnostic', () => faults(document)[0]);
    assert.ok(api.client());
  });

  test('the restart command starts a new server that knows the open file', async () => {
    const { document } = await openAgent();
    await until('a diagnostic', () => faults(document)[0]);
    const before = api.client();
    await vscode.commands.executeCommand('agentAuthoring.restartServer');
    assert.ok(api.client());
    assert.ok(api.client() !== before, 'another client');
    await until('a diagnostic of the new server', () => faults(document)[0]);
  });
});

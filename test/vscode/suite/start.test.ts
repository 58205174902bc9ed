/** When the extension starts its server, and how it restarts it. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { type Api, activated, faults, leave, open, openAgent, source, until } from './editor';

const isOpen = (uri: vscode.Uri): boolean =>
  vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());

suite('start', () => {
  let api: Api;
  suiteSetup(async () => {
    await open('README.md');
    api = await activated();
  });
  teardown(leave);

  test('problems of agents that are not open are shown', async () => {
    for (const name of ['/agents/', '/SKILL.md', '.toml', '.yaml', '/plugin.json'])
      await until(`a problem of a file that is not open: ${name}`, () =>
        vscode.languages
          .getDiagnostics()
          .find(
            ([uri, list]) =>
              uri.path.includes(name) && !isOpen(uri) && list.some((problem) => problem.source === source),
          ),
      );
  });

  test('an agent file gets diagnostics', async () => {
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

/** The language status: the state of the server and the program that reads the agent in the active editor. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { type Api, activated, deleteFile, leave, open, openAgent, until, writeFile } from './editor';

const uriOf = (path: string): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
};

suite('language status', () => {
  let api: Api;
  suiteSetup(async () => {
    api = await activated();
  });
  teardown(leave);

  test('names the program of the agent in the active editor, and no other file', async () => {
    await openAgent();
    await until('the program', () => (/^Claude Code \d/.test(api.status().program ?? '') ? true : undefined));
    await open('hosts/.gemini/agents/reviewer.md');
    await until('the other program', () => (/^Gemini CLI \d/.test(api.status().program ?? '') ? true : undefined));
    await open('README.md');
    await until('no program', () => (api.status().program === undefined ? true : undefined));
  });

  test('names the configuration file that counts', async () => {
    const shown = (): string => api.status().configuration;
    const file = uriOf('hosts/.gemini/.agent-authoring.json');
    await open('hosts/.gemini/agents/reviewer.md');
    await writeFile(file, '{}');
    await until('the new file', () => shown().endsWith('.gemini/.agent-authoring.json') || undefined);
    await deleteFile(file);
    await until('another one', () => !shown().endsWith('.gemini/.agent-authoring.json') || undefined);
  });

  test('says that the server runs, also after a restart', async () => {
    await openAgent();
    const isRunning = () => (api.status().server === 'Agent Authoring is running' ? true : undefined);
    await until('the running server', isRunning);
    await vscode.commands.executeCommand('agentAuthoring.restartServer');
    await until('the running server', isRunning);
    assert.equal(api.status().isBusy, false);
    await until('the program', () => api.status().program);
  });
});

/** "Copy Reproduction": what is on the clipboard, from the palette and from an action on a problem. */
import * as vscode from 'vscode';
import * as assert from './assert';
import { activated, leave, open, openAgent, until } from './editor';

const COPY = 'agentAuthoring.copyReproduction';

const copied = (pattern: RegExp): Promise<string> =>
  until(`a clipboard with ${pattern}`, async () => {
    const text = await vscode.env.clipboard.readText();
    return pattern.test(text) ? text : undefined;
  });

suite('a reproduction', () => {
  suiteSetup(async () => {
    await openAgent();
    const { client } = await activated();
    await until('the server', () => client()?.isRunning() || undefined);
  });
  setup(async () => vscode.env.clipboard.writeText('before'));
  teardown(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await leave();
  });

  test('of the active agent has versions, a path in the project, problems and the whole text', async () => {
    const { document } = await openAgent();
    void vscode.commands.executeCommand(COPY);
    const text = await copied(/^# Reproduction\n/);
    assert.match(text, /\n- Programs: Agent Authoring \d+\.\d+\.\d+, .+ \d+\.\d+\.\d+ \(browser/);
    assert.match(text, /\n- File: `\.claude\/agents\/python-api-expert\.md`\n/);
    assert.match(text, /warning tool-removed: /);
    assert.ok(text.includes(document.getText()), 'the whole text');
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder, 'a folder is open');
    // In the browser the project is the root of its file system.
    assert.ok(folder.uri.path.length < 2 || !text.includes(folder.uri.path), 'no folder above the project');
  });

  test('is offered on a problem, and names its rule', async () => {
    const { document } = await openAgent();
    const action = await until('the action', async () => {
      const all = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      );
      return all.find(({ title }) => title === 'Copy reproduction of `tool-removed`');
    });
    assert.ok(action.command, 'it has a command');
    void vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    await copied(/^# Reproduction of `tool-removed`\n/);
  });

  test('is not made of a file that no program reads', async () => {
    await open('README.md');
    await vscode.commands.executeCommand(COPY);
    assert.equal(await vscode.env.clipboard.readText(), 'before');
  });
});

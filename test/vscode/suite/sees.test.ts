/** What the host sees of an agent, and a request that is tried: both through the commands. */
import * as vscode from 'vscode';
import * as assert from './assert';
import { activated, leave, lineOf, open, openAgent, rewrite, until } from './editor';

const SHOW = 'agentAuthoring.showWhatHostSees';
const TRY = 'agentAuthoring.tryRequest';
const SCHEME = 'agent-authoring-sees';

/** The documents about agents that are visible, rendered or as a text. */
const shown = (): readonly vscode.Uri[] =>
  vscode.window.tabGroups.all.flatMap(({ activeTab }) => {
    const input = activeTab?.input;
    const isFile = input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText;
    return isFile && input.uri.scheme === SCHEME ? [input.uri] : [];
  });

const textWith = (pattern: RegExp): Promise<string> =>
  until(`a document that matches ${pattern}`, async () => {
    const documents = await Promise.all(shown().map((uri) => vscode.workspace.openTextDocument(uri)));
    return documents.map((document) => document.getText()).find((text) => pattern.test(text));
  });

const uriOf = (path: string): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
};

suite('what the host sees', () => {
  suiteSetup(activated);
  teardown(leave);

  test('is shown beside the agent, as Markdown that cannot be edited', async () => {
    const { document } = await openAgent();
    await vscode.commands.executeCommand(SHOW);
    const text = await textWith(/^# What Claude Code sees\n/);
    assert.match(text, /\n- `MultiEdit`, line \d+, is ignored: removed in 2\.0\.0\n/);
    assert.match(text, /\n## System prompt\n/);
    const [uri = assert.fail('it is shown')] = shown();
    assert.equal((await vscode.workspace.openTextDocument(uri)).languageId, 'markdown');
    assert.ok(vscode.workspace.fs.isWritableFileSystem(SCHEME) !== true, 'it cannot be written');
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
  });

  test('follows the agent while it is typed in', async () => {
    const editor = await openAgent();
    await vscode.commands.executeCommand(SHOW, editor.document.uri);
    await textWith(/`MultiEdit`/);
    await rewrite(editor, lineOf(editor.document, 'tools:'), 'tools: Read');
    await textWith(/## Tools\n\n- `Read` \(reads only · no permission prompt\): listed in `tools`, line \d+\n\n/);
    // What is reverted afterwards is the active editor.
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
  });

  test('is one document for each agent, which is used again', async () => {
    const editor = await openAgent();
    const uri = editor.document.uri;
    await vscode.commands.executeCommand(SHOW, uri.toString());
    await textWith(/# What Claude Code sees/);
    await vscode.commands.executeCommand(SHOW, uri);
    await vscode.commands.executeCommand(SHOW, uriOf('hosts/.github/agents/planner.agent.md'));
    await textWith(/# What VS Code sees/);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label }) => label));
    assert.equal(tabs.filter((label) => label.includes('planner.agent.md as')).length, 1);
    assert.ok(vscode.window.tabGroups.all.length <= 2, tabs.join());
  });

  test('is not shown for other files', async () => {
    await open('README.md');
    await vscode.commands.executeCommand(SHOW);
    assert.equal(shown().length, 0);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

suite('a request', () => {
  suiteSetup(activated);
  teardown(leave);

  test('leads to the agent that matches best, which opens', async () => {
    await openAgent();
    const done = vscode.commands.executeCommand(TRY, 'translate the checkout pages into German');
    await until('the agent', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (
        /\/(?:translator|localizer)\.md$/.test(vscode.window.activeTextEditor?.document.uri.path ?? '') || undefined
      );
    });
    await done;
    const { document, selection } = vscode.window.activeTextEditor ?? assert.fail('an editor is active');
    assert.match(document.getText(selection), /^(?:translator|localizer)$/);
  });
});

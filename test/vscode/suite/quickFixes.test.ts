/** What a person can do about a problem besides fixing it: disable its rule, read about it, fix all names of tools at once. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { activated, faults, hasMarkdown, leave, lineOf, openAgent, until } from './editor';

const fixed = 'tools: Read, Write, Edit, Bash, Grep';

/** More than a menu has, so that every action has its edit. */
const RESOLVED = 30;

const configuration = (): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, '.agent-authoring.json');
};

/** The quick fixes of the only problem, as soon as there are any. */
const fixes = async (document: vscode.TextDocument): Promise<readonly vscode.CodeAction[]> => {
  const found = await until('a diagnostic', () => faults(document)[0]);
  return until('the quick fixes', async () => {
    const all = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      found.range,
      vscode.CodeActionKind.QuickFix.value,
      RESOLVED,
    );
    return all.some(({ edit }) => edit !== undefined) ? all : undefined;
  });
};

/** Applies an action as VS Code does: the edit, then the command, which may wait until a person closes its message. */
async function run(action: vscode.CodeAction | undefined): Promise<{ readonly done: Thenable<unknown> }> {
  assert.ok(action, 'there is such an action');
  if (action.edit !== undefined) assert.equal(await vscode.workspace.applyEdit(action.edit), true);
  const { command } = action;
  const done = command && vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  return { done: done ?? Promise.resolve() };
}

/** Closes the messages of a command until it has ended. */
async function closed(done: Thenable<unknown>): Promise<void> {
  let isOver = false;
  void done.then(() => {
    isOver = true;
  });
  await until('the end of the command', async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    return isOver || undefined;
  });
}

suite('quick fixes', () => {
  suiteSetup(async () => {
    await activated();
  });
  teardown(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await leave();
  });

  test('disable a rule for a line and for a file, after the fixes', async () => {
    const { document } = await openAgent();
    const titles = (await fixes(document)).map(({ title }) => title);
    assert.equal(titles, [
      'Remove `MultiEdit`',
      'Disable `tool-removed` for this line',
      'Disable `tool-removed` for this file',
      'Disable `tool-removed` for this repository',
      'Show documentation for `tool-removed`',
      'Copy reproduction of `tool-removed`',
    ]);
    const before = document.getText();
    await run((await fixes(document)).find(({ title }) => title.endsWith('this line')));
    assert.equal(
      document.getText(),
      before.replace('\ntools:', '\n# agent-authoring-disable-next-line tool-removed\ntools:'),
    );
    await until('no diagnostic', () => faults(document).length === 0 || undefined);
  });

  test('disable a rule for the repository in a new configuration file, which is saved', async () => {
    const { document } = await openAgent();
    const action = (await fixes(document)).find(({ title }) => title.endsWith('this repository'));
    try {
      const { done } = await run(action);
      const stored = await until('the stored file', storedConfiguration);
      assert.equal(JSON.parse(stored), { rules: { 'tool-removed': 'off' } });
      await until('no diagnostic', () => faults(document).length === 0 || undefined);
      await closed(done);
    } finally {
      await vscode.workspace.fs.delete(configuration());
      const client = (await activated()).client();
      const uri = client?.code2ProtocolConverter.asUri(configuration());
      // Whether VS Code reports it is not what is tested here.
      await client?.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 3 }] });
    }
    await until('the diagnostic again', () => faults(document)[0]);
  });

  test('show the documentation of a rule rendered', async () => {
    const { document } = await openAgent();
    await run((await fixes(document)).find(({ title }) => title.startsWith('Show documentation')));
    const tab = await until('the preview', () => previewTab());
    assert.match(tab.label, /tool-removed/);
  });

  test('the link of a diagnostic opens the same page rendered and read-only', async function () {
    if (!(await hasMarkdown())) this.skip();
    const { document } = await openAgent();
    const { code } = await until('a diagnostic', () => faults(document)[0]);
    assert.ok(typeof code === 'object', 'the code has a link');
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(code.target));
    assert.match(text, /# .*[Tt]ool/);
    assert.equal(vscode.workspace.fs.isWritableFileSystem(code.target.scheme), false);
    await vscode.commands.executeCommand('vscode.open', code.target);
    await until('the preview', () => previewTab());
    const outside = code.target.with({ path: '/rules/../../package.json' });
    assert.equal(await vscode.workspace.fs.readFile(outside).then(String, () => 'refused'), 'refused');
  });

  test('fix all names of tools with one command', async () => {
    const { document } = await openAgent();
    await until('a diagnostic', () => faults(document)[0]);
    await vscode.commands.executeCommand('agentAuthoring.fixAllToolNames');
    assert.equal(lineOf(document, 'tools:').text, fixed);
  });
});

/** The text of the configuration file; undefined while it is missing or empty. */
async function storedConfiguration(): Promise<string | undefined> {
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(configuration()));
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}

/** The active tab, if it shows a preview of Markdown. */
function previewTab(): vscode.Tab | undefined {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  const isPreview =
    (tab?.input instanceof vscode.TabInputWebview && tab.input.viewType.includes('markdown.preview')) ||
    (tab?.input instanceof vscode.TabInputCustom && tab.input.viewType === 'vscode.markdown.preview.editor');
  return isPreview ? tab : undefined;
}

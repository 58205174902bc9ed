/** "New Agent…": the questions, the file, and its first placeholder. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { activated, faults, leave, open, until } from './editor';

const COMMAND = 'agentAuthoring.newAgent';

const root = (): vscode.Uri => vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('a folder is open');
const uriOf = (path: string): vscode.Uri => vscode.Uri.joinPath(root(), path);

const stored = async (path: string): Promise<string | undefined> =>
  vscode.workspace.fs.readFile(uriOf(path)).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );

/** The editor of a new file. */
const opened = (path: string): Promise<vscode.TextEditor> =>
  until(`an editor with ${path}`, () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document.uri.path.endsWith(path) ? editor : undefined;
  });

/** Accepts what the questions suggest until a command has ended. */
async function accepting(done: Thenable<unknown>): Promise<void> {
  let isOver = false;
  void done.then(() => {
    isOver = true;
  });
  await until('the end of the command', async () => {
    if (!isOver) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isOver || undefined;
  });
}

const made: string[] = [];
/** A file that is deleted afterwards. */
const file = (path: string): string => {
  made.push(path);
  return path;
};

suite('a new agent', () => {
  suiteSetup(activated);
  teardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await leave();
    for (const path of made.splice(0))
      if ((await stored(path)) !== undefined) await vscode.workspace.fs.delete(uriOf(path));
  });

  test('is created without a question when everything is given, with its first placeholder selected', async () => {
    const path = file('.claude/agents/made-reviewer.md');
    const given = { format: 'claude-code', name: 'made-reviewer', preset: 'reviewer', tools: ['Read', 'Grep'] };
    await vscode.commands.executeCommand(COMMAND, given);
    const { document, selection } = await opened(path);
    const text = document.getText();
    assert.match(text, /^---\nname: made-reviewer\ndescription: "Reviews \[/);
    assert.match(text, /^tools: \[Read, Grep\]$/m);
    assert.equal(document.getText(selection), '[which code]');
    assert.equal(await stored(path), text);
    assert.equal(document.isDirty, false);
    await vscode.commands.executeCommand('jumpToNextSnippetPlaceholder');
    const { selection: next = selection } = vscode.window.activeTextEditor ?? {};
    assert.equal(document.getText(next), '[errors and risks]');
    assert.equal(faults(document).length, 0);
  });

  test('asks for what is not given, and takes what the questions suggest', async () => {
    const path = file('.gemini/agents/made-helper.md');
    await open('README.md');
    await accepting(vscode.commands.executeCommand(COMMAND, { format: 'gemini-cli', name: 'made-helper' }));
    const { document } = await opened(path);
    assert.match(document.getText(), /^name: made-helper$/m);
    assert.match(document.getText(), /^tools: \[read_file, /m);
  });

  test('goes into the folder that was chosen, as the program that reads it has it', async () => {
    const path = file('.codex/agents/deep/made-in-folder.toml');
    await accepting(
      vscode.commands.executeCommand(COMMAND, {
        in: uriOf('.codex/agents/deep'),
        name: 'made-in-folder',
        preset: 'implementer',
      }),
    );
    const { document } = await opened(path);
    assert.match(document.getText(), /^name = "made-in-folder"$/m);
    assert.match(document.getText(), /^sandbox_mode = "workspace-write"$/m);
  });

  test('replaces no file, and keeps the name of no other agent', async () => {
    const path = '.claude/agents/python-api-expert.md';
    const before = await stored(path);
    await open('README.md');
    const given = { format: 'claude-code', name: 'python-api-expert', preset: 'reviewer', tools: null };
    const done = vscode.commands.executeCommand(COMMAND, given);
    let isOver = false;
    void done.then(() => {
      isOver = true;
    });
    // The question for another name is open until it is closed.
    await until('the end of the command', async () => {
      if (!isOver) await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isOver || undefined;
    });
    assert.equal(await stored(path), before);
    assert.ok(vscode.window.activeTextEditor?.document.uri.path.endsWith('/README.md'));
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('of the user is offered only where the files of the user are', async () => {
    const client = (await activated()).client() ?? assert.fail('the server runs');
    const places = await client.sendRequest<readonly { scope: string; folder: string }[]>(
      'agentAuthoring/newAgentPlaces',
      {},
    );
    assert.ok(places.some(({ scope }) => scope === 'used'));
    const isWeb = vscode.env.uiKind === vscode.UIKind.Web && root().scheme !== 'file';
    assert.equal(
      places.some(({ scope }) => scope === 'user'),
      !isWeb && root().scheme === 'file',
    );
  });
});

/** "Convert Agent to…": both texts side by side, and a file only when it is asked for. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { activated, leave, open, until } from './editor';

const COMMAND = 'agentAuthoring.convertAgent';
const AGENT = 'hosts/.gemini/agents/converted.md';
const TARGET = 'hosts/.qwen/agents/converted.md';

const text = '---\nname: converted\ndescription: Reviews changes.\ntools: [read_file]\n---\nReview the change.\n';

const uriOf = (path: string): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
};

const exists = async (path: string): Promise<boolean> =>
  vscode.workspace.fs.stat(uriOf(path)).then(
    () => true,
    () => false,
  );

/** The two sides of the active editor of differences, and its title. */
function shownDiff():
  | { readonly label: string; readonly original: vscode.Uri; readonly modified: vscode.Uri }
  | undefined {
  const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
  return tab?.input instanceof vscode.TabInputTextDiff ? { label: tab.label, ...sidesOf(tab.input) } : undefined;
}

const sidesOf = ({ original, modified }: vscode.TabInputTextDiff) => ({ original, modified });

const textOf = async (uri: vscode.Uri): Promise<string> => (await vscode.workspace.openTextDocument(uri)).getText();

/** Starts the command, which waits for an answer to its message. Other messages are in the way of the answer. */
async function convert(given: string | vscode.Uri): Promise<{ readonly done: Thenable<unknown> }> {
  await vscode.commands.executeCommand('notifications.clearAll');
  return { done: vscode.commands.executeCommand(COMMAND, given) };
}

/** Answers the message of the command with a command of VS Code, as soon as the message is there. */
async function answered(done: Thenable<unknown>, command: string): Promise<void> {
  let isOver = false;
  void done.then(() => {
    isOver = true;
  });
  await until('the end of the command', async () => {
    if (!isOver) await vscode.commands.executeCommand(command);
    return isOver || undefined;
  });
}

suite('an agent for another host', () => {
  suiteSetup(async () => {
    await vscode.workspace.fs.writeFile(uriOf(AGENT), new TextEncoder().encode(text));
    await activated();
  });
  teardown(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await leave();
  });
  suiteTeardown(async () => {
    for (const path of [AGENT, TARGET]) if (await exists(path)) await vscode.workspace.fs.delete(uriOf(path));
  });

  test('is shown beside the agent, and nothing is written', async () => {
    await open(AGENT);
    const { done } = await convert('qwen-code');
    const { label, original, modified } = await until('the differences', shownDiff);
    assert.equal(label, 'converted.md for Qwen Code');
    assert.equal(original.toString(), uriOf(AGENT).toString());
    assert.equal(modified.scheme, 'agent-authoring-preview');
    const converted = await textOf(modified);
    assert.match(converted, /^name: converted$/m);
    assert.match(converted, /Review the change\./);
    await answered(done, 'notifications.clearAll');
    assert.equal(await exists(TARGET), false, 'the file exists');
  });

  test('becomes a file when that is chosen, and replaces none', async () => {
    await open(AGENT);
    const { done } = await convert('qwen-code');
    const { modified } = await until('the differences', shownDiff);
    const converted = await textOf(modified);
    await answered(done, 'notification.acceptPrimaryAction');
    assert.equal(await textOf(uriOf(TARGET)), converted);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), uriOf(TARGET).toString());

    await vscode.workspace.fs.writeFile(uriOf(TARGET), new TextEncoder().encode('# mine\n'));
    await open(AGENT);
    const again = await convert('qwen-code');
    await until('the differences', shownDiff);
    await answered(again.done, 'notification.acceptPrimaryAction');
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(TARGET))), '# mine\n');
  });

  test('is that of the tab whose menu was used, for the host that is chosen', async () => {
    await open('README.md');
    const { done } = await convert(uriOf(AGENT));
    const { label, original } = await until('the differences', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return shownDiff();
    });
    assert.match(label, /^converted\.md for /);
    assert.equal(original.toString(), uriOf(AGENT).toString());
    await answered(done, 'notifications.clearAll');
  });

  test('is not shown unasked where the agent would get more than it has', async () => {
    const { document } = await open(AGENT);
    const { done } = await convert('codex');
    // VS Code shows no dialog in tests. The window of the packaged extension has one.
    const outcome = await done.then(
      () => 'shown',
      (error: unknown) => String(error),
    );
    assert.match(outcome, /In Codex, the agent would get more than it has/);
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), document.uri.toString());
  });

  test('is refused for a file that is no agent, and for one that does not load', async () => {
    for (const path of ['hosts/.claude/skills/changelog/SKILL.md', 'hosts/.opencode/agents/reviewer.md']) {
      const { document } = await open(path);
      const { done } = await convert('codex');
      await done;
      assert.equal(
        vscode.window.activeTextEditor?.document.uri.toString(),
        document.uri.toString(),
        'nothing is shown',
      );
    }
  });

  test('is not offered for other files', async () => {
    await open('README.md');
    const { done } = await convert('codex');
    await done;
    assert.equal(shownDiff(), undefined);
  });
});

/** A file that several hosts read: what another host makes of it is said while a sign of that host is in the project. */
import * as vscode from 'vscode';
import * as assert from './assert';
import { activated, codeOf, deleteFile, leave, open, ours, textOf, until, writeFile } from './editor';

/** In a folder of its own, because others have signs of the host. */
const FOLDER = 'readers';
const AGENT = `${FOLDER}/.claude/agents/research.md`;
const SIGN = `${FOLDER}/.github/copilot/settings.json`;
const TEXT = '---\nname: research\ndescription: Reads the code and says what it does.\n---\nSay what the code does.\n';

const uriOf = (path: string): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
};

/** The message about the name, which is that of a built-in agent of the other host only. */
const message = (document: vscode.TextDocument): string | undefined =>
  ours(document).find((found) => codeOf(found) === 'name-built-in')?.message;

suite('a file that several hosts read', () => {
  suiteSetup(async () => {
    await activated();
    await writeFile(uriOf(AGENT), TEXT);
  });
  teardown(leave);
  suiteTeardown(() => vscode.workspace.fs.delete(uriOf(FOLDER), { recursive: true }));

  test('is checked for another host while a sign of it is there', async () => {
    const { document } = await open(AGENT);
    for (let round = 0; round < 2; round++) {
      await writeFile(uriOf(SIGN), '{}\n');
      assert.match(await until('the diagnostic', () => message(document)), /Copilot CLI/);
      await deleteFile(uriOf(SIGN));
      await until('no diagnostic', () => (message(document) === undefined ? true : undefined));
    }
  });

  test('is checked for a host that the settings name', async () => {
    const { document } = await open(AGENT);
    const settings = vscode.workspace.getConfiguration('agentAuthoring');
    await settings.update('hosts', ['copilot-cli'], vscode.ConfigurationTarget.Workspace);
    try {
      assert.match(await until('the diagnostic', () => message(document)), /Copilot CLI/);
    } finally {
      await settings.update('hosts', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await until('no diagnostic', () => (message(document) === undefined ? true : undefined));
  });

  test('has a table over its first line, with a column for each host', async () => {
    const { document } = await open(AGENT);
    const text = await until('the table', async () => {
      const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(0, 1),
      );
      return hovers.flatMap(({ contents }) => contents.map(textOf)).find((content) => content.includes('| --- |'));
    });
    assert.match(text, /^\| *\| Claude Code [\d.]+ \| VS Code [\d.]+ \| Copilot CLI [\d.]+ \|$/m);
  });
});

/** A folder that is treated as agents, and what the server says in the configuration file that this writes. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { activated, codeOf, labelOf, leave, open, ours, place, textOf, until } from './editor';

const AGENT = [
  '---',
  'name: deployer',
  'description: Deploys the service that the request names, and reports what it has done.',
  'tools: Read, Deploy',
  '---',
  '',
  'You deploy services.',
  '',
].join('\n');

suite('a folder that is treated as agents', () => {
  const folderOf = (): vscode.Uri => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder, 'a folder is open');
    return vscode.Uri.joinPath(folder.uri, 'elsewhere');
  };
  const file = (): vscode.Uri => vscode.Uri.joinPath(folderOf(), 'prompts/deployer.md');
  // Of its own, so that no other test sees it.
  const configuration = (): vscode.Uri => vscode.Uri.joinPath(folderOf(), '.agent-authoring.json');
  const write = (uri: vscode.Uri, text: string): Thenable<void> =>
    vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));

  setup(async function () {
    const isWritten = await write(file(), AGENT).then(
      () => true,
      () => false,
    );
    // The file system of the web host cannot be written to in every version.
    if (!isWritten) return this.skip();
    await write(configuration(), '{\n  // Ours.\n  "rules": { "name-file": "off" }\n}\n');
    await activated();
  });
  teardown(async () => {
    await leave();
    await Promise.resolve(vscode.workspace.fs.delete(folderOf(), { recursive: true })).catch(() => undefined);
  });

  test('is written into the configuration file with its comments, and its files are checked at once', async () => {
    const { document } = await open('elsewhere/prompts/deployer.md');
    await vscode.commands.executeCommand(
      'agentAuthoring.treatAsAgents',
      vscode.Uri.joinPath(file(), '..'),
      'claude-code',
    );
    const written = new TextDecoder().decode(await vscode.workspace.fs.readFile(configuration()));
    assert.equal(
      written,
      '{\n  // Ours.\n  "rules": { "name-file": "off" },\n  "files": {\n    "prompts/**/*.md": "claude-code"\n  }\n}\n',
    );
    await until('the unknown tool', () =>
      ours(document).some((one) => codeOf(one) === 'tool-unknown') ? true : undefined,
    );
  });

  test('has a configuration file with problems, completion, hover and a quick fix of our own', async () => {
    await vscode.commands.executeCommand(
      'agentAuthoring.treatAsAgents',
      vscode.Uri.joinPath(file(), '..'),
      'claude-code',
    );
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file()), { preview: false });
    const editor = await open('elsewhere/.agent-authoring.json');
    const { document } = editor;
    assert.equal(document.languageId, 'jsonc');
    const text = '{\n  "ignore": ["[a]"],\n  "rules": { "name-file": "off" },\n  "allow": { "tools": [""] }\n}\n';
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, document.lineCount, 0), text));
    const found = await until('the problem', () => ours(document)[0]);
    assert.equal(document.getText(found.range), '"[a]"');
    assert.equal(ours(document).length, 1);
    place(editor, new vscode.Position(3, 24));
    await until('the unknown name', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(3, 24),
      );
      return list.items.map(labelOf).includes('Deploy') ? true : undefined;
    });
    const hovers = await until('the rule', async () => {
      const shown = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        new vscode.Position(2, 16),
      );
      const texts = shown.flatMap(({ contents }) => contents.map(textOf));
      return texts.some((one) => one.includes('Default severity')) ? texts : undefined;
    });
    assert.equal(hovers.filter((one) => one.includes('Default severity')).length, 1);
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), '  "version": "newest",\n'));
    const fix = await until('the quick fix', async () => {
      const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(1, 5, 1, 5),
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions.find(({ title }) => title === 'Replace it with `0.1.0`');
    });
    assert.ok(fix.edit !== undefined && (await vscode.workspace.applyEdit(fix.edit)));
    assert.equal(document.lineAt(1).text, '  "version": "0.1.0",');
  });
});

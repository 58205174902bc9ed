/** Files that a link leads to, created and deleted by other means than the explorer of the editor. */
import * as vscode from 'vscode';
import { leave, open, until } from './editor';

const encoder = new TextEncoder();

suite('other files', () => {
  teardown(leave);

  test('a missing link is reported, and no longer when the file is created', async () => {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    if (folder === undefined) throw new Error('a folder is open');
    const at = (path: string): vscode.Uri => vscode.Uri.joinPath(folder.uri, path);
    const text = '---\nname: linked\ndescription: Follows a link to another file.\n---\nSee [it](new/it.md).\n';
    await vscode.workspace.fs.writeFile(at('.claude/agents/linked.md'), encoder.encode(text));
    const { document } = await open('.claude/agents/linked.md');
    const missing = (): boolean =>
      vscode.languages
        .getDiagnostics(document.uri)
        .some(({ code }) => (typeof code === 'object' ? code.value : code) === 'link-missing');
    try {
      await until('the missing link', () => missing() || undefined);
      await vscode.workspace.fs.writeFile(at('.claude/agents/new/it.md'), encoder.encode('Hi\n'));
      await until('no missing link', () => !missing() || undefined);
      await vscode.workspace.fs.delete(at('.claude/agents/new'), { recursive: true });
      await until('the missing link again', () => missing() || undefined);
    } finally {
      await vscode.workspace.fs.delete(at('.claude/agents/linked.md'));
    }
  });
});

/** Creates the file of a new agent and opens it, so that a person can fill in one placeholder after the other. */
import { l10n, Range, SnippetString, type Uri, WorkspaceEdit, window, workspace } from 'vscode';

/** @param snippet The same text with a tab stop for each placeholder. A file that exists is never replaced. */
export async function createAgent(
  file: Uri,
  { text, snippet }: { readonly text: string; readonly snippet: string },
): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.createFile(file, { overwrite: false, contents: new TextEncoder().encode(text) });
  if (!(await workspace.applyEdit(edit))) {
    void window.showErrorMessage(l10n.t('{0} exists already, or cannot be written.', workspace.asRelativePath(file)));
    return;
  }
  const editor = await window.showTextDocument(file, { preview: false });
  const { document } = editor;
  // The lines of the snippet are not to be indented by tabs, which YAML does not take.
  editor.options = { insertSpaces: true, tabSize: 2 };
  const whole = new Range(document.positionAt(0), document.positionAt(document.getText().length));
  await editor.insertSnippet(new SnippetString(snippet), whole);
  // The text is that of the file.
  await document.save();
}

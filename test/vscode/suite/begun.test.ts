/** Frontmatter that is being written: what VS Code offers after dashes, first letters and an open bracket. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { faults, labelOf, leave, lineOf, openAgent, place, until } from './editor';

/** Replaces the whole text of the sample and puts the cursor at the end of `line`. */
async function write(text: string, line: number): Promise<vscode.TextEditor> {
  const editor = await openAgent();
  const { document } = editor;
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  await editor.edit((edit) => edit.replace(whole, text));
  place(editor, document.lineAt(line).range.end);
  return editor;
}

/** The item with a label that VS Code offers at the cursor. */
const offered = ({ document, selection }: vscode.TextEditor, label: string): Promise<vscode.CompletionItem> =>
  until(`the item ${label}`, async () => {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      selection.active,
    );
    return items.find((item) => labelOf(item) === label);
  });

/** What the item replaces, and with which text. */
function editOf(document: vscode.TextDocument, { range, insertText }: vscode.CompletionItem): readonly string[] {
  assert.ok(range, 'the item has a range');
  const replaced = range instanceof vscode.Range ? range : range.replacing;
  const text = insertText instanceof vscode.SnippetString ? insertText.value : (insertText ?? '');
  return [document.getText(replaced), text];
}

suite('frontmatter that is being written', () => {
  teardown(leave);

  test('dashes are replaced by whole frontmatter', async () => {
    const editor = await write('---', 0);
    const [replaced, text] = editOf(editor.document, await offered(editor, '--- agent frontmatter'));
    assert.equal(replaced, '---');
    assert.match(text ?? '', /^---\r?\nname: /);
  });

  test('the first letter of a key is completed before the frontmatter is closed', async () => {
    const editor = await write('---\nn\n\nYou review code.\n', 1);
    assert.equal(editOf(editor.document, await offered(editor, 'name')), ['n', 'name: ']);
  });

  test('an unclosed list is closed, and nothing else is offered', async () => {
    const { document } = await write('---\nname: a\ndescription: Reviews code.\ntools: [Read, LS\n---\nHi\n', 3);
    const line = lineOf(document, 'tools:');
    await until('a diagnostic', () => faults(document).find(({ message }) => message.startsWith('Close the list')));
    const fixes = await until('a quick fix', async () => {
      const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(line.range.end, line.range.end),
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions.length > 0 ? actions : undefined;
    });
    // What is offered for every problem comes after, and never by one key.
    const others = fixes.filter(({ title }) => !/^(?:Disable|Show documentation|Copy reproduction)/.test(title));
    assert.equal(
      others.map(({ title, isPreferred }) => [title, isPreferred]),
      [['Close the list with `]`', true]],
    );
  });
});

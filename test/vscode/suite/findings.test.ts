/** The problem in the sample agent: its range, its message, and the edits that fix it. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { faults, leave, lineOf, openAgent, rewrite, until } from './editor';

const fixed = 'tools: Read, Write, Edit, Bash, Grep';
const fixAll = 'source.fixAll.agentAuthoring';

/** How many actions VS Code asks for their edits, as it does when a person chooses one. */
const RESOLVED = 20;

const actions = (document: vscode.TextDocument, range: vscode.Range, kind: string) =>
  vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind,
    RESOLVED,
  );

async function apply(action: vscode.CodeAction): Promise<void> {
  assert.ok(action.edit, `'${action.title}' holds its edit`);
  assert.equal(await vscode.workspace.applyEdit(action.edit), true);
}

suite('findings', () => {
  teardown(leave);

  test('MultiEdit is the only problem, with a range of exactly nine characters', async () => {
    const { document } = await openAgent();
    await until('a diagnostic', () => faults(document)[0]);
    const all = faults(document);
    assert.equal(
      all.map((found) => document.getText(found.range)),
      ['MultiEdit'],
    );
    assert.equal(all[0]?.range.start.line, lineOf(document, 'tools:').lineNumber);
  });

  test('the message says that MultiEdit was removed and that Edit is already there', async () => {
    const { document } = await openAgent();
    const { message } = await until('a diagnostic', () => faults(document)[0]);
    assert.match(message, /MultiEdit.*removed/);
    assert.match(message, /Edit`? is already/);
  });

  test('the quick fix removes the name and nothing else', async () => {
    const { document } = await openAgent();
    const found = await until('a diagnostic', () => faults(document)[0]);
    const before = document.getText();
    // The answer is empty when a change comes in between, so ask until the action is there. Enter chooses the first one.
    const fix = await until('the quick fix', async () =>
      (await actions(document, found.range, vscode.CodeActionKind.QuickFix.value)).find((action) => action.edit),
    );
    await apply(fix);
    assert.equal(lineOf(document, 'tools:').text, fixed);
    assert.equal(document.getText(), before.replace(', MultiEdit', ''));
    await until('no diagnostic', () => faults(document).length === 0 || undefined);
  });

  test('fix all repairs the file in one action', async () => {
    const { document } = await openAgent();
    await until('a diagnostic', () => faults(document)[0]);
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const fix = await until('the fix-all action', async () =>
      (await actions(document, whole, fixAll)).find((action) => action.kind?.value === fixAll),
    );
    await apply(fix);
    assert.equal(lineOf(document, 'tools:').text, fixed);
  });

  test('fix all runs on save when the setting is on', async () => {
    const editor = await openAgent();
    const { document } = editor;
    const before = document.getText();
    const settings = vscode.workspace.getConfiguration('editor', document);
    await settings.update('codeActionsOnSave', { [fixAll]: 'explicit' }, vscode.ConfigurationTarget.Global);
    try {
      await until('a diagnostic', () => faults(document)[0]);
      // VS Code cancels the actions of a save when another extension registers a provider meanwhile, as happens at startup.
      await until('a save that fixes', async () => {
        const heading = lineOf(document, '## ');
        await rewrite(editor, heading, `${heading.text} `);
        // A cancelled save reports it; try again.
        if (!(await document.save())) return undefined;
        return lineOf(document, 'tools:').text === fixed || undefined;
      });
      assert.equal(document.isDirty, false);
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
      await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, document.lineCount, 0), before));
      await document.save();
    }
  });
});

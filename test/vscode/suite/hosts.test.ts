/** An agent of a second host: it is recognized, checked and fixed by that host's rules. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { faults, leave, lineOf, open, until } from './editor';

const lensOf = async (document: vscode.TextDocument): Promise<string | undefined> =>
  (await vscode.commands.executeCommand<readonly vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri))
    .map((lens) => lens.command?.title)
    .find((title) => title !== undefined && /load/.test(title));

suite('an agent of Gemini CLI', () => {
  teardown(leave);

  test('does not load because of one tool name, and loads after one quick fix', async () => {
    const { document } = await open('.gemini/agents/code-reviewer.md');
    const fault = await until('the diagnostic', () => faults(document)[0]);
    assert.equal(document.getText(fault.range), 'Grep');
    assert.equal(fault.severity, vscode.DiagnosticSeverity.Error);
    assert.match((await until('the lens', () => lensOf(document))) ?? '', /^Not loaded/);
    const fix = await until('the quick fix', async () =>
      (
        await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          fault.range,
          vscode.CodeActionKind.QuickFix.value,
        )
      ).find((action) => action.edit),
    );
    assert.ok(fix.edit, 'the fix holds its edit');
    assert.equal(await vscode.workspace.applyEdit(fix.edit), true);
    assert.equal(lineOf(document, '  - grep').text, '  - grep_search');
    await until('no fault', () => faults(document).length === 0 || undefined);
    const title = await until('the lens of a loaded agent', async () => {
      const now = await lensOf(document);
      return now?.startsWith('loads') ? now : undefined;
    });
    assert.equal(title, 'Loads as `code-reviewer` · 2 tools');
  });
});

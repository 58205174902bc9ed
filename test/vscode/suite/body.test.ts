/** Sections and the completion report in the editor, for an agent whose repository requires additional report keys. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { labelOf, leave, lineOf, open, place, source, textOf, until } from './editor';

const openReporter = (): Promise<vscode.TextEditor> => open('reports/.claude/agents/reporter.md');

/** Our completions at the end of a new line. Those of VS Code and of snippets have no documentation. */
async function offeredAt(editor: vscode.TextEditor, line: number, text: string): Promise<readonly string[]> {
  const { document } = editor;
  await editor.edit((edit) => edit.insert(new vscode.Position(line, 0), `${text}\n`));
  const at = document.lineAt(line).range.end;
  return until('our completions', async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      at,
      undefined,
      100,
    );
    const ours = list.items.filter((item) => textOf(item.documentation) !== '');
    const sorted = ours.sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1)).map(labelOf);
    return sorted.length > 0 ? sorted : undefined;
  });
}

const actionAt = (
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: string,
  title: string,
): Promise<vscode.CodeAction> =>
  until(title, async () => {
    const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      kind,
    );
    return actions.find((action) => action.title === title && action.edit !== undefined);
  });

async function apply({ edit }: vscode.CodeAction): Promise<void> {
  assert.ok(edit);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

const missingKey = (document: vscode.TextDocument): Promise<vscode.Diagnostic> =>
  until('the diagnostic about the key', () =>
    vscode.languages.getDiagnostics(document.uri).find(({ message, ...found }) => {
      return found.source === source && message.includes('is missing `risk`');
    }),
  );

suite('body', () => {
  teardown(leave);

  test('a key that the configuration file of the folder requires is reported and added in its place', async () => {
    const { document } = await openReporter();
    const { range } = await missingKey(document);
    assert.equal(document.getText(range), 'completion_report');
    await apply(await actionAt(document, range, vscode.CodeActionKind.QuickFix.value, 'Add the key `risk`'));
    const { lineNumber } = lineOf(document, '  changes_summary:');
    assert.equal(document.lineAt(lineNumber + 1).text, '  risk: "[low, medium or high]"');
    await until('no diagnostic', () =>
      vscode.languages.getDiagnostics(document.uri).every((found) => found.source !== source) ? true : undefined,
    );
  });

  test('the keys of a report are completed, those that the folder requires first', async () => {
    const editor = await openReporter();
    await missingKey(editor.document);
    const labels = await offeredAt(editor, lineOf(editor.document, '  changes_summary:').lineNumber, '  ');
    assert.equal(labels.slice(0, 2), ['risk', 'files_modified']);
    assert.ok(!labels.includes('agent'), String(labels));
  });

  test('the inserted report has the keys that the folder requires', async () => {
    const editor = await openReporter();
    const { document } = editor;
    await missingKey(document);
    const { lineNumber } = lineOf(document, 'completion_report:');
    await editor.edit((edit) => edit.replace(new vscode.Range(lineNumber - 1, 0, document.lineCount, 0), ''));
    place(editor, document.lineAt(document.lineCount - 1).range.end);
    await vscode.commands.executeCommand('agentAuthoring.insertCompletionReport');
    await until('the report', () => (document.getText().includes('completion_report:') ? true : undefined));
    assert.equal(
      document
        .getText()
        .split(/\r?\n/)
        .slice(lineNumber - 1, lineNumber + 5),
      [
        '```yaml',
        'completion_report:',
        '  agent: "reporter"',
        '  changes_summary: "[what was done, in a sentence]"',
        '  risk: "[low, medium or high]"',
        '```',
      ],
    );
  });

  test('headings are completed, sections that are missing first', async () => {
    const editor = await openReporter();
    const labels = await offeredAt(editor, lineOf(editor.document, '## Response').lineNumber, '## ');
    assert.ok(labels.includes('Task Execution Protocol'), String(labels));
    assert.ok(!labels.includes('Response Format') && !labels.includes('Forbidden Access'), String(labels));
  });

  test('a section is inserted where it usually is', async () => {
    const { document } = await openReporter();
    const { range } = lineOf(document, '## Boundaries');
    await apply(await actionAt(document, range, 'refactor', 'Insert section “Task Execution Protocol”'));
    const titles = document.getText().match(/^## .*$/gm);
    assert.equal(titles, ['## Boundaries', '## Task Execution Protocol', '## Response Format']);
  });

  test('the template of an empty section is offered in it', async () => {
    const editor = await openReporter();
    const { lineNumber } = lineOf(editor.document, '## Response');
    await editor.edit((edit) => edit.insert(new vscode.Position(lineNumber, 0), '## Endpoint Pattern\n\n\n'));
    const labels = await offeredAt(editor, lineNumber + 1, '');
    assert.equal(labels[0], 'API Architecture Pattern');
    // This client loads them as snippets itself.
    assert.ok(!labels.some((label) => label.startsWith('Endpoint Pattern:')), String(labels));
  });

  test('a bold line used as a heading is explained', async () => {
    const { document } = await openReporter();
    const at = lineOf(document, '**Will Not:**').range.start.translate(0, 4);
    await until('the hover', async () => {
      const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      return hovers.flatMap(({ contents }) => contents.map(textOf)).find((text) => text.includes('Forbidden Access'));
    });
  });
});

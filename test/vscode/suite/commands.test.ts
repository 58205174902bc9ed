/** The two insert commands: what they insert and where, with and without the question. */

import * as vscode from 'vscode';
import agents from '../../../snippets/agents.json';
import endpoints from '../../../snippets/endpoints.json';
import * as assert from './assert';
import { leave, lineOf, openAgent, place, rewrite, until } from './editor';

const [firstKey, first] = Object.entries(endpoints)[0] ?? assert.fail('there are endpoint patterns');

/** A line of the snippet without a placeholder, so that it is inserted unchanged. */
const plainLine = (body: readonly string[]): string =>
  body.find((line) => line.trim().length > 8 && !/[$\\}]/.test(line)) ?? assert.fail('a line without placeholders');

const insertions = (document: vscode.TextDocument, line: string): number =>
  document
    .getText()
    .split('\n')
    .filter((text) => text === line).length;

suite('commands', () => {
  teardown(leave);

  test('an endpoint pattern is inserted on separate lines', async () => {
    const editor = await openAgent();
    const { document } = editor;
    const heading = lineOf(document, '## ');
    const line = plainLine(first.body);
    const before = insertions(document, line);
    place(editor, heading.range.end);
    await vscode.commands.executeCommand('agentAuthoring.insertEndpointPattern', firstKey);
    await until('the pattern', () => insertions(document, line) > before || undefined);
    assert.equal(document.lineAt(heading.lineNumber).text, heading.text);
    assert.equal(document.lineAt(heading.lineNumber + 1).text, '');
  });

  test('without an argument the command shows the list of frameworks', async () => {
    const { document } = await openAgent();
    const length = document.getText().length;
    const done = vscode.commands.executeCommand('agentAuthoring.insertEndpointPattern');
    await until('the answer', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return document.getText().length > length || undefined;
    });
    await done;
    assert.ok(insertions(document, plainLine(first.body)) > 0);
  });

  test('the completion report is never inserted into the frontmatter', async () => {
    const editor = await openAgent();
    const { document } = editor;
    const { lineNumber } = lineOf(document, 'tools:');
    const frontMatter = document.getText(new vscode.Range(0, 0, lineNumber + 2, 0));
    place(editor, new vscode.Position(lineNumber, 3));
    const length = document.getText().length;
    await vscode.commands.executeCommand('agentAuthoring.insertCompletionReport');
    await until('the report', () => document.getText().length > length || undefined);
    assert.equal(document.getText(new vscode.Range(0, 0, lineNumber + 2, 0)), frontMatter);
    assert.ok(agents['Completion Report'].body.length > 5);
    assert.match(document.getText(new vscode.Range(lineNumber + 2, 0, lineNumber + 20, 0)), /completion_report:/);
  });

  test('the completion report has the name from the frontmatter, not from the file', async () => {
    const editor = await openAgent();
    const { document } = editor;
    await rewrite(editor, lineOf(document, 'name:'), 'name: another-name');
    await editor.edit((edit) => edit.replace(new vscode.Range(6, 0, document.lineCount, 0), ''));
    place(editor, new vscode.Position(document.lineCount - 1, 0));
    await vscode.commands.executeCommand('agentAuthoring.insertCompletionReport');
    await until('the report', () => document.getText().includes('completion_report:') || undefined);
    assert.equal(lineOf(document, '  agent:').text, '  agent: "another-name"');
  });

  const report = agents['Completion Report'].body.filter((line) => line !== '' && line !== '$0');
  const cases = [
    { title: 'an empty file', text: '', line: 0, before: [], after: [''] },
    { title: 'the last line', text: 'a', line: 0, before: ['a', ''], after: [''] },
    { title: 'a line of text', text: 'a\nb', line: 0, before: ['a', ''], after: ['', 'b'] },
    { title: 'a line before a blank line', text: 'a\n\nb', line: 0, before: ['a', ''], after: ['', 'b'] },
    { title: 'a blank line', text: 'a\n\nb', line: 1, before: ['a', ''], after: ['', 'b'] },
    {
      title: 'frontmatter alone',
      text: '---\nname: a\n---',
      line: 1,
      before: ['---', 'name: a', '---', ''],
      after: [''],
    },
  ];
  for (const { title, text, line, before, after } of cases) {
    test(`a report inserted at ${title} has blank lines around it`, async () => {
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
      place(await vscode.window.showTextDocument(document), new vscode.Position(line, 0));
      await vscode.commands.executeCommand('agentAuthoring.insertCompletionReport');
      await until('the report', () => document.lineCount >= report.length || undefined);
      const lines = document.getText().split(/\r?\n/);
      assert.equal(lines.slice(0, before.length), before, 'before');
      assert.equal(lines[before.length], report[0], 'first line');
      assert.equal(lines.slice(lines.length - after.length), after, 'after');
      assert.equal(lines.at(-1 - after.length), report.at(-1), 'last line');
    });
  }

  test('without an editor the commands show a message', async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await until('no editor', () => vscode.window.activeTextEditor === undefined || undefined);
    await vscode.commands.executeCommand('agentAuthoring.insertEndpointPattern');
    await vscode.commands.executeCommand('agentAuthoring.insertCompletionReport');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});

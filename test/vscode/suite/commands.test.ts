/** The two insert commands: what they insert and where, with and without the question. */

import * as vscode from 'vscode';
import agents from '../../../snippets/agents.json';
import endpoints from '../../../snippets/endpoints.json';
import * as assert from './assert';
import { activated, leave, lineOf, open, openAgent, place, rewrite, until } from './editor';

const [firstKey, first] = Object.entries(endpoints)[0] ?? assert.fail('there are endpoint patterns');

/** A line of the snippet without a placeholder, so that it is inserted unchanged. */
const plainLine = (body: readonly string[]): string =>
  body.find((line) => line.trim().length > 8 && !/[$\\}]/.test(line)) ?? assert.fail('a line without placeholders');

const insertions = (document: vscode.TextDocument, line: string): number =>
  document
    .getText()
    .split('\n')
    .filter((text) => text === line).length;

const head = '---\nname: a\ndescription: Reviews code.\n---\n';

/** The agent of the sample with another text. */
async function write(text: string): Promise<vscode.TextEditor> {
  const editor = await openAgent();
  await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, editor.document.lineCount, 0), text));
  return editor;
}

suite('commands', () => {
  // Without a server the commands insert at the cursor.
  suiteSetup(async () => {
    await openAgent();
    const { client } = await activated();
    await until('the server', () => client()?.isRunning() || undefined);
  });
  teardown(leave);

  test('an endpoint pattern goes to its section, wherever the cursor is', async () => {
    const editor = await write(`${head}\n## Scope\n\n- a\n- b\n\n## Endpoint Pattern\n\nLike this:\n`);
    const { document } = editor;
    place(editor, new vscode.Position(7, 3));
    await vscode.commands.executeCommand('agentAuthoring.insertEndpointPattern', firstKey);
    await until('the pattern', () => insertions(document, plainLine(first.body)) > 0 || undefined);
    const lines = document.getText().split(/\r?\n/);
    assert.equal(lines.slice(4, 14), [
      '',
      '## Scope',
      '',
      '- a',
      '- b',
      '',
      '## Endpoint Pattern',
      '',
      'Like this:',
      '',
    ]);
    assert.equal(lines[14], first.body[0]);
    assert.ok(editor.selection.active.line > 14, 'the cursor is at the first placeholder');
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

  test('the completion report goes to its section, from the frontmatter too', async () => {
    const editor = await write(`${head}\n## Response Format\n\nEnd so:\n\n## Scope\n\n- a\n`);
    const { document } = editor;
    place(editor, new vscode.Position(1, 3));
    await vscode.commands.executeCommand('agentAuthoring.insertCompletionReport');
    await until('the report', () => document.getText().includes('completion_report:') || undefined);
    const lines = document.getText().split(/\r?\n/);
    assert.equal(lines.slice(0, 11), [
      ...head.split('\n').slice(0, 4),
      '',
      '## Response Format',
      '',
      'End so:',
      '',
      '```yaml',
      'completion_report:',
    ]);
    assert.equal(lines.slice(-5), ['', '## Scope', '', '- a', '']);
  });

  test('a report that is there is selected, and no second one inserted', async () => {
    const report = '```yaml\ncompletion_report:\n  agent: a\n```';
    const editor = await write(`${head}\nYou review.\n\n## Response Format\n\n${report}\n`);
    const { document } = editor;
    const before = document.getText();
    place(editor, new vscode.Position(5, 0));
    await vscode.commands.executeCommand('agentAuthoring.insertCompletionReport');
    await until('the selection', () => (editor.selection.isEmpty ? undefined : true));
    assert.equal(document.getText(editor.selection).replaceAll('\r\n', '\n'), report);
    assert.equal(document.getText(), before);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  test('in TOML the report goes into the text of the agent, and nowhere else', async () => {
    const editor = await open('hosts/.codex/agents/reviewer.toml');
    const { document } = editor;
    const replace = (text: string): Thenable<boolean> =>
      editor.edit((edit) => edit.replace(new vscode.Range(0, 0, document.lineCount, 0), text));
    const fields = 'name = "a"\ndescription = "b"\n';
    await replace(`${fields}developer_instructions = '''\nYou review.\n'''\n`);
    await vscode.commands.executeCommand('agentAuthoring.insertCompletionReport');
    await until('the report', () => document.getText().includes('completion_report:') || undefined);
    assert.match(document.getText(), /'''\r?\nYou review\.\r?\n\r?\n## Response Format\r?\n[\s\S]*```\r?\n'''\r?\n$/);
    await replace(fields);
    await vscode.commands.executeCommand('agentAuthoring.insertCompletionReport');
    assert.equal(document.getText(), fields);
    await vscode.commands.executeCommand('notifications.clearAll');
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

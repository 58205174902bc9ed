/** Selection, links, colors, formatting and help while typing, as VS Code shows and applies them. */

import * as vscode from 'vscode';
import { tokenLegend } from '../../../server/core/features/tokens';
import * as assert from './assert';
import { leave, lineOf, openAgent, place, rewrite, until } from './editor';

/** The answer of VS Code's command about the document, asked until `wanted` finds something in it. */
function ask<T, R>(
  command: string,
  { uri }: vscode.TextDocument,
  rest: readonly unknown[],
  wanted: (answer: T) => R | undefined,
): Promise<R> {
  return until(command, async () => {
    const answer = await vscode.commands.executeCommand<T | undefined>(command, uri, ...rest);
    return answer === undefined || answer === null ? undefined : wanted(answer);
  });
}

suite('structure', () => {
  teardown(leave);

  test('the size is after the description, and after headings on request', async () => {
    const { document } = await openAgent();
    const hintsAt = (wanted: number) =>
      ask(
        'vscode.executeInlayHintProvider',
        document,
        [new vscode.Range(0, 0, document.lineCount, 0)],
        (hints: readonly vscode.InlayHint[]) => {
          const ours = hints.filter(({ label }) => typeof label === 'string' && /~\d+ tokens?$/.test(label));
          return ours.length >= wanted ? ours : undefined;
        },
      );
    const description = lineOf(document, 'description:').range.end;
    const [first, ...others] = await hintsAt(1);
    assert.equal(others, []);
    assert.ok(first?.position.isEqual(description), String(first?.position.line));
    const settings = vscode.workspace.getConfiguration('agentAuthoring', document);
    try {
      await settings.update('tokens.inlayHints', 'all', vscode.ConfigurationTarget.Global);
      const lines = (await hintsAt(3)).map(({ position }) => position.line);
      assert.ok(lines.includes(lineOf(document, '## ').lineNumber), String(lines));
    } finally {
      await settings.update('tokens.inlayHints', undefined, vscode.ConfigurationTarget.Global);
    }
    await until('the hint alone', async () => ((await hintsAt(1)).length === 1 ? true : undefined));
  });

  test('the selection grows from a tool to the list', async () => {
    const { document } = await openAgent();
    const line = lineOf(document, 'tools:');
    const at = new vscode.Position(line.lineNumber, line.text.indexOf('Bash') + 1);
    const texts = await ask(
      'vscode.executeSelectionRangeProvider',
      document,
      [[at]],
      ([first]: readonly vscode.SelectionRange[]) => {
        const found: string[] = [];
        for (let range = first; range !== undefined; range = range.parent) found.push(document.getText(range.range));
        return found.includes(line.text.slice('tools: '.length)) ? found : undefined;
      },
    );
    assert.ok(texts.includes('Bash') && texts.includes(line.text), String(texts));
  });

  test('tools are colored by what is known about them', async () => {
    const { document } = await openAgent();
    // The command for the legend returns VS Code's own legend, for the variables that it colors in such files.
    const data = await ask('vscode.provideDocumentSemanticTokens', document, [], (answer: vscode.SemanticTokens) =>
      answer.data.length > 0 ? answer.data : undefined,
    );
    const deprecated = 1 << tokenLegend.tokenModifiers.indexOf('deprecated');
    let line = 0;
    let character = 0;
    const words: string[] = [];
    for (let i = 0; i + 4 < data.length; i += 5) {
      line += data[i] ?? 0;
      character = (data[i] === 0 ? character : 0) + (data[i + 1] ?? 0);
      const range = new vscode.Range(line, character, line, character + (data[i + 2] ?? 0));
      if (((data[i + 4] ?? 0) & deprecated) !== 0) words.push(document.getText(range));
    }
    assert.equal(words, ['MultiEdit']);
  });

  test('formatting changes the frontmatter and leaves the body', async () => {
    const editor = await openAgent();
    const { document } = editor;
    const before = document.getText();
    await rewrite(editor, lineOf(document, 'tools:'), 'tools:   [ Read,Edit ]  ');
    const edits = await ask(
      'vscode.executeFormatDocumentProvider',
      document,
      [{ tabSize: 4, insertSpaces: true }],
      (found: readonly vscode.TextEdit[]) => (found.length > 0 ? found : undefined),
    );
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, [...edits]);
    await vscode.workspace.applyEdit(edit);
    assert.equal(document.getText(), before.replace(/^tools: .*$/m, 'tools: [Read, Edit]'));
  });

  test('Enter continues a task list', async () => {
    const editor = await openAgent();
    const { document } = editor;
    const { lineNumber } = lineOf(document, '- [ ] ');
    place(editor, document.lineAt(lineNumber).range.end);
    await vscode.commands.executeCommand('type', { text: '\n' });
    await until('the next checkbox', () => (document.lineAt(lineNumber + 1).text === '- [ ] ' ? true : undefined));
    await until('the cursor after it', () => (editor.selection.active.character === 6 ? true : undefined));
  });

  test('a tag is closed below the cursor', async () => {
    const editor = await openAgent();
    const { document } = editor;
    const { lineNumber } = lineOf(document, '## ');
    await editor.edit((edit) => edit.insert(new vscode.Position(lineNumber, 0), '<example\n\n'));
    place(editor, new vscode.Position(lineNumber, '<example'.length));
    await vscode.commands.executeCommand('type', { text: '>' });
    await until('the closing tag', () => (document.lineAt(lineNumber + 1).text === '</example>' ? true : undefined));
    assert.equal(editor.selection.active.line, lineNumber);
  });

  test('a missing section is offered on a heading', async () => {
    const { document } = await openAgent();
    const { range } = lineOf(document, '## ');
    const titles = await ask(
      'vscode.executeCodeActionProvider',
      document,
      [range, 'refactor'],
      (actions: readonly vscode.CodeAction[]) => {
        const ours = actions.map(({ title }) => title).filter((title) => title.startsWith('Insert section'));
        return ours.length > 0 ? ours : undefined;
      },
    );
    assert.ok(titles.length <= 5, String(titles));
  });
});

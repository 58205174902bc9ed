/** Completion, hover and folding as VS Code shows them for the sample agent. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { labelOf, leave, lineOf, openAgent, rewrite, textOf, until } from './editor';

suite('features', () => {
  teardown(leave);

  test('completion in the tools list offers and explains the tools that are not listed yet', async () => {
    const editor = await openAgent();
    const { document } = editor;
    const { lineNumber } = lineOf(document, 'tools:');
    await rewrite(editor, document.lineAt(lineNumber), 'tools: Read, ');
    const at = document.lineAt(lineNumber).range.end;
    const items = await until('our item for Bash', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
        undefined,
        500, // resolved, to include documentation that is sent later
      );
      // VS Code adds items of its own, without documentation.
      const ours = list.items.filter((item) => textOf(item.documentation) !== '');
      return ours.some((item) => labelOf(item) === 'Bash') ? ours : undefined;
    });
    const labels = items.map(labelOf);
    assert.ok(labels.includes('Grep'), `offered: ${labels}`);
    assert.ok(!labels.includes('Read'), `offered: ${labels}`);
    assert.ok(!labels.includes('MultiEdit'), `offered: ${labels}`);
  });

  test('hover explains Bash', async () => {
    const { document } = await openAgent();
    const line = lineOf(document, 'tools:');
    const at = new vscode.Position(line.lineNumber, line.text.indexOf('Bash') + 1);
    const text = await until('our hover', async () => {
      const hovers = await vscode.commands.executeCommand<readonly vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      return hovers.flatMap((hover) => hover.contents.map(textOf)).find((content) => content.includes('**Bash**'));
    });
    assert.match(text, /command/);
  });

  test('frontmatter, sections and code fences fold', async () => {
    const { document } = await openAgent();
    const ranges = await until('folding ranges', async () => {
      const found = await vscode.commands.executeCommand<readonly vscode.FoldingRange[] | undefined>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      return found !== undefined && found.length > 0 ? found : undefined;
    });
    const starts = new Set(ranges.map((range) => range.start));
    assert.ok(starts.has(0), 'the frontmatter folds');
    assert.ok(starts.has(lineOf(document, '## ').lineNumber), 'a section folds');
    assert.ok(starts.has(lineOf(document, '```yaml').lineNumber), 'a fence folds');
  });
});

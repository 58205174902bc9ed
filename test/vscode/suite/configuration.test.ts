/** The configuration file of a repository: VS Code marks what is unknown in it, by the schema of the extension. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { activated, leave, open, openAgent, until } from './editor';

suite('the configuration file', () => {
  teardown(leave);

  test('unknown settings, rules and severities are marked', async function () {
    // Another extension checks JSON; without it there is nothing to test.
    if (vscode.extensions.getExtension('vscode.json-language-features') === undefined) return this.skip();
    await openAgent();
    await activated();
    const editor = await open('reports/.agent-authoring.json');
    const { document } = editor;
    // The test server of the web host does not serve schemas of extensions.
    if (document.uri.scheme === 'vscode-test-web') return this.skip();
    const text = '{\n  "rules": { "tool-renamd": "off", "tool-renamed": "loud" },\n  "sektions": {}\n}\n';
    await editor.edit((edit) => edit.replace(new vscode.Range(0, 0, document.lineCount, 0), text));
    const marked = await until('three diagnostics', () => {
      const found = vscode.languages.getDiagnostics(document.uri).map(({ range }) => document.getText(range));
      return found.length >= 3 ? found : undefined;
    });
    assert.equal([...marked].sort(), ['"loud"', '"sektions"', '"tool-renamd"']);
  });
});

/** An agent of a second host: it is recognized, checked and fixed by that host's rules. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { applyQuickFix, faults, leave, lineOf, loadLens, open, until } from './editor';

suite('an agent of Gemini CLI', () => {
  teardown(leave);

  test('does not load because of one tool name, and loads after one quick fix', async () => {
    const { document } = await open('.gemini/agents/code-reviewer.md');
    const fault = await until('the diagnostic', () => faults(document)[0]);
    assert.equal(document.getText(fault.range), 'Grep');
    assert.equal(fault.severity, vscode.DiagnosticSeverity.Error);
    assert.match((await until('the lens', () => loadLens(document))) ?? '', /^Not loaded/);
    await applyQuickFix(document, fault.range);
    assert.equal(lineOf(document, '  - grep').text, '  - grep_search');
    await until('no fault', () => faults(document).length === 0 || undefined);
    const title = await until('the lens of a loaded agent', async () => {
      const now = await loadLens(document);
      return now?.startsWith('Loads') ? now : undefined;
    });
    assert.equal(title, 'Loads as code-reviewer · 2 tools');
  });
});

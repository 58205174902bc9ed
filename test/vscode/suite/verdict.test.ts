/** What happens to an agent, above its first line: before and after a broken description is repaired. */

import * as vscode from 'vscode';
import { document } from '../../../server/core/text/document';
import * as assert from './assert';
import { applyQuickFix, encodingFault, faults, leave, loadLens, openAgent, until } from './editor';

const broken = document`
  ---
  name: helper
  description: Use this agent for small jobs.
  <example>
  user: "Tidy this up"
  assistant: "I will use the helper"
  </example>
  tools: Read, Edit
  ---

  You help.
  `;

suite('the load verdict', () => {
  teardown(leave);

  test('names the agent, counts its tools and says which one is ignored', async () => {
    const { document } = await openAgent();
    const title = await until('the lens', () => loadLens(document));
    assert.equal(title, 'Loads as python-api-expert · 4 tools · Grep through Bash · MultiEdit ignored');
  });

  test('changes from not loaded to loaded when one quick fix repairs the description', async () => {
    const editor = await openAgent();
    const { document } = editor;
    const whole = () => new vscode.Range(0, 0, document.lineCount, 0);
    await editor.edit((edit) => edit.replace(whole(), broken));
    await until(
      'the lens of an agent that does not load',
      async () => /^Not loaded/.test((await loadLens(document)) ?? '') || undefined,
    );
    const fault = await until('the diagnostic', () => faults(document)[0]);
    await applyQuickFix(document, fault.range);
    const title = await until('the lens of a loaded agent', async () => {
      const now = await loadLens(document);
      return now?.startsWith('Loads') ? now : undefined;
    });
    assert.equal(title, 'Loads as helper · 2 tools');
    for (const line of broken.split('\n').slice(2, 7))
      assert.ok(document.getText().includes(line.slice(line.indexOf('Use'))), line);
    await until('no fault', () => faults(document).length === 0 || undefined);
  });
});

suite('the encoding', () => {
  teardown(leave);

  test('one quick fix turns misread headings back into emoji', async () => {
    const { document } = await openAgent();
    // The seed file may not exist; the sample that replaces it is clean.
    if (!document.getText().includes('üîí')) return console.log('      not run: the seed file is absent');
    const fault = await until('the diagnostic', () => encodingFault(document));
    await applyQuickFix(document, fault.range);
    assert.ok(document.getText().includes('## 🔒 ACCESS RESTRICTIONS'), 'clean headings');
    await until('no diagnostic', () => (encodingFault(document) === undefined ? true : undefined));
  });
});

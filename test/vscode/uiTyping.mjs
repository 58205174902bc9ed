/** The part of the use of the window that is about writing: snippets, lists, the outline, and the command that inserts the report. */
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const head = '---\nname: writer\ndescription: Writes release notes. Use it before a release.\ntools:\n  - Read\n---\n';

/**
 * @param window What the use of the window has: `{ page, step, picture, line, choose }`.
 * @param folder Where the sample goes.
 * @param url Of the workbench with this folder.
 */
export async function useTyping({ page, step, picture, line, choose }, folder, url) {
  const { keyboard } = page;
  const suggestions = page.locator('.suggest-widget.visible');
  const rows = suggestions.locator('.monaco-list-row');
  /** Labels of the rows that are shown, as a screen reader has them. */
  const labels = async () =>
    (await rows.evaluateAll((all) => all.map((row) => row.getAttribute('aria-label') ?? ''))).map(
      (label) => label.split(/[ ,]/)[0],
    );
  const lens = page.locator('.codelens-decoration', { hasText: /^(Loads|Not loaded)/ }).first();

  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const open = async (name) => {
    await keyboard.press('Control+P');
    await choose(name);
    await page.locator('.tab.active', { hasText: name }).waitFor();
    await page.locator('.editor-instance .monaco-editor.focused').first().waitFor();
    await keyboard.press('Control+Home');
    await lens.waitFor();
  };
  const oncePerLabel = async () => {
    const shown = await labels();
    assert.ok(shown.length > 0);
    assert.equal(new Set(shown).size, shown.length, shown.join(', '));
    return shown;
  };

  await step('a whole agent comes first in an empty file', async () => {
    await keyboard.press('F1');
    await choose('>File: Save All Files');
    await page.waitForFunction(() => document.querySelector('.tab.dirty') === null);
    write('.claude/agents/empty.md', '');
    write('.claude/agents/writer.md', `${head}\nYou write release notes.\n\n## Scope\n\n- One\n- Two\n`);
    write('plugin/.claude-plugin/plugin.json', '{ "name": "team", "version": "1.0.0", "description": "A team." }\n');
    write(
      'plugin/agents/planner.md',
      '---\nname: planner\ndescription: Plans a release.\n---\n\nYou plan.\n\n## Timetable\n\nBy week.\n\n',
    );
    await page.goto(url);
    await page.locator('.monaco-workbench .statusbar').waitFor();
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'plugin' }).first().waitFor();
    await keyboard.press('Control+B');
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await open('empty.md');
    await keyboard.press('Control+Space');
    await rows.first().waitFor();
    assert.equal((await oncePerLabel())[0], 'agent-new');
    await picture('typing-empty');
    await keyboard.press('Enter');
    await line('name: "empty"').waitFor();
    await picture('typing-new', { height: 560 });
    await keyboard.press('Escape');
  });

  await step('the list of snippets stays open over hyphens, with each one once', async () => {
    await open('writer.md');
    await keyboard.press('Control+End');
    await keyboard.press('Enter');
    await keyboard.type('agent-', { delay: 30 });
    await rows.filter({ hasText: 'agent-access-restrictions' }).first().waitFor();
    await oncePerLabel();
    await picture('typing-hyphen');
    await keyboard.type('access-r', { delay: 30 });
    await rows.filter({ hasText: 'agent-access-restrictions' }).first().waitFor();
    assert.deepEqual(await labels(), ['agent-access-restrictions']);
    await keyboard.press('Enter');
    await line('ALLOWED ACCESS').waitFor();
    await keyboard.press('Escape');
    await keyboard.press('Control+Z');
  });

  await step('in an agent that opens as Markdown too, and with Ctrl+Space', async () => {
    await open('planner.md');
    await keyboard.press('Control+End');
    await keyboard.type('agent-', { delay: 30 });
    await rows.filter({ hasText: 'agent-access-restrictions' }).first().waitFor();
    await oncePerLabel();
    await keyboard.type('endpoint-f', { delay: 30 });
    await rows.filter({ hasText: 'agent-endpoint-fastapi' }).first().waitFor();
    await keyboard.press('Escape');
    await keyboard.press('Control+Space');
    await rows.filter({ hasText: 'agent-endpoint-fastapi' }).first().waitFor();
    await picture('typing-plugin');
    await keyboard.press('Enter');
    await line('BaseModel').waitFor();
    await keyboard.press('Escape');
  });

  await step('Enter goes on with a list of the frontmatter, and tools say what they do', async () => {
    await open('writer.md');
    await keyboard.press('Control+Home');
    for (let i = 0; i < 4; i++) await keyboard.press('ArrowDown');
    await keyboard.press('End');
    await keyboard.press('Enter');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.view-line')].some((row) => /^\s*-\s*$/.test(row.textContent ?? '')),
    );
    await keyboard.press('Control+Space');
    await rows.filter({ hasText: 'Write' }).first().waitFor();
    await rows.filter({ hasText: 'writes · asks' }).first().waitFor();
    await picture('typing-tools', { height: 480 });
    await keyboard.type('Edi');
    await rows.filter({ hasText: 'Edit' }).first().waitFor();
    await keyboard.press('Enter');
    await line('- Edit').waitFor();
  });

  await step('the report gets a section of its own, once', async () => {
    await keyboard.press('F1');
    await choose('>Agent Authoring: Insert Completion Report');
    await line('completion_report').waitFor();
    await line('Response Format').waitFor();
    await picture('typing-report', { height: 600 });
    await keyboard.press('Escape');
    await keyboard.press('Control+Home');
    await keyboard.press('F1');
    await choose('>Agent Authoring: Insert Completion Report');
    await keyboard.press('F1');
    await choose('>Notifications: Show Notifications');
    await page
      .locator('.notifications-center.visible .monaco-list-row', { hasText: 'already has a completion report' })
      .first()
      .waitFor();
    await picture('typing-report-again', { whole: true });
    await keyboard.press('Escape');
    await keyboard.press('F1');
    await choose('>Notifications: Clear All Notifications');
  });

  await step('Go to Symbol shows each heading once', async () => {
    await open('planner.md');
    await keyboard.press('Control+Shift+O');
    const symbols = page.locator('.quick-input-widget .monaco-list-row');
    await symbols.filter({ hasText: 'Timetable' }).first().waitFor();
    await symbols.filter({ hasText: 'description' }).first().waitFor();
    assert.equal(await symbols.filter({ hasText: 'Timetable' }).count(), 1);
    await picture('typing-symbols', { whole: true });
    await keyboard.press('Escape');
    await keyboard.press('F1');
    await choose('>Explorer: Focus on Outline View');
    const outline = page.locator('.outline-pane .monaco-list-row');
    await outline.filter({ hasText: 'Timetable' }).first().waitFor();
    assert.equal(await outline.filter({ hasText: 'Timetable' }).count(), 1);
    await picture('typing-outline', { whole: true });
  });
}

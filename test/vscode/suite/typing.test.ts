/** Writing in VS Code: snippets where they make sense and only once, headings once in the outline, Enter in lists, rows of tools. */

import * as vscode from 'vscode';
import agents from '../../../snippets/agents.json';
import endpoints from '../../../snippets/endpoints.json';
import * as assert from './assert';
import { activated, hasMarkdown, labelOf, leave, lineOf, loadLens, open, openAgent, place, until } from './editor';

/** The snippets of parts; the others are whole files. */
const parts = [...Object.values(agents), ...Object.values(endpoints)]
  .map(({ prefix }) => prefix)
  .filter((prefix) => !['agent-new', 'agent-skill', 'agent-command'].includes(prefix));

const isPart = (label: string): boolean => parts.includes(label);

/** Whether VS Code knows in which files of a language a snippet makes sense. Older versions offer it in all of them. */
const scopesSnippets = Number(vscode.version.split('.')[1]) >= 109;

const head = '---\nname: a\ndescription: Reviews code.\n---\n';

/** Replaces the text, and puts the cursor at `|`. */
async function write(editor: vscode.TextEditor, marked: string): Promise<void> {
  const { document } = editor;
  const at = marked.indexOf('|');
  const whole = new vscode.Range(0, 0, document.lineCount, 0);
  await editor.edit((edit) => edit.replace(whole, marked.replace('|', '')));
  place(editor, document.positionAt(at));
}

async function itemsAt({ document, selection }: vscode.TextEditor): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList | undefined>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    selection.active,
  );
  return list?.items ?? [];
}

const labelsAt = async (editor: vscode.TextEditor): Promise<readonly string[]> => (await itemsAt(editor)).map(labelOf);

/** Waits for the snippets of parts, and returns them sorted. */
const partsAt = (editor: vscode.TextEditor): Promise<readonly string[]> =>
  until('the snippets', async () => {
    const labels = (await labelsAt(editor)).filter(isPart);
    return labels.length > 0 ? [...labels].sort() : undefined;
  });

const once = [...parts].sort();

const all = (symbols: readonly vscode.DocumentSymbol[]): readonly vscode.DocumentSymbol[] =>
  symbols.flatMap((symbol) => [symbol, ...all(symbol.children)]);

/** An agent of a plugin, which VS Code opens as Markdown. */
const inPlugin = 'hosts/plugin/agents/notes.md';

const uriOf = (path: string): vscode.Uri =>
  vscode.Uri.joinPath(vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('a folder is open'), path);

suite('writing', () => {
  suiteSetup(async () => {
    await activated();
    await vscode.workspace.fs.createDirectory(uriOf('hosts/plugin/agents'));
    await vscode.workspace.fs.writeFile(
      uriOf(inPlugin),
      new TextEncoder().encode(`${head}\n# Notes\n\n## Scope\n\nx\n`),
    );
  });
  suiteTeardown(() => vscode.workspace.fs.delete(uriOf(inPlugin)));
  teardown(leave);

  test('each snippet is offered once in the body of an agent', async () => {
    const editor = await openAgent();
    for (const body of ['|', 'agent-|', '## Scope\n\n|\n\n## Other\n', '## Endpoint Pattern\n\n|\n']) {
      await write(editor, `${head}\n${body}\n`);
      assert.equal(await partsAt(editor), once, body);
    }
  });

  test('and in an agent of a plugin, which opens as Markdown', async () => {
    const editor = await open(inPlugin);
    assert.equal(editor.document.languageId, 'markdown');
    await write(editor, `${head}\nagent-|\n`);
    assert.equal(await partsAt(editor), once);
  });

  test('and in an untitled document, by VS Code', async () => {
    for (const language of ['markdown', 'chatagent']) {
      // Old versions have no such language.
      if (!(await vscode.languages.getLanguages()).includes(language)) continue;
      const document = await vscode.workspace.openTextDocument({ language, content: '' });
      const editor = await vscode.window.showTextDocument(document);
      assert.equal(await partsAt(editor), once, language);
    }
  });

  test('but not at wrong places', async function () {
    if (!scopesSnippets) return this.skip();
    const editor = await openAgent();
    for (const marked of [
      '---\nname: a\nskills: |\n---\n',
      '---\nname: a\ncolor: |\n---\n',
      `${head}\n\`\`\`\n|\n\`\`\`\n`,
      `${head}\n@agent-|\n`,
      `${head}\n- agent-|\n`,
    ]) {
      await write(editor, `${head}\n|`);
      await partsAt(editor);
      await write(editor, marked);
      assert.equal((await labelsAt(editor)).filter(isPart), [], marked);
    }
    for (const path of ['README.md', 'hosts/.claude/skills/changelog/SKILL.md']) {
      const other = await open(path);
      const { document } = other;
      place(other, document.lineAt(document.lineCount - 1).range.end);
      assert.equal((await labelsAt(other)).filter(isPart), [], path);
      await leave();
    }
  });

  test('a whole agent is offered once in an empty file', async () => {
    for (const path of ['.claude/agents/python-api-expert.md', inPlugin, 'hosts/.codex/agents/reviewer.toml']) {
      const editor = await open(path);
      await write(editor, '|');
      const items = await until('agent-new', async () => {
        const found = (await itemsAt(editor)).filter((item) => labelOf(item) === 'agent-new');
        return found.length > 0 ? found : undefined;
      });
      assert.equal(items.length, 1, path);
      await leave();
    }
  });

  for (const path of ['.claude/agents/python-api-expert.md', inPlugin, 'hosts/.claude/skills/changelog/SKILL.md'])
    test(`the outline has each heading once, and the fields, in ${path}`, async function () {
      if (!(await hasMarkdown())) this.skip();
      const editor = await open(path);
      const { document } = editor;
      // VS Code keeps the outline of a text, also one from before the server knew that the file belongs to a plugin.
      await until('the host', async () => ((await loadLens(document)) === undefined ? undefined : true));
      await editor.edit((edit) => edit.insert(new vscode.Position(document.lineCount, 0), '\n'));
      const texts = document.getText().split(/\r?\n/);
      const headings = texts.flatMap((text, line) => (/^#+ \S/.test(text) && !isInFence(texts, line) ? [line] : []));
      let found: readonly vscode.DocumentSymbol[] = [];
      const isShown = (line: number): boolean => found.some(({ range }) => range.start.line === line);
      await until('our fields and the headings', async () => {
        const symbols = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        );
        found = all(symbols ?? []);
        const isWhole = found.some(({ name }) => name === 'description') && headings.every(isShown);
        return isWhole || undefined;
      }).catch(() => assert.fail(`the outline has only ${found.map(({ name }) => name).join(', ')}`));
      const lines = found.map(({ range }) => range.start.line).filter((line) => headings.includes(line));
      assert.equal(
        lines.sort((a, b) => a - b),
        headings,
      );
      // A new heading is there too, also where VS Code still has the old ones.
      await editor.edit((edit) => edit.insert(new vscode.Position(document.lineCount, 0), '\n\n## Just added\n\nx\n'));
      await until('the new heading', async () => {
        const symbols = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        );
        return all(symbols ?? []).filter(({ name }) => name.endsWith('Just added')).length === 1 || undefined;
      });
    });

  test('the outline of an agent in TOML has the headings of its text', async () => {
    const editor = await open('hosts/.codex/agents/reviewer.toml');
    await write(editor, "name = 'a'\ndescription = 'b'\ndeveloper_instructions = '''\n## Scope\n\nx\n'''\n|");
    await until('the heading', async () => {
      const found = await vscode.commands.executeCommand<readonly vscode.DocumentSymbol[] | undefined>(
        'vscode.executeDocumentSymbolProvider',
        editor.document.uri,
      );
      return all(found ?? []).some(({ name }) => name === 'Scope') || undefined;
    });
  });

  for (const path of ['.claude/agents/python-api-expert.md', inPlugin])
    test(`Enter goes on with a list, and ends it, in ${path}`, async () => {
      const editor = await open(path);
      const { document } = editor;
      await write(editor, '---\nname: a\ndescription: b\ntools:\n  - Read|\nmodel: opus\n---\n');
      // The server reads the text before Enter is pressed.
      await until('the fields', async () => ((await labelsAt(editor)).includes('Read') ? true : undefined));
      await vscode.commands.executeCommand('type', { text: '\n' });
      await until('the next item', () => (document.lineAt(5).text === '  - ' ? true : undefined));
      await until('the cursor after it', () => (editor.selection.active.character === 4 ? true : undefined));
      await vscode.commands.executeCommand('type', { text: '\n' });
      await until('the end of the list', () => (document.lineAt(5).text === '' ? true : undefined));
      assert.equal(document.lineAt(6).text, 'model: opus');
    });

  test('the row of a tool says what it does', async () => {
    const editor = await openAgent();
    const { document } = editor;
    await write(editor, '---\nname: a\ndescription: b\ntools: |\n---\n');
    const label = await until(
      'Write',
      async () => (await itemsAt(editor)).find((item) => labelOf(item) === 'Write')?.label,
    );
    assert.equal(typeof label === 'string' ? undefined : label.description, 'writes · asks');
    assert.equal(lineOf(document, 'tools:').lineNumber, 3);
  });
});

const isInFence = (texts: readonly string[], line: number): boolean =>
  texts.slice(0, line).filter((text) => /^```/.test(text)).length % 2 === 1;

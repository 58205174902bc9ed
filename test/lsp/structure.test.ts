/** The features that show or change a file's structure, each once in the protocol. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  CodeAction,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  SelectionRange,
  SemanticTokens,
  TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { document } from '../../server/core/text/document';
import { AGENT, type Conversation, converse } from './conversation';

const textDocument = { uri: AGENT };
const options = { tabSize: 4, insertSpaces: false };
const text = document`
  ---
  model: opus
  name:   a
  tools: [Read]
  ---
  # A

  Use \`Read\` and [this](b.md).

  - [ ] one

  <a>
  `;

async function opened(...[t, how]: Parameters<typeof converse>): Promise<Conversation> {
  const conversation = await converse(t, how);
  conversation.open(text);
  return conversation;
}

const applied = (edits: TextEdit[]): string => TextDocument.applyEdits(TextDocument.create(AGENT, '', 0, text), edits);

describe('structure over the wire', () => {
  it('selects around each position', async (t) => {
    const { client } = await opened(t);
    const positions = [
      { line: 3, character: 10 },
      { line: 7, character: 1 },
    ];
    const found = await client.sendRequest<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions,
    });
    assert.equal(found.length, 2);
    assert.deepEqual(found[0]?.range, { start: { line: 3, character: 8 }, end: { line: 3, character: 12 } });
    assert.deepEqual(found[1]?.range, { start: { line: 7, character: 0 }, end: { line: 7, character: 3 } });
  });

  it('highlights a tool in frontmatter and body', async (t) => {
    const { client } = await opened(t);
    const position = { line: 3, character: 9 };
    const found = await client.sendRequest<DocumentHighlight[]>('textDocument/documentHighlight', {
      textDocument,
      position,
    });
    assert.deepEqual(
      found.map(({ range }) => range.start.line),
      [3, 7],
    );
  });

  it('links', async (t) => {
    const { client } = await opened(t);
    const found = await client.sendRequest<DocumentLink[]>('textDocument/documentLink', { textDocument });
    assert.deepEqual(
      found.map(({ target }) => target),
      ['file:///w/.claude/agents/b.md'],
    );
  });

  it('sends semantic tokens as differences', async (t) => {
    const { client, result } = await opened(t);
    const { data } = await client.sendRequest<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    assert.deepEqual(data.slice(0, 10), [1, 0, 5, 0, 0, 1, 0, 4, 0, 0]);
    const provider = result.capabilities.semanticTokensProvider;
    assert.equal(provider?.legend.tokenTypes[0], 'property');
    assert.equal(provider.full, true);
  });

  it('formats the frontmatter, and sorts its keys only with the setting', async (t) => {
    const format = async (settings: object): Promise<string> => {
      const { client } = await opened(t, { initializationOptions: { settings } });
      return applied(await client.sendRequest<TextEdit[]>('textDocument/formatting', { textDocument, options }));
    };
    assert.equal(await format({}), text.replace('name:   a', 'name: a'));
    assert.equal(await format({ format: { sortKeys: 'yes' } }), await format({}));
    const sorted = await format({ format: { sortKeys: true } });
    assert.ok(
      sorted.startsWith(document`
        ---
        name: a
        tools: [Read]
        model: opus
        ---
        `),
      sorted,
    );
  });

  it('writes lists in the style of the settings', async (t) => {
    const format = async (listStyle: unknown): Promise<string> => {
      const { client } = await opened(t, { initializationOptions: { settings: { format: { listStyle } } } });
      return applied(await client.sendRequest<TextEdit[]>('textDocument/formatting', { textDocument, options }));
    };
    const plain = text.replace('name:   a', 'name: a');
    for (const style of ['keep', 'flow', 'column', 7]) assert.equal(await format(style), plain);
    assert.equal(await format('comma'), plain.replace('tools: [Read]', 'tools: Read'));
    assert.equal(await format('block'), plain.replace('tools: [Read]', 'tools:\n  - Read'));
  });

  for (const [title, languages, names] of [
    ['shows headings', undefined, ['model', 'name', 'tools', 'A']],
    ['leaves headings to a client that shows them in this language', ['markdown'], ['model', 'name', 'tools']],
    ['shows them in other languages', ['chatagent', 7], ['model', 'name', 'tools', 'A']],
  ] as const) {
    it(title, async (t) => {
      const { client, change } = await opened(t, { initializationOptions: { showsHeadings: languages } });
      const symbols = async () =>
        (await client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument })).map(
          ({ name }) => name,
        );
      assert.deepEqual(await symbols(), names);
      // A change does not name the language again.
      change(2, [{ text }]);
      assert.deepEqual(await symbols(), names);
    });
  }

  it('shows headings where the client has only those from before a change', async (t) => {
    const { client, change } = await opened(t, { initializationOptions: { showsOldHeadings: ['markdown'] } });
    const symbols = async () =>
      (await client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument })).length;
    assert.equal(await symbols(), 3);
    change(2, [{ text: `${text}x\n` }]);
    assert.equal(await symbols(), 3);
    change(3, [{ text: `${text}\n# B\n` }]);
    assert.equal(await symbols(), 5);
    change(4, [{ text }]);
    assert.equal(await symbols(), 3);
  });

  it('continues task lists, and closes a tag', async (t) => {
    const { client } = await opened(t);
    const type = async (line: number, character: number, ch: string): Promise<string> =>
      applied(
        await client.sendRequest<TextEdit[]>('textDocument/onTypeFormatting', {
          textDocument,
          position: { line, character },
          ch,
          options,
        }),
      );
    assert.equal(await type(10, 0, '\n'), text.replace('one\n', 'one\n- [ ] '));
    assert.equal(await type(11, 3, '>'), `${text}</a>\n`);
  });

  it('inserts sections on headings, and on empty lines when a person asks', async (t) => {
    const { client } = await opened(t);
    const actions = (line: number, triggerKind: 1 | 2): Promise<CodeAction[]> =>
      client.sendRequest('textDocument/codeAction', {
        textDocument,
        range: { start: { line, character: 0 }, end: { line, character: 0 } },
        context: { diagnostics: [], triggerKind },
      });
    assert.deepEqual(await actions(7, 1), []);
    const [action] = await actions(8, 1);
    assert.equal(action?.kind, 'refactor.rewrite.insertSection');
    assert.match(applied(action.edit?.changes?.[AGENT] ?? []), /\n## Task Execution Protocol\n/);
    assert.deepEqual(await actions(8, 2), []);
    assert.equal((await actions(5, 2)).length, 5);
  });

  it('answers unknown documents with nothing', async (t) => {
    const { client } = await converse(t);
    const position = { line: 0, character: 0 };
    const requests: Readonly<Record<string, object>> = {
      selectionRange: { positions: [position] },
      documentHighlight: { position },
      documentLink: {},
      formatting: { options },
      onTypeFormatting: { position, ch: '\n', options },
    };
    for (const [method, params] of Object.entries(requests))
      assert.deepEqual(await client.sendRequest(`textDocument/${method}`, { textDocument, ...params }), [], method);
    assert.deepEqual(await client.sendRequest('textDocument/semanticTokens/full', { textDocument }), { data: [] });
  });
});

/** Every feature once in the protocol; their details have tests without it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Position,
  TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { AGENT, type Conversation, converse, TEXT } from './conversation';

const textDocument = { uri: AGENT };
const fixAllKind = 'source.fixAll.agentAuthoring';

/** The position `behind` characters after the beginning of `needle`. */
function at(needle: string, behind = 0, text = TEXT): Position {
  const offset = text.indexOf(needle);
  assert.ok(offset >= 0, `the text holds '${needle}'`);
  return TextDocument.create('', '', 0, text).positionAt(offset + behind);
}

async function opened(...[t, options]: Parameters<typeof converse>): Promise<Conversation> {
  const conversation = await converse(t, options);
  conversation.open(TEXT);
  return conversation;
}

const actionsAt = ({ client }: Conversation, position: Position, only?: readonly string[]): Promise<CodeAction[]> =>
  client.sendRequest('textDocument/codeAction', {
    textDocument,
    range: { start: position, end: position },
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  });

function applied(action: CodeAction | undefined): string {
  const edits: TextEdit[] = action?.edit?.changes?.[AGENT] ?? assert.fail('an action with an edit of the document');
  return TextDocument.applyEdits(TextDocument.create(AGENT, '', 0, TEXT), edits);
}

describe('completion', () => {
  const complete = ({ client }: Conversation, position: Position, uri = AGENT): Promise<CompletionItem[]> =>
    client.sendRequest('textDocument/completion', { textDocument: { uri }, position });

  it('offers tools that are not listed yet, in place of the one under the cursor', async (t) => {
    const items = await complete(await opened(t), at('MultiEdit', 3));
    const labels = items.map(({ label }) => label);
    assert.ok(labels.includes('Bash'));
    assert.ok(!labels.includes('Grep'), 'Grep is listed already');
    const edit = items.find(({ label }) => label === 'Bash')?.textEdit;
    assert.ok(edit !== undefined && 'range' in edit);
    assert.deepEqual(edit.range, { start: at('MultiEdit'), end: at('MultiEdit', 9) });
  });

  it('writes placeholders only for clients that expand them', async (t) => {
    const texts = async (capabilities: object): Promise<string> => {
      const conversation = await converse(t, { capabilities });
      conversation.open('');
      const [item] = await complete(conversation, { line: 0, character: 0 });
      return item?.textEdit?.newText ?? '';
    };
    assert.match(await texts({ textDocument: { completion: { completionItem: { snippetSupport: true } } } }), /\$\{1:/);
    assert.doesNotMatch(await texts({}), /\$/);
  });

  it('treats a position far beyond the text as its end', async (t) => {
    const items = await complete(await opened(t), { line: 2_147_483_647, character: 2_147_483_647 });
    assert.deepEqual(items, []);
  });
});

describe('hover', () => {
  const hover = ({ client }: Conversation, position: Position): Promise<Hover | null> =>
    client.sendRequest('textDocument/hover', { textDocument, position });

  it('says that a tool was removed, and marks it', async (t) => {
    const found = await hover(await opened(t), at('MultiEdit', 2));
    assert.deepEqual(found?.range, { start: at('MultiEdit'), end: at('MultiEdit', 9) });
    assert.match(JSON.stringify(found?.contents), /removed in 2\.0\.0; Claude Code ignores it/);
  });

  it('is null in prose', async (t) => {
    assert.equal(await hover(await opened(t), at('You call', 2)), null);
  });
});

describe('code actions', () => {
  it('contain the diagnostic that they fix, and the edits that fix it', async (t) => {
    const [action] = await actionsAt(await opened(t), at('MultiEdit', 1));
    assert.equal(action?.kind, 'quickfix');
    assert.deepEqual(
      action?.diagnostics?.map(({ code }: Diagnostic) => code),
      ['tool-removed'],
    );
    assert.equal(applied(action), TEXT.replace(', MultiEdit', ''));
  });

  it('are empty where nothing is wrong', async (t) => {
    assert.deepEqual(await actionsAt(await opened(t), at('You call')), []);
  });

  it('apply all safe fixes when their kind, or a kind above it, is requested', async (t) => {
    const conversation = await opened(t);
    for (const only of [[fixAllKind], ['source.fixAll'], ['source']]) {
      const actions = await actionsAt(conversation, at('You call'), only);
      assert.deepEqual(
        actions.map(({ kind }) => kind),
        [fixAllKind],
      );
      assert.equal(applied(actions[0]), TEXT.replace(', MultiEdit, Read', ''));
    }
  });

  it('have their edit when they are resolved, where the client asks for it then', async (t) => {
    const codeAction = { dataSupport: true, resolveSupport: { properties: ['edit'] } };
    const conversation = await opened(t, { capabilities: { textDocument: { codeAction } } });
    const [action] = await actionsAt(conversation, at('You call'), [fixAllKind]);
    assert.equal(action?.edit, undefined);
    const resolve = (one: unknown): Promise<CodeAction> => conversation.client.sendRequest('codeAction/resolve', one);
    assert.equal(applied(await resolve(action)), TEXT.replace(', MultiEdit, Read', ''));
    assert.deepEqual(await resolve({ title: 'x', data: { uri: 1 } }), { title: 'x', data: { uri: 1 } });
    conversation.open(TEXT, AGENT, 2);
    assert.equal((await resolve(action)).edit, undefined, 'not for another version of the text');
  });

  it('leave out kinds that are not requested', async (t) => {
    const conversation = await opened(t);
    assert.deepEqual(await actionsAt(conversation, at('You call'), ['refactor.extract']), []);
    for (const { kind } of await actionsAt(conversation, at('MultiEdit', 1), ['refactor']))
      assert.match(kind ?? '', /^refactor\./);
    assert.deepEqual(await actionsAt(conversation, at('MultiEdit', 1), ['source.fixAll.other']), []);
    const all = await actionsAt(conversation, at('MultiEdit', 1));
    assert.ok(
      all.every(({ kind }) => kind !== fixAllKind),
      'fix all only on request',
    );
  });

  it('leave out rules that are off', async (t) => {
    const settings = { rules: { 'tool-removed': 'off', 'tool-duplicate': 'off' } };
    const conversation = await opened(t, { initializationOptions: { settings } });
    assert.deepEqual(await actionsAt(conversation, at('MultiEdit', 1), ['quickfix']), []);
    assert.deepEqual(await actionsAt(conversation, at('MultiEdit', 1), [fixAllKind]), []);
  });
});

describe('code actions about lists', () => {
  it('convert one to another style, after the fixes, and only on an explicit request', async (t) => {
    const { client } = await opened(t);
    const position = at('MultiEdit', 1);
    const actions = (triggerKind: 1 | 2): Promise<CodeAction[]> =>
      client.sendRequest('textDocument/codeAction', {
        textDocument,
        range: { start: position, end: position },
        context: { diagnostics: [], triggerKind },
      });
    const kinds = (found: readonly CodeAction[]) => found.map(({ kind }) => kind);
    const style = 'refactor.rewrite.listStyle';
    const found = await actions(1);
    assert.deepEqual(kinds(found).slice(-3), ['quickfix', style, style]);
    assert.ok(!kinds(await actions(2)).includes(style));
    const flow = found.find(({ title }) => title === 'Convert `tools` to `[a, b]`');
    assert.equal(applied(flow), TEXT.replace(/^tools: (.*)$/m, 'tools: [$1]'));
  });
});

describe('structure', () => {
  it('gives the fields and the headings as symbols', async (t) => {
    const { client } = await opened(t);
    const symbols = await client.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    const names = symbols.map(({ name }) => name);
    assert.deepEqual(names, ['name', 'description', 'tools', 'Access Restrictions', 'Workflow']);
  });

  it('folds the frontmatter, the sections and the fence', async (t) => {
    const { client } = await opened(t);
    const ranges = await client.sendRequest<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    assert.deepEqual(
      ranges.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 4],
        [8, 10],
        [12, 16],
        [14, 16],
      ],
    );
  });
});

describe('unknown documents', () => {
  const requests: Readonly<Record<string, readonly [object, unknown]>> = {
    completion: [{ position: at('MultiEdit', 3) }, []],
    hover: [{ position: at('MultiEdit', 3) }, null],
    codeAction: [{ range: { start: at('MultiEdit'), end: at('MultiEdit') }, context: { diagnostics: [] } }, []],
    documentSymbol: [{}, []],
    foldingRange: [{}, []],
  };
  for (const [method, [params, empty]] of Object.entries(requests)) {
    it(`answers ${method} with nothing`, async (t) => {
      const conversation = await converse(t);
      const other = 'file:///w/docs/notes.md';
      conversation.open(TEXT, other);
      for (const uri of [other, AGENT, '', 'no uri at all', 'file:///w/.claude/agents/%zz.md']) {
        const sent = conversation.client.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...params });
        assert.deepEqual(await sent, empty, uri);
      }
    });
  }
});

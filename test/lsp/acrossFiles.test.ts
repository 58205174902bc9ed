/** The requests about several files: their capabilities, their answers from the index, and what each client is sent. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  CompletionItem,
  DocumentHighlight,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Conversation, converse, errorCode, type Options } from './conversation';
import { MemoryFiles } from './memoryFiles';

const at = (name: string): string => `file:///w%20x/.claude/agents/${name}.md`;
const agent = (name: string, body: string): string =>
  `---\nname: ${name}\ndescription: Does ${name} work.\n---\n${body}\n`;
const CALLER = agent('caller', 'Ask @agent-helper.\n@agent-');
const files = (): MemoryFiles =>
  new MemoryFiles({
    [at('caller')]: CALLER,
    [at('helper')]: agent('helper', 'Hi'),
    [at('c')]: agent('c', '@agent-Helper'),
  });

async function start(t: TestContext, options: Options = {}): Promise<Conversation> {
  const conversation = await converse(t, {
    ...options,
    host: files().host,
    workspaceFolders: [{ uri: 'file:///w%20x', name: '' }],
    capabilities: { ...options.capabilities, workspace: { workspaceFolders: true } },
  });
  await conversation.settled();
  conversation.open(CALLER, at('caller'));
  return conversation;
}

const textDocument = { uri: at('caller') };
const onCall = {
  textDocument,
  position: TextDocument.create('', '', 0, CALLER).positionAt(CALLER.indexOf('helper.') + 1),
};

describe('requests about several files', () => {
  it('are declared', async (t) => {
    const { capabilities } = (await converse(t)).result;
    assert.deepEqual(
      [
        capabilities.definitionProvider,
        capabilities.referencesProvider,
        capabilities.workspaceSymbolProvider,
        capabilities.callHierarchyProvider,
      ],
      [true, true, true, true],
    );
    for (const trigger of ['(', '@', '"', '_'])
      assert.ok(capabilities.completionProvider?.triggerCharacters?.includes(trigger), trigger);
  });

  it('have empty answers where nothing is known', async (t) => {
    const conversation = await converse(t);
    conversation.open(CALLER, at('caller'));
    const { client } = conversation;
    const context = { includeDeclaration: true };
    const item = { uri: at('caller') };
    const own = await client.sendRequest<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', onCall);
    assert.ok(Array.isArray(own));
    assert.deepEqual(
      [
        await client.sendRequest('textDocument/definition', { ...onCall, textDocument: { uri: at('none') } }),
        await client.sendRequest('textDocument/references', { ...onCall, textDocument: { uri: at('none') }, context }),
        await client.sendRequest('workspace/symbol', { query: 'nobody' }),
        await client.sendRequest('callHierarchy/incomingCalls', { item }),
        await client.sendRequest('callHierarchy/outgoingCalls', { item }),
      ],
      [[], [], [], [], []],
    );
  });

  it('are answered from all files of the workspace', async (t) => {
    const { client } = await start(t);
    const definition = await client.sendRequest<Location[]>('textDocument/definition', onCall);
    assert.deepEqual(definition, [
      { uri: at('helper'), range: { start: { line: 1, character: 6 }, end: { line: 1, character: 12 } } },
    ]);
    const references = await client.sendRequest<Location[]>('textDocument/references', {
      ...onCall,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      references.map(({ uri }) => uri),
      [at('helper'), at('c'), at('caller')],
    );
    const highlights = await client.sendRequest<DocumentHighlight[]>('textDocument/documentHighlight', onCall);
    assert.equal(highlights.length, 1);
    const hover = await client.sendRequest<Hover>('textDocument/hover', onCall);
    assert.match((hover.contents as MarkupContent).value, /Does helper work\./);
    const items = await client.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument,
      position: { line: 5, character: 7 },
    });
    assert.deepEqual(
      items.slice(0, 2).map(({ label }) => label),
      ['c', 'helper'],
    );
    const symbols = await client.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'hlp' });
    assert.deepEqual(
      symbols.map(({ name, containerName }) => [name, containerName]),
      [['helper', 'project · .claude/agents']],
    );
  });

  it('follow calls in both directions', async (t) => {
    const { client } = await start(t);
    const [item] = await client.sendRequest<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', onCall);
    assert.equal(item?.uri, at('helper'));
    const incoming = await client.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    assert.deepEqual(
      incoming.map(({ from }) => from.name),
      ['c', 'caller'],
    );
    const caller = incoming[1]?.from;
    const outgoing = await client.sendRequest<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item: caller,
    });
    assert.deepEqual(
      outgoing.map(({ to }) => to.name),
      ['helper'],
    );
  });

  it('are refused with parameters of another shape', async (t) => {
    const { client } = await start(t);
    for (const [method, params] of [
      ['workspace/symbol', { query: 1 }],
      ['callHierarchy/incomingCalls', {}],
      ['callHierarchy/outgoingCalls', { item: { uri: null } }],
      ['textDocument/definition', { textDocument }],
    ] as const)
      assert.equal(await errorCode(client.sendRequest(method, params)), -32602, method);
  });
});

describe('a client that says more', () => {
  it('gets the name that leads to a definition', async (t) => {
    const { client } = await start(t, { capabilities: { textDocument: { definition: { linkSupport: true } } } });
    const [link] = await client.sendRequest<LocationLink[]>('textDocument/definition', onCall);
    assert.deepEqual(
      [link?.targetUri, link?.originSelectionRange],
      [at('helper'), { start: { line: 4, character: 11 }, end: { line: 4, character: 17 } }],
    );
  });

  it('gets lenses that show places', async (t) => {
    const lenses = async (initializationOptions: unknown): Promise<readonly (readonly unknown[])[]> => {
      const { client } = await start(t, { initializationOptions });
      const found = await client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
      return found.slice(1).map(({ command }) => [command?.title, command?.command, command?.arguments?.length]);
    };
    assert.deepEqual(await lenses({ showsReferences: true }), [['Delegates to 1', 'agentAuthoring.showReferences', 3]]);
    assert.deepEqual(await lenses({ showsReferences: 1 }), [['Delegates to 1', '', undefined]]);
  });

  it('gets a lens that opens what the host sees', async (t) => {
    const lens = async (initializationOptions: unknown): Promise<unknown> => {
      const { client } = await start(t, { initializationOptions });
      const [first] = await client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
      return [first?.command?.command, first?.command?.arguments];
    };
    assert.deepEqual(await lens({ showsWhatHostSees: true }), ['agentAuthoring.showWhatHostSees', [textDocument.uri]]);
    assert.deepEqual(await lens({}), ['', undefined]);
  });
});

/** The order of messages that the protocol requires, and the error codes for wrong orders. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ErrorCodes, type InitializeResult, LSPErrorCodes } from 'vscode-languageserver/node';
import { serve } from '../../server/lsp/server';
import { AGENT, converse, errorCode, TEXT, wire } from './conversation';

const textDocument = { uri: AGENT };
const position = { line: 1, character: 0 };

describe('initialize', () => {
  it('declares every capability, and that positions count UTF-16 code units', async (t) => {
    const { result } = await converse(t);
    assert.equal(result.serverInfo?.name, 'agent-authoring');
    const { capabilities } = result;
    assert.equal(capabilities.positionEncoding, 'utf-16');
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: {} });
    assert.ok(capabilities.completionProvider?.triggerCharacters?.includes(','));
    assert.equal(capabilities.hoverProvider, true);
    assert.ok(capabilities.documentSymbolProvider);
    assert.equal(capabilities.foldingRangeProvider, true);
    const actions = capabilities.codeActionProvider;
    const kinds = typeof actions === 'object' ? actions.codeActionKinds : [];
    for (const kind of ['quickfix', 'source.fixAll.agentAuthoring']) assert.ok(kinds?.includes(kind), kind);
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'agent-authoring',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
  });

  for (const capabilities of [undefined, null, 3, [], { workspace: null, textDocument: 7 }]) {
    it(`takes ${JSON.stringify(capabilities)} for the capabilities of a client that has none`, async (t) => {
      const { server, client } = wire(t);
      serve(server);
      client.listen();
      const params = { processId: null, rootUri: null, capabilities };
      const result: InitializeResult = await client.sendRequest('initialize', params);
      assert.equal(result.capabilities.hoverProvider, true);
    });
  }

  it('without parameters is refused, and may be sent again', async (t) => {
    const { server, client } = wire(t);
    serve(server);
    client.listen();
    for (const params of [null, []])
      assert.equal(await errorCode(client.sendRequest('initialize', params)), ErrorCodes.InvalidParams);
    await client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
  });

  it('is accepted only once', async (t) => {
    const { client } = await converse(t);
    const again = client.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    assert.equal(await errorCode(again), ErrorCodes.InvalidRequest);
  });
});

describe('requests out of order', () => {
  for (const method of ['textDocument/hover', 'textDocument/diagnostic', 'no/such/method', 'shutdown']) {
    it(`answers ${method} before initialize with ServerNotInitialized`, async (t) => {
      const { server, client } = wire(t);
      serve(server);
      client.listen();
      const params = method === 'shutdown' ? undefined : { textDocument, position };
      assert.equal(await errorCode(client.sendRequest(method, params)), ErrorCodes.ServerNotInitialized);
    });

    it(`answers ${method} after shutdown with InvalidRequest`, async (t) => {
      const { client } = await converse(t);
      await client.sendRequest('shutdown');
      const params = method === 'shutdown' ? undefined : { textDocument, position };
      assert.equal(await errorCode(client.sendRequest(method, params)), ErrorCodes.InvalidRequest);
    });
  }

  it('ignores documents that are opened before initialize', async (t) => {
    const textDocument = { uri: AGENT, languageId: 'markdown', version: 1, text: TEXT };
    const conversation = await converse(t, {
      early: (client) => void client.sendNotification('textDocument/didOpen', { textDocument }),
    });
    await conversation.settled();
    assert.deepEqual(conversation.published, []);
  });

  it('ignores documents that are opened after shutdown', async (t) => {
    const conversation = await converse(t);
    await conversation.client.sendRequest('shutdown');
    conversation.open(TEXT);
    await conversation.settled();
    assert.deepEqual(conversation.published, []);
  });
});

describe('requests that cannot be answered', () => {
  it('answers an unknown method with MethodNotFound', async (t) => {
    const { client } = await converse(t);
    assert.equal(await errorCode(client.sendRequest('no/such/method', {})), ErrorCodes.MethodNotFound);
  });

  const bad: Readonly<Record<string, readonly [string, unknown]>> = {
    'no parameters': ['textDocument/hover', undefined],
    'null for parameters': ['textDocument/hover', null],
    'no document': ['textDocument/documentSymbol', {}],
    'a document without URI': ['textDocument/documentSymbol', { textDocument: {} }],
    'a URI that is a number': ['textDocument/foldingRange', { textDocument: { uri: 1 } }],
    'a position without a line': ['textDocument/hover', { textDocument, position: { character: 0 } }],
    'a negative line': ['textDocument/hover', { textDocument, position: { line: -1, character: 0 } }],
    'half a character': ['textDocument/completion', { textDocument, position: { line: 0, character: 0.5 } }],
    'a range without end': ['textDocument/codeAction', { textDocument, range: { start: position }, context: {} }],
    'positions that are missing': ['textDocument/selectionRange', { textDocument }],
    'null for positions': ['textDocument/selectionRange', { textDocument, positions: null }],
    'a list for parameters': ['textDocument/foldingRange', [textDocument]],
    'null for parameters of a method without a position': ['textDocument/formatting', null],
    'null for parameters of our own method': ['agentAuthoring/completionReport', null],
    ...Object.fromEntries(
      [null, 1, {}, { line: -1, character: 0 }, { line: '1', character: 0 }, { line: 0.5, character: 0 }].map((one) => [
        `the position ${JSON.stringify(one)} among others`,
        ['textDocument/selectionRange', { textDocument, positions: [position, one] }] as const,
      ]),
    ),
    'kinds that are no list': [
      'textDocument/codeAction',
      { textDocument, range: { start: position, end: position }, context: { only: 'quickfix' } },
    ],
  };
  for (const [what, [method, params]] of Object.entries(bad)) {
    it(`answers ${what} with InvalidParams`, async (t) => {
      const conversation = await converse(t);
      conversation.open(TEXT);
      const sent =
        params === undefined
          ? conversation.client.sendRequest(method)
          : conversation.client.sendRequest(method, params);
      assert.equal(await errorCode(sent), ErrorCodes.InvalidParams);
    });
  }

  it('answers a missing position with InvalidParams', async (t) => {
    const conversation = await converse(t);
    conversation.open(TEXT);
    const sent = conversation.client.sendRequest('textDocument/hover', { textDocument });
    assert.equal(await errorCode(sent), ErrorCodes.InvalidParams);
  });

  it('answers a cancelled request with RequestCancelled', async (t) => {
    const { client } = await converse(t);
    const ids: number[] = [];
    // The client library chooses the ids of requests; both messages are read together, so the request is still pending.
    const request = client.sendRequest('textDocument/documentSymbol', { textDocument });
    for (let id = 0; id < 10; id++) ids.push(id);
    for (const id of ids) void client.sendNotification('$/cancelRequest', { id });
    assert.equal(await errorCode(request), LSPErrorCodes.RequestCancelled);
  });
});

/** Documents that are too large to be read: one diagnostic, empty answers, and text that is still in step with the client's. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver/node';
import { document } from '../../server/core/text/document';
import { programs } from '../programs';
import { initialize, start } from './child';
import { AGENT, type Conversation, converse } from './conversation';

const GEMINI = 'file:///w/.gemini/agents/a.md';
const HEAD = document`
  ---
  name: a-b-c
  description: Does a thing.
  tools: LS
  ---
  `;
const MIB = 1_048_576;

/** An agent of that many bytes. */
const sized = (bytes: number, letter = 'x'): string =>
  `${HEAD}${'x'.repeat((bytes - HEAD.length) % Buffer.byteLength(letter))}${letter.repeat((bytes - HEAD.length) / Buffer.byteLength(letter))}`;

const pulls = { textDocument: { diagnostic: {} } };

async function found({ client }: Conversation, uri = AGENT): Promise<readonly Diagnostic[]> {
  const params = { textDocument: { uri } };
  return (await client.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', params)).items;
}

const codes = (diagnostics: readonly Diagnostic[]): readonly (readonly unknown[])[] =>
  diagnostics.map(({ code, severity }) => [code, severity]);

describe('a document over one MiB', () => {
  for (const letter of ['x', 'é', '€', '😀', '\n']) {
    it(`of ${JSON.stringify(letter)} has one error, and one byte less has the usual findings`, async (t) => {
      const conversation = await converse(t, { capabilities: pulls });
      conversation.open(sized(MIB + 1, letter));
      assert.deepEqual(codes(await found(conversation)), [['file-large', 1]]);
      conversation.open(sized(MIB, letter), AGENT, 2);
      const usual = codes(await found(conversation)).map(([code]) => code);
      assert.ok(usual.includes('tool-removed') && !usual.includes('file-large'), usual.join());
    });
  }

  it('says that only our checks stop where the host has no known limit', async (t) => {
    const conversation = await converse(t, { capabilities: pulls });
    conversation.open(sized(MIB + 1), GEMINI);
    const diagnostics = await found(conversation, GEMINI);
    assert.deepEqual(codes(diagnostics), [['limit', 3]]);
    assert.match(JSON.stringify(diagnostics[0]?.message), /not checked.*1,048,576 bytes.*Gemini CLI may still load it/);
  });

  it('gets an empty answer to every other request', async (t) => {
    const conversation = await converse(t, { capabilities: pulls });
    conversation.open(sized(MIB + 1));
    const textDocument = { uri: AGENT };
    const position = { line: 2, character: 3 };
    const range = { start: { line: 0, character: 0 }, end: position };
    const options = { tabSize: 2, insertSpaces: true };
    const empty: readonly (readonly [string, object, unknown])[] = [
      ['completion', { position }, []],
      ['hover', { position }, null],
      ['codeAction', { range, context: { diagnostics: [], triggerKind: 1 } }, []],
      ['codeAction', { range, context: { diagnostics: [], only: ['source.fixAll'] } }, []],
      ['documentSymbol', {}, []],
      ['foldingRange', {}, []],
      ['selectionRange', { positions: [position] }, []],
      ['documentHighlight', { position }, []],
      ['documentLink', {}, []],
      ['semanticTokens/full', {}, { data: [] }],
      ['formatting', { options }, []],
      ['onTypeFormatting', { position, ch: '\n', options }, []],
      ['codeLens', {}, []],
      ['inlayHint', { range }, []],
    ];
    for (const [method, params, answer] of empty) {
      const given = await conversation.client.sendRequest(`textDocument/${method}`, { textDocument, ...params });
      assert.deepEqual(given, answer, method);
    }
    assert.equal(
      await conversation.client.sendRequest('agentAuthoring/completionReport', { textDocument, position }),
      null,
    );
  });

  it('is checked again when it has become smaller, whatever was edited meanwhile', async (t) => {
    const conversation = await converse(t, { capabilities: pulls });
    conversation.open(HEAD + '- a\r\n'.repeat(300_000));
    const all = { line: 300_010, character: 0 };
    const from = (line: number, text: string): object => ({ range: { start: { line, character: 0 }, end: all }, text });
    const line = { start: { line: 200_000, character: 0 }, end: { line: 200_000, character: 1 } };
    conversation.change(2, [{ range: line, text: '##' }]);
    assert.deepEqual(codes(await found(conversation)), [['file-large', 1]]);
    conversation.change(3, [from(200_001, '')]);
    assert.ok((await found(conversation)).some(({ code }) => code === 'tool-removed'));
    const symbols = await conversation.client.sendRequest('textDocument/documentSymbol', {
      textDocument: { uri: AGENT },
    });
    assert.match(JSON.stringify(symbols), /"line":200000/);
  });

  it('may take more bytes on the way than in the file', async (t) => {
    const child = start(t, programs.server, ['--stdio']);
    child.send(initialize(null, pulls));
    await child.answer(1);
    const text = '\n'.repeat(40_000_000);
    const textDocument = { uri: AGENT, languageId: 'markdown', version: 1, text };
    child.send({ jsonrpc: '2.0', method: 'textDocument/didOpen', params: { textDocument } });
    const params = { textDocument: { uri: AGENT } };
    child.send({ jsonrpc: '2.0', id: 2, method: 'textDocument/diagnostic', params });
    assert.match(JSON.stringify(await child.answer(2)), /file-large/);
  });

  it('is opened and edited at once, also with 40 MB', async (t) => {
    const conversation = await converse(t);
    conversation.open(HEAD + '- a\n'.repeat(10_000_000));
    await conversation.publication(({ version }) => version === 1);
    const start = process.cpuUsage();
    const at = { line: 9_000_000, character: 1 };
    for (let i = 2; i < 102; i++) conversation.change(i, [{ range: { start: at, end: at }, text: 'x' }]);
    const { diagnostics } = await conversation.publication(({ version }) => version === 101);
    const { user, system } = process.cpuUsage(start);
    assert.deepEqual(codes(diagnostics), [['file-large', 1]]);
    // A hundred copies of the text would take over two seconds.
    assert.ok(user + system < 1_000_000, `${user + system} µs`);
  });
});

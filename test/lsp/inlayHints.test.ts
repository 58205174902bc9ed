/** Inlay hints in the protocol: the requested range, the settings, and the refresh. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ErrorCodes, type InlayHint } from 'vscode-languageserver/node';
import { AGENT, type Conversation, converse, errorCode, TEXT } from './conversation';

const textDocument = { uri: AGENT };
const everything = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const ask = ({ client }: Conversation, range: unknown = everything): Promise<InlayHint[]> =>
  client.sendRequest('textDocument/inlayHint', { textDocument, range });
const lines = (hints: readonly InlayHint[]): readonly number[] => hints.map(({ position }) => position.line);
const settings = { tokens: { inlayHints: 'all' } };

describe('inlay hints', () => {
  it('show only the description by default', async (t) => {
    const conversation = await converse(t);
    assert.equal(conversation.result.capabilities.inlayHintProvider, true);
    conversation.open(TEXT);
    const [hint, ...others] = await ask(conversation);
    assert.deepEqual(others, []);
    assert.deepEqual(hint?.position, { line: 2, character: TEXT.split('\n')[2]?.length });
    assert.match(String(hint?.label), /^~\d+ tokens$/);
  });

  it('are limited to the range', async (t) => {
    const conversation = await converse(t, { initializationOptions: { settings } });
    conversation.open(TEXT);
    assert.deepEqual(lines(await ask(conversation)), [2, 4, 8, 12]);
    const range = { start: { line: 3, character: 0 }, end: { line: 9, character: 0 } };
    assert.deepEqual(lines(await ask(conversation, range)), [4, 8]);
    for (const wrong of [undefined, { start: everything.end, end: everything.start }, { start: 1 }])
      assert.equal(
        await errorCode(conversation.client.sendRequest('textDocument/inlayHint', { textDocument, range: wrong })),
        ErrorCodes.InvalidParams,
      );
  });

  it('are not given for unknown documents', async (t) => {
    assert.deepEqual(await ask(await converse(t, { initializationOptions: { settings } })), []);
  });

  it('are refreshed when the settings change, if the client supports that', async (t) => {
    const conversation = await converse(t, { capabilities: { workspace: { inlayHint: { refreshSupport: true } } } });
    conversation.open(TEXT);
    const again = new Promise<void>((resolve) => {
      conversation.client.onRequest('workspace/inlayHint/refresh', () => {
        resolve();
        return null;
      });
    });
    void conversation.client.sendNotification('workspace/didChangeConfiguration', {
      settings: { agentAuthoring: settings },
    });
    await again;
    assert.deepEqual(lines(await ask(conversation)), [2, 4, 8, 12]);
  });

  it('are not refreshed for other clients, and a client may refuse', async (t) => {
    const told = ({ client }: Conversation): void =>
      void client.sendNotification('workspace/didChangeConfiguration', { settings: { agentAuthoring: settings } });
    const silent = await converse(t);
    silent.client.onRequest('workspace/inlayHint/refresh', () => assert.fail('there was no request'));
    told(silent);
    await silent.settled();
    const refusing = await converse(t, { capabilities: { workspace: { inlayHint: { refreshSupport: true } } } });
    told(refusing);
    await refusing.logged(/did not refresh its inlay hints/);
    assert.deepEqual(silent.log, []);
  });
});

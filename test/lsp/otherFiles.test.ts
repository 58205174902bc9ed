/** Files beside the open ones: no client reports every change of them, and some never answer about them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { document } from '../../server/core/text/document';
import { programs } from '../programs';
import { start } from './child';
import { AGENT, type Conversation, converse, TEXT } from './conversation';

const agentWith = (body: string): string => document`
  ---
  name: endpoint-checker
  description: Calls every endpoint of a service.
  ---
  ${body}
  `;
const LINKED = agentWith('See [a](a.md).');
const TARGET = AGENT.replace('endpoint-checker.md', 'a.md');
const PLUGIN_AGENT = 'file:///w/plugins/tidy/agents/tidy.md';
const MANIFEST = 'file:///w/plugins/tidy/.claude-plugin/plugin.json';
const IGNORED = document`
  ---
  description: Tidies up the working copy.
  permissionMode: plan
  ---
  Hi
  `;

const codes = ({ published }: Conversation, of = AGENT): readonly unknown[] =>
  published.findLast(({ uri }) => uri === of)?.diagnostics.map(({ code }) => code) ?? [];
const saved = ({ client }: Conversation, uri: string): void =>
  void client.sendNotification('textDocument/didSave', { textDocument: { uri } });
const manyLinks = (count: number, name: string): string =>
  agentWith(Array.from({ length: count }, (_, i) => `[x](${name}-${i}.md)`).join(' '));

describe('a file that appears or vanishes outside the editor', () => {
  const told: Readonly<Record<string, (conversation: Conversation) => void>> = {
    'when the document is saved': (conversation) => saved(conversation, AGENT),
    'when the client reports a file': ({ client }) =>
      void client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: TARGET, type: 1 }] }),
  };
  for (const [when, tell] of Object.entries(told)) {
    it(`is noticed ${when}`, async (t) => {
      let isThere = false;
      const conversation = await converse(t, { host: { exists: (uri) => Promise.resolve(uri === TARGET && isThere) } });
      conversation.open(LINKED);
      await conversation.settled();
      assert.deepEqual(codes(conversation), ['link-missing']);
      for (const expected of [[], ['link-missing'], []]) {
        isThere = !isThere;
        tell(conversation);
        await conversation.settled();
        assert.deepEqual(codes(conversation), expected);
      }
    });
  }

  it('keeps its old answer until there is a new one', async (t) => {
    const pending: (() => void)[] = [];
    let isHeld = false;
    const exists = async (): Promise<boolean> => {
      if (isHeld) await new Promise<void>((resolve) => pending.push(resolve));
      return false;
    };
    const conversation = await converse(t, { host: { exists } });
    conversation.open(LINKED);
    await conversation.settled();
    isHeld = true;
    saved(conversation, AGENT);
    conversation.change(2, [{ text: `${LINKED}More.\n` }]);
    await conversation.settled();
    assert.ok(pending.length > 0);
    assert.deepEqual(codes(conversation), ['link-missing']);
  });

  it('may have been asked about before, and only the newest answer counts', async (t) => {
    const answers: ((isThere: boolean) => void)[] = [];
    const exists = (uri: string): Promise<boolean> =>
      uri === TARGET ? new Promise((resolve) => answers.push(resolve)) : Promise.resolve(false);
    const conversation = await converse(t, { host: { exists } });
    conversation.open(LINKED);
    await conversation.settled();
    saved(conversation, AGENT);
    await conversation.settled();
    answers[1]?.(true);
    await conversation.settled();
    answers[0]?.(false);
    await conversation.settled();
    assert.deepEqual([answers.length, codes(conversation)], [2, []]);
  });

  it('may be the manifest of a plugin', async (t) => {
    let isThere = false;
    const conversation = await converse(t, { host: { exists: (uri) => Promise.resolve(uri === MANIFEST && isThere) } });
    conversation.open(IGNORED, PLUGIN_AGENT);
    await conversation.settled();
    for (const expected of [['field-ignored'], [], ['field-ignored']]) {
      isThere = !isThere;
      saved(conversation, PLUGIN_AGENT);
      await conversation.settled();
      assert.deepEqual(codes(conversation, PLUGIN_AGENT), expected);
    }
  });

  it('may be a manifest that is read slowly, and only the newest text counts', async (t) => {
    const answers: ((text: string) => void)[] = [];
    const conversation = await converse(t, {
      host: {
        exists: (uri) => Promise.resolve(uri === MANIFEST),
        config: (uri) =>
          uri === MANIFEST ? new Promise((resolve) => answers.push(resolve)) : Promise.resolve(undefined),
      },
    });
    conversation.open(IGNORED, PLUGIN_AGENT);
    await conversation.settled();
    saved(conversation, PLUGIN_AGENT);
    await conversation.settled();
    answers[1]?.('{"name": "tidy"}');
    await conversation.settled();
    answers[0]?.('{"name": "tidy", "agents": []}');
    await conversation.settled();
    assert.deepEqual([answers.length, codes(conversation, PLUGIN_AGENT)], [2, ['field-ignored']]);
  });

  it('is looked up however many have been looked up before', async (t) => {
    const conversation = await converse(t, {
      host: { exists: (uri) => Promise.resolve(!uri.endsWith('/a.md')) },
      capabilities: { textDocument: { diagnostic: {} } },
    });
    const pull = (): Promise<{ items: { code: string }[] }> =>
      conversation.client.sendRequest('textDocument/diagnostic', { textDocument: { uri: AGENT } });
    for (let i = 0; i < 120; i++) {
      conversation.change(i, [{ text: manyLinks(100, `n${i}`) }]);
      await pull();
    }
    conversation.change(200, [{ text: LINKED }]);
    await pull();
    await conversation.settled();
    assert.deepEqual(
      (await pull()).items.map(({ code }) => code),
      ['link-missing'],
    );
  });
});

describe('a client that never answers', () => {
  it('about a file does not make the server grow', async (t) => {
    const child = start(t, '--max-old-space-size=64', [programs.server, '--stdio']);
    const textDocument = { uri: AGENT };
    child.send({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: {
        processId: null,
        rootUri: null,
        capabilities: { textDocument: { diagnostic: {} } },
        initializationOptions: { answersExists: true, answersConfig: true },
      },
    });
    await child.answer(1);
    const text = LINKED + 'Words of a long text.\n'.repeat(4_000);
    const notify = (method: string, params: object): void => child.send({ jsonrpc: '2.0', method, params });
    notify('textDocument/didOpen', { textDocument: { ...textDocument, languageId: 'markdown', version: 1, text } });
    for (let i = 2; i < 130; i++) {
      const at = { line: 6, character: 0 };
      notify('textDocument/didChange', {
        textDocument: { ...textDocument, version: i },
        contentChanges: [{ range: { start: at, end: at }, text: 'x' }],
      });
      child.send({ jsonrpc: '2.0', id: i, method: 'textDocument/diagnostic', params: { textDocument } });
      await child.answer(i);
    }
  });

  it('is asked once about a file, and about a limited number of files', async (t) => {
    const conversation = await converse(t, { initializationOptions: { answersExists: true } });
    const asked: string[] = [];
    const waiting: ((isThere: boolean) => void)[] = [];
    let isAnswering = false;
    conversation.client.onRequest<boolean, void>('agentAuthoring/exists', async ({ uri }: { uri: string }) => {
      asked.push(uri);
      return !isAnswering && (await new Promise<boolean>((resolve) => waiting.push(resolve)));
    });
    const uris = Array.from({ length: 8 }, (_, i) => `file:///w/.claude/agents/d${i}.md`);
    for (const [i, uri] of uris.entries()) conversation.open(manyLinks(100, `n${i}`), uri);
    for (let version = 2; version < 5; version++) {
      for (const [i, uri] of uris.entries()) conversation.change(version, [{ text: manyLinks(100, `n${i}`) }], uri);
      await conversation.settled();
    }
    assert.equal(asked.length, 1_000);
    assert.equal(new Set(asked).size, 1_000);
    isAnswering = true;
    for (const answer of waiting) answer(false);
    // The client sends its answers one after the other, and the server then asks again.
    for (let round = 0; round < 3; round++) await conversation.settled();
    assert.equal(new Set(asked).size, 1_600);
    for (const uri of uris)
      assert.equal(codes(conversation, uri).filter((code) => code === 'link-missing').length, 100);
  });

  it('for a configuration file does not keep other documents from theirs', async (t) => {
    const places: string[] = [];
    const config = (uri: string): Promise<unknown> => {
      places.push(uri);
      if (uri.startsWith('file:///gone/')) return new Promise(() => undefined);
      return Promise.resolve(
        uri === 'file:///w/.agent-authoring.json' ? '{"rules":{"tool-removed":"off"}}' : undefined,
      );
    };
    const conversation = await converse(t, { host: { config } });
    conversation.open(TEXT, 'file:///gone/.claude/agents/a.md');
    conversation.open(TEXT);
    await conversation.settled();
    assert.ok(places.some((place) => place.startsWith('file:///gone/')));
    assert.deepEqual(codes(conversation), ['tool-duplicate']);
    void conversation.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [] });
    await conversation.settled();
    assert.deepEqual(codes(conversation), ['tool-duplicate']);
  });
});

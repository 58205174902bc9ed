/** Broken links in a conversation: looked up once, reported when the answer is certain. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { document } from '../../server/core/text/document';
import { AGENT, converse, shown } from './conversation';

const TEXT = document`
  ---
  name: endpoint-checker
  description: Calls every endpoint of a service.
  ---
  See [a](a.md), [b](b.md).
  `;
const MISSING = AGENT.replace('endpoint-checker.md', 'a.md');
const THERE = AGENT.replace('endpoint-checker.md', 'b.md');

const nameOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);

describe('a link to another file', () => {
  it('is reported when the file does not exist, and looked up once', async (t) => {
    const seen: string[] = [];
    const exists = (uri: string): Promise<boolean> => {
      seen.push(uri);
      return Promise.resolve(nameOf(uri) !== 'a.md');
    };
    const conversation = await converse(t, { host: { exists } });
    conversation.open(TEXT);
    const { diagnostics } = await conversation.publication((params) => params.diagnostics.length > 0);
    assert.deepEqual(shown(TEXT, diagnostics), ['link-missing a.md']);
    conversation.change(2, [{ text: `${TEXT}\nDone.\n` }]);
    await conversation.publication((params) => params.version === 2 && params.diagnostics.length > 0);
    assert.deepEqual(seen, [MISSING, 'file:///w/a.md', THERE, 'file:///w/b.md']);
  });

  it('is reported when it is written later', async (t) => {
    const conversation = await converse(t, { host: { exists: (uri) => Promise.resolve(nameOf(uri) !== 'a.md') } });
    conversation.open(TEXT.replace('[a](a.md)', 'a'));
    await conversation.publication((params) => params.version === 1);
    conversation.change(2, [{ text: TEXT }]);
    const { diagnostics } = await conversation.publication((params) => params.diagnostics.length > 0);
    assert.deepEqual(shown(TEXT, diagnostics), ['link-missing a.md']);
  });

  it('is looked up by a client that can; the client is then told to pull diagnostics again', async (t) => {
    const conversation = await converse(t, {
      initializationOptions: { answersExists: true },
      capabilities: { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } },
    });
    let refreshed = 0;
    conversation.client.onRequest('workspace/diagnostic/refresh', () => {
      refreshed++;
      return null;
    });
    conversation.client.onRequest('agentAuthoring/exists', ({ uri }: { uri: string }) => nameOf(uri) !== 'a.md');
    conversation.open(TEXT);
    const pull = (): Promise<{ readonly items: readonly { readonly code: string }[] }> =>
      conversation.client.sendRequest('textDocument/diagnostic', { textDocument: { uri: AGENT } });
    assert.deepEqual((await pull()).items, []);
    await conversation.settled();
    assert.equal(refreshed, 1, 'asked to pull again');
    assert.deepEqual(
      (await pull()).items.map(({ code }) => code),
      ['link-missing'],
    );
  });

  const told: readonly (readonly [string, object])[] = [
    ['workspace/didCreateFiles', { files: [{ uri: MISSING }] }],
    ['workspace/didRenameFiles', { files: [{ oldUri: THERE, newUri: MISSING }] }],
    ['workspace/didDeleteFiles', { files: [{ uri: THERE }] }],
  ];
  for (const [method, params] of told) {
    it(`is looked up again after ${method}`, async (t) => {
      let missing = MISSING;
      const conversation = await converse(t, {
        host: { exists: (uri) => Promise.resolve(nameOf(uri) !== nameOf(missing)) },
      });
      conversation.open(TEXT);
      await conversation.publication((published) => published.diagnostics.length > 0);
      missing = THERE;
      void conversation.client.sendNotification(method, params);
      await conversation.publication(({ diagnostics }) => shown(TEXT, diagnostics).includes('link-missing b.md'));
    });
  }

  it('is looked up again when the document is opened again', async (t) => {
    let missing = MISSING;
    const conversation = await converse(t, {
      host: { exists: (uri) => Promise.resolve(nameOf(uri) !== nameOf(missing)) },
    });
    conversation.open(TEXT);
    await conversation.publication((published) => published.diagnostics.length > 0);
    void conversation.client.sendNotification('textDocument/didClose', { textDocument: { uri: AGENT } });
    missing = THERE;
    conversation.open(TEXT, AGENT, 7);
    await conversation.publication(({ diagnostics }) => shown(TEXT, diagnostics).includes('link-missing b.md'));
  });

  it('is not checked when the file system cannot be read, or gives no answer', async (t) => {
    const silent = { initializationOptions: { answersExists: true } };
    for (const options of [{ host: { exists: () => Promise.reject(new Error('no disk')) } }, { host: {} }, silent]) {
      const conversation = await converse(t, options);
      conversation.client.onRequest('agentAuthoring/exists', () => null);
      conversation.open(TEXT);
      await conversation.publication((params) => params.version === 1);
      assert.deepEqual(
        conversation.published.flatMap(({ diagnostics }) => diagnostics),
        [],
      );
    }
  });
});

describe('a limit that several files share', () => {
  const inner = 'file:///w/a/AGENTS.md';
  const filler = `${'a'.repeat(20_000)}\n`;

  it('counts the files in the folders above, which are read again when the document is saved', async (t) => {
    const files = new Map([
      ['file:///w/.git', ''],
      ['file:///w/AGENTS.md', filler],
    ]);
    const reads: string[] = [];
    const conversation = await converse(t, {
      host: {
        exists: (uri) => Promise.resolve(files.has(uri)),
        config: (uri) => {
          reads.push(uri);
          return Promise.resolve(files.get(uri));
        },
      },
    });
    conversation.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: inner, languageId: 'markdown', version: 1, text: filler },
    });
    const { diagnostics } = await conversation.publication((params) => params.diagnostics.length > 0);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['instructions-cut'],
    );
    const count = (): number => reads.filter((uri) => uri === 'file:///w/AGENTS.md').length;
    const before = count();
    conversation.client.sendNotification('textDocument/didChange', {
      textDocument: { uri: inner, version: 2 },
      contentChanges: [{ text: `${filler}\n` }],
    });
    await conversation.publication((params) => params.version === 2);
    assert.equal(count(), before, 'no file is read for a keystroke');
    files.set('file:///w/AGENTS.md', 'Hi\n');
    conversation.client.sendNotification('textDocument/didSave', { textDocument: { uri: inner } });
    await conversation.publication((params) => params.diagnostics.length === 0);
  });
});

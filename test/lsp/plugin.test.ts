/** Plugin agents, which only a file beside their folder distinguishes from other Markdown. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { document } from '../../server/core/text/document';
import { converse } from './conversation';

const PLUGIN_AGENT = 'file:///w/plugins/tidy/agents/tidy.md';
const MANIFEST = 'file:///w/plugins/tidy/.claude-plugin/plugin.json';
const IGNORED = document`
  ---
  description: Tidies up the working copy.
  model: opus
  permissionMode: plan
  ---
  Hi
  `;

describe('a Markdown file in a folder named agents', () => {
  it('is checked as a plugin agent when the manifest exists', async (t) => {
    const seen: string[] = [];
    const exists = (uri: string): Promise<boolean> => {
      seen.push(uri);
      return Promise.resolve(uri === MANIFEST);
    };
    const conversation = await converse(t, { host: { exists } });
    conversation.open(IGNORED, PLUGIN_AGENT);
    const { diagnostics } = await conversation.publication((params) => params.diagnostics.length > 0);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['field-ignored'],
    );
    conversation.change(2, [{ text: `${IGNORED} ` }], PLUGIN_AGENT);
    await conversation.settled();
    assert.deepEqual(seen, [MANIFEST], 'it is looked up once');
  });

  it('is looked up by a client that can, because it sees other file systems', async (t) => {
    const conversation = await converse(t, {
      initializationOptions: { answersExists: true },
      host: { exists: () => Promise.reject(new Error('not asked')) },
    });
    conversation.client.onRequest('agentAuthoring/exists', ({ uri }: { uri: string }) => uri === MANIFEST);
    conversation.open(IGNORED, PLUGIN_AGENT);
    const { diagnostics } = await conversation.publication((params) => params.diagnostics.length > 0);
    assert.equal(diagnostics.length, 1);
  });

  it('is not checked without a manifest, or when the file system cannot be read', async (t) => {
    for (const host of [
      { exists: () => Promise.resolve(false) },
      { exists: () => Promise.reject(new Error('no disk')) },
      {},
    ]) {
      const conversation = await converse(t, { host });
      conversation.open(IGNORED, PLUGIN_AGENT);
      await conversation.settled();
      assert.deepEqual(
        conversation.published.flatMap(({ diagnostics }) => diagnostics),
        [],
      );
    }
  });

  it('is checked as soon as the client reports a manifest, and no longer when the manifest lists other files', async (t) => {
    let manifest: string | undefined;
    const conversation = await converse(t, {
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
      host: {
        exists: (uri) => Promise.resolve(uri === MANIFEST && manifest !== undefined),
        config: (uri) => Promise.resolve(uri === MANIFEST ? manifest : undefined),
      },
    });
    conversation.open(IGNORED, PLUGIN_AGENT);
    await conversation.settled();
    assert.deepEqual(
      conversation.published.flatMap(({ diagnostics }) => diagnostics),
      [],
    );
    const codesAfter = async (text: string | undefined): Promise<readonly unknown[]> => {
      manifest = text;
      const seen = conversation.published.length;
      await conversation.client.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: MANIFEST, type: 2 }],
      });
      await conversation.settled();
      assert.ok(conversation.published.length > seen, 'nothing is published');
      return conversation.published.at(-1)?.diagnostics.map(({ code }) => code) ?? [];
    };
    assert.deepEqual(await codesAfter('{"name": "tidy"}'), ['field-ignored']);
    assert.deepEqual(await codesAfter('{"name": "tidy", "agents": []}'), []);
    assert.deepEqual(await codesAfter('{"name": "my tidy"}'), ['manifest-invalid', 'field-ignored']);
    assert.deepEqual(await codesAfter(undefined), []);
  });

  for (const [method, params] of [
    ['workspace/didChangeWatchedFiles', { changes: [{ uri: MANIFEST, type: 3 }] }],
    ['workspace/didDeleteFiles', { files: [{ uri: MANIFEST }] }],
    ['workspace/didRenameFiles', { files: [{ oldUri: MANIFEST, newUri: 'file:///w/plugin.json' }] }],
  ] as const) {
    it(`is no longer checked without its manifest, beside another open agent: ${method}`, async (t) => {
      let isThere = true;
      const other = PLUGIN_AGENT.replace('tidy.md', 'sweep.md');
      const conversation = await converse(t, {
        host: { exists: (uri) => Promise.resolve(uri === MANIFEST && isThere) },
      });
      conversation.open(IGNORED, PLUGIN_AGENT);
      conversation.open(IGNORED, other);
      await conversation.settled();
      const lastCodes = (): readonly unknown[] =>
        [PLUGIN_AGENT, other].map((uri) =>
          conversation.published.findLast((one) => one.uri === uri)?.diagnostics.map(({ code }) => code),
        );
      assert.deepEqual(lastCodes(), [['field-ignored'], ['field-ignored']]);
      isThere = false;
      await conversation.client.sendNotification(method, params);
      await conversation.settled();
      assert.deepEqual(lastCodes(), [[], []]);
    });
  }
});

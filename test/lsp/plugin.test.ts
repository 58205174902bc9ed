/** Plugin agents, which only a file beside their folder distinguishes from other Markdown. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { document } from '../../server/core/text/document';
import { converse } from './conversation';

const PLUGIN_AGENT = 'file:///w/plugins/tidy/agents/tidy.md';
const MANIFEST = 'file:///w/plugins/tidy/.claude-plugin/plugin.json';
const IGNORED = document`
  ---
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
});

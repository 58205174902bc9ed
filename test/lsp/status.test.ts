/** The request for the programs that read a document, and for the configuration that counts for it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { document } from '../../server/core/text/document';
import { AGENT, type Conversation, converse } from './conversation';

interface Reader {
  readonly name: string;
  readonly version: string;
  readonly isObserved: boolean;
}

const text = document`
  ---
  name: reviewer
  description: Reviews changes.
  ---
  Review the change.
  `;

interface Status {
  readonly readers: readonly Reader[];
  readonly configuration: string | null;
}

const statusOf = ({ client }: Conversation, uri: string): Promise<Status | null> =>
  client.sendRequest('agentAuthoring/status', { textDocument: { uri } });

describe('the request for the programs that read a document', () => {
  it('has each program once with its version, the main one first', async (t) => {
    const conversation = await converse(t);
    conversation.open(text);
    const { readers } = (await statusOf(conversation, AGENT)) ?? assert.fail('no answer');
    assert.equal(readers[0]?.name, 'Claude Code');
    assert.match(readers[0]?.version ?? '', /^\d+\.\d+\.\d+$/);
    assert.ok(readers.length > 1, 'several programs read the folder');
    assert.equal(new Set(readers.map(({ name }) => name)).size, readers.length);
    assert.ok(readers.every(({ isObserved }) => isObserved));
  });

  it('says of a program that was not run that it is documented', async (t) => {
    const conversation = await converse(t);
    const uri = 'file:///w/.cursor/agents/reviewer.md';
    conversation.open(text, uri);
    assert.deepEqual(
      (await statusOf(conversation, uri))?.readers.map(({ isObserved }) => isObserved),
      [false],
    );
  });

  it('has none for a document that no program reads', async (t) => {
    const conversation = await converse(t);
    const uri = 'file:///w/notes/reviewer.md';
    conversation.open(text, uri);
    assert.equal(await statusOf(conversation, uri), null);
  });

  it('names the nearest configuration file, and tells when it is another one', async (t) => {
    const folder = 'file:///w/.claude';
    const texts = new Map<string, string>();
    const conversation = await converse(t, { host: { config: async (uri) => texts.get(uri) } });
    let told = 0;
    conversation.client.onNotification('agentAuthoring/statusChanged', () => void told++);
    conversation.open(text);
    const changed = async (uri: string, content?: string): Promise<string | null | undefined> => {
      if (content === undefined) texts.delete(uri);
      else texts.set(uri, content);
      await conversation.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
      await conversation.settled();
      return (await statusOf(conversation, AGENT))?.configuration;
    };
    const [above, near] = ['file:///w/.agent-authoring.json', `${folder}/.agent-authoring.json`];
    assert.equal(await changed(above, '{}'), above);
    assert.equal(told, 0, 'it has not asked before');
    assert.equal(await changed(near, '{}'), near);
    assert.equal(told, 1);
    assert.equal(await changed(near, '{ "maxFindings": 3 }'), near);
    assert.equal(told, 1, 'it is the same file');
    assert.equal(await changed(near), above);
    assert.equal(told, 2);
  });

  it('waits for no answer of the client', async (t) => {
    const conversation = await converse(t, { host: { config: () => new Promise(() => undefined) } });
    conversation.open(text);
    assert.equal((await statusOf(conversation, AGENT))?.configuration, null);
  });
});

/** The request for the programs that read a document. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { document } from '../../server/core/text/document';
import { AGENT, type Conversation, converse } from './conversation';

interface Reader {
  readonly name: string;
  readonly isObserved: boolean;
}

const text = document`
  ---
  name: reviewer
  description: Reviews changes.
  ---
  Review the change.
  `;

const readersOf = ({ client }: Conversation, uri: string): Promise<readonly Reader[] | null> =>
  client.sendRequest('agentAuthoring/status', { textDocument: { uri } });

describe('the request for the programs that read a document', () => {
  it('has each program once with its version, the main one first', async (t) => {
    const conversation = await converse(t);
    conversation.open(text);
    const readers = (await readersOf(conversation, AGENT)) ?? [];
    assert.match(readers[0]?.name ?? '', /^Claude Code \d+\.\d+\.\d+$/);
    assert.ok(readers.length > 1, 'several programs read the folder');
    assert.equal(new Set(readers.map(({ name }) => name)).size, readers.length);
    assert.ok(readers.every(({ isObserved }) => isObserved));
  });

  it('says of a program that was not run that it is documented', async (t) => {
    const conversation = await converse(t);
    const uri = 'file:///w/.cursor/agents/reviewer.md';
    conversation.open(text, uri);
    assert.deepEqual(
      (await readersOf(conversation, uri))?.map(({ isObserved }) => isObserved),
      [false],
    );
  });

  it('has none for a document that no program reads', async (t) => {
    const conversation = await converse(t);
    const uri = 'file:///w/notes/reviewer.md';
    conversation.open(text, uri);
    assert.equal(await readersOf(conversation, uri), null);
  });
});

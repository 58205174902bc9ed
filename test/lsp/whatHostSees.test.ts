/** What the host sees in the protocol: the document for an agent, with the files around it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AGENT, converse, errorCode, TEXT } from './conversation';

const REQUEST = 'agentAuthoring/whatHostSees';

interface Answer {
  readonly uri: string;
  readonly text: string;
}

describe('what the host sees over the wire', () => {
  it('is a document about the text as it is now', async (t) => {
    const { client, open, change } = await converse(t);
    open(TEXT);
    const ask = () => client.sendRequest<Answer | null>(REQUEST, { textDocument: { uri: AGENT } });
    const first = await ask();
    assert.equal(first?.uri, AGENT);
    assert.match(first.text, /^# What Claude Code sees\n\n`endpoint-checker\.md`, /);
    assert.match(first.text, /\n- `MultiEdit`, line 4, is ignored: removed in 2\.0\.0\n/);
    change(2, [{ text: TEXT.replace(', MultiEdit', '') }]);
    assert.doesNotMatch((await ask())?.text ?? '', /MultiEdit/);
  });

  it('says which of the open files counts', async (t) => {
    const { client, open } = await converse(t);
    open(TEXT);
    const later = AGENT.replace('endpoint-checker', 'later');
    open(TEXT, later);
    const answer = await client.sendRequest<Answer | null>(REQUEST, { textDocument: { uri: AGENT } });
    assert.match(answer?.text ?? '', /Not loaded: `endpoint-checker` is loaded from `later\.md`/);
  });

  it('is null for other documents, and an error without one', async (t) => {
    const { client, open } = await converse(t);
    open(TEXT, 'file:///w/README.md');
    assert.equal(await client.sendRequest(REQUEST, { textDocument: { uri: 'file:///w/README.md' } }), null);
    assert.equal(await client.sendRequest(REQUEST, { textDocument: { uri: AGENT } }), null);
    assert.equal(await errorCode(client.sendRequest(REQUEST, {})), -32602);
  });
});

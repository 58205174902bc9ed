/** A request that is tried, in the protocol: matches among the open agents. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Route } from '../../server/core/index';
import { AGENT, converse, errorCode, TEXT } from './conversation';

const REQUEST = 'agentAuthoring/route';

describe('a request over the wire', () => {
  it('leads to an agent, with the place of its name', async (t) => {
    const { client, open } = await converse(t);
    open(TEXT);
    const { matches, ...rest } = await client.sendRequest<Route & { isReading: boolean }>(REQUEST, {
      request: 'which endpoint answers wrongl',
      isTyping: true,
    });
    assert.deepEqual(rest, { compared: 1, tied: 0, shared: [], isReading: false });
    const [match] = matches;
    assert.deepEqual([match?.name, match?.path, match?.host], ['endpoint-checker', AGENT, 'Claude Code']);
    assert.deepEqual(match?.range, { start: { line: 1, character: 6 }, end: { line: 1, character: 22 } });
    assert.deepEqual([...(match?.words ?? [])].sort(), ['answers', 'endpoint', 'wrongl']);
  });

  it('leads nowhere in an empty workspace, and is an error without a text', async (t) => {
    const { client } = await converse(t);
    const { matches } = await client.sendRequest<Route>(REQUEST, { request: 'x' });
    assert.deepEqual(matches, []);
    for (const params of [{}, { request: 7 }, null, []])
      assert.equal(await errorCode(client.sendRequest(REQUEST, params)), -32602);
  });
});

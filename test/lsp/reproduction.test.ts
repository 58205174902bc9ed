/** A reproduction over the wire: what the server adds to what the client says. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AGENT, converse, errorCode, TEXT } from './conversation';

const REQUEST = 'agentAuthoring/reproduction';

interface Answer {
  readonly text: string;
  readonly path: string;
  readonly problems: number;
}

describe('a reproduction over the wire', () => {
  it('has the settings, the problems and the text as they are now', async (t) => {
    const initializationOptions = { settings: { rules: { 'tool-duplicate': 'error' } } };
    const { client, open, change } = await converse(t, {
      initializationOptions,
      workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
    });
    open(TEXT);
    const ask = (more = {}) => client.sendRequest<Answer | null>(REQUEST, { textDocument: { uri: AGENT }, ...more });
    const first = await ask({ programs: ['Editor 1.0', 7, 'x'.repeat(1000)], rule: 'tool-removed' });
    assert.match(first?.text ?? '', /^# Reproduction of `tool-removed`\n\n- Programs: Editor 1\.0, x{100}\n/);
    assert.equal(first?.path, '.claude/agents/endpoint-checker.md');
    assert.match(first.text, /\nrules: \{"tool-duplicate":"error"\}\n/);
    assert.match(first.text, /error tool-duplicate: /);
    assert.ok(first.text.includes(`\n${TEXT}`));
    change(2, [{ text: TEXT.replace(', MultiEdit, Read', '') }]);
    const second = await ask({ programs: 'no list', rule: 7 });
    assert.match(second?.text ?? '', /^# Reproduction\n/);
    assert.equal(second?.problems, 0);
  });

  it('is null for other documents, and an error without one', async (t) => {
    const { client, open } = await converse(t);
    open(TEXT, 'file:///w/README.md');
    for (const uri of ['file:///w/README.md', AGENT])
      assert.equal(await client.sendRequest(REQUEST, { textDocument: { uri } }), null);
    assert.equal(await errorCode(client.sendRequest(REQUEST, {})), -32602);
  });
});

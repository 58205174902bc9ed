/** A part of the server that throws only fails its own answer. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ErrorCodes } from 'vscode-languageserver/node';
import { rules } from '../../server/core/index';
import { type FileRule, isFileRule } from '../../server/core/rules/rule';
import { guardOf, on } from '../../server/lsp/register';
import { AGENT, converse, errorCode, shown, TEXT, wire } from './conversation';

/** A rule about one file. */
function ruleOf(id: string): FileRule {
  const rule = rules.find((one) => one.id === id);
  return rule !== undefined && isFileRule(rule) ? rule : assert.fail('the rule is there');
}

const boom = (): never => {
  throw new Error('boom');
};

describe('a rule that throws', () => {
  it('is logged by its name, and the findings of the others are published', async (t) => {
    const rule = ruleOf('tool-removed');
    t.mock.method(rule, 'check', boom);
    const conversation = await converse(t);
    conversation.open(TEXT);
    const { diagnostics } = await conversation.publication(() => true);
    assert.deepEqual(shown(TEXT, diagnostics), ['tool-duplicate Read']);
    await conversation.logged(/tool-removed failed: Error: boom/);
  });
});

describe('a handler that throws', () => {
  it('is answered with InternalError and logged, and the next request is answered', async (t) => {
    const { server, client } = wire(t);
    const guard = guardOf(
      server,
      () => 'running',
      (uri) => ({ uri, version: 1, readers: () => (uri === AGENT ? boom() : []), text: () => '' }),
    );
    on({ hoverProvider: true }, (connection) =>
      connection.onHover(guard(null, (document) => document.agent && null)),
    ).connect(server, guard);
    const log: string[] = [];
    client.onNotification('window/logMessage', ({ message }: { message: string }) => {
      log.push(message);
    });
    server.listen();
    client.listen();
    const ask = (uri: string): Promise<unknown> => client.sendRequest('textDocument/hover', { textDocument: { uri } });
    assert.equal(await errorCode(ask(AGENT)), ErrorCodes.InternalError);
    assert.equal(await ask('file:///w/.claude/agents/other.md'), null);
    // The line was sent before either answer.
    assert.match(log.join(), /A request failed: Error: boom/);
  });
});

describe('a failure while publishing', () => {
  it('is logged, and other documents are published', async (t) => {
    const conversation = await converse(t);
    const other = 'file:///w/.claude/agents/other.md';
    // Related locations are converted after the rules ran, so this fails outside their guard.
    const related = [{ span: { start: 0, end: 1 }, message: '' }];
    Object.defineProperty(related, 'map', { value: boom });
    let calls = 0;
    const rule = ruleOf('tool-removed');
    t.mock.method(rule, 'check', () => {
      calls++;
      return calls === 1 ? [{ span: { start: 0, end: 1 }, message: '', related }] : [];
    });
    conversation.open(TEXT);
    conversation.open(TEXT, other);
    await conversation.logged(/endpoint-checker.md could not be checked: Error: boom/);
    assert.deepEqual(
      conversation.published.map(({ uri }) => uri),
      [other],
    );
  });
});

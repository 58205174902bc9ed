/** Settings: requested, sent, or given at the start; and invalid settings. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DiagnosticSeverity } from 'vscode-languageserver/node';
import { type Conversation, converse, lastMarks, TEXT } from './conversation';

const asked = { workspace: { configuration: true } };
const removed = 'tool-removed MultiEdit';
const doubled = 'tool-duplicate Read';
const withoutDuplicates = { rules: { 'tool-duplicate': 'off' } };

const told = ({ client }: Conversation, settings: unknown): void =>
  void client.sendNotification('workspace/didChangeConfiguration', { settings });

describe('a client that supports workspace/configuration', () => {
  it('is asked at the start', async (t) => {
    const conversation = await converse(t, { capabilities: asked, configuration: () => withoutDuplicates });
    conversation.open(TEXT);
    assert.deepEqual(await lastMarks(conversation), [removed]);
  });

  it('is asked again after any change notification', async (t) => {
    let settings: unknown = {};
    const conversation = await converse(t, { capabilities: asked, configuration: () => settings });
    conversation.open(TEXT);
    assert.deepEqual(await lastMarks(conversation), [removed, doubled]);
    settings = withoutDuplicates;
    told(conversation, null);
    assert.deepEqual(await lastMarks(conversation), [removed]);
  });

  it('may answer null, which keeps the settings from the start', async (t) => {
    const conversation = await converse(t, {
      capabilities: asked,
      initializationOptions: { settings: withoutDuplicates },
    });
    conversation.open(TEXT);
    assert.deepEqual(await lastMarks(conversation), [removed]);
  });

  it('may fail to answer, which keeps the current settings', async (t) => {
    let fails = false;
    const conversation = await converse(t, {
      capabilities: asked,
      configuration: () => {
        if (fails) throw new Error('no settings today');
        return withoutDuplicates;
      },
    });
    conversation.open(TEXT);
    await lastMarks(conversation);
    fails = true;
    told(conversation, null);
    await conversation.logged(/Could not read the settings.*no settings today/s);
    conversation.change(2, [{ text: `${TEXT} ` }]);
    assert.deepEqual(await lastMarks(conversation), [removed]);
  });

  it('may refuse to register for changes without ending the server', async (t) => {
    const conversation = await converse(t, {
      capabilities: { workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } },
    });
    await conversation.logged(/will not report changed settings/);
    conversation.open(TEXT);
    assert.deepEqual(await lastMarks(conversation), [removed, doubled]);
  });

  it('that pulls is told to pull again, and may refuse', async (t) => {
    const conversation = await converse(t, {
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { configuration: true, diagnostics: { refreshSupport: true } },
      },
    });
    await conversation.logged(/did not refresh its diagnostics/);
    let refreshed = 0;
    conversation.client.onRequest('workspace/diagnostic/refresh', () => {
      refreshed++;
      return null;
    });
    told(conversation, null);
    await conversation.settled();
    assert.equal(refreshed, 1);
    assert.deepEqual(conversation.published, []);
  });
});

describe('a client without workspace/configuration', () => {
  it('sends settings by notification', async (t) => {
    const conversation = await converse(t);
    conversation.open(TEXT);
    assert.deepEqual(await lastMarks(conversation), [removed, doubled]);
    told(conversation, { agentAuthoring: withoutDuplicates });
    assert.deepEqual(await lastMarks(conversation), [removed]);
    told(conversation, { agentAuthoring: {} });
    assert.deepEqual(await lastMarks(conversation), [removed, doubled]);
  });

  it('may set another level', async (t) => {
    const conversation = await converse(t);
    conversation.open(TEXT);
    told(conversation, { agentAuthoring: { rules: { 'tool-removed': 'error', 'tool-duplicate': 'hint' } } });
    await conversation.settled();
    const severities = conversation.published.at(-1)?.diagnostics.map(({ severity }) => severity);
    assert.deepEqual(severities, [DiagnosticSeverity.Error, DiagnosticSeverity.Hint]);
  });

  it('sends settings at the start', async (t) => {
    const conversation = await converse(t, { initializationOptions: { settings: withoutDuplicates } });
    conversation.open(TEXT);
    assert.deepEqual(await lastMarks(conversation), [removed]);
  });

  for (const [what, settings] of Object.entries({
    null: null,
    'a number': 7,
    'another section': { other: { rules: { 'tool-removed': 'off' } } },
    'a level that there is not': { agentAuthoring: { rules: { 'tool-removed': 'loud' }, maxFindings: -1 } },
    'rules as a list': { agentAuthoring: { rules: ['tool-removed'] } },
    'a key of every object': { agentAuthoring: { rules: { toString: 'off', constructor: 'off' } } },
  })) {
    it(`may send ${what}, which changes nothing`, async (t) => {
      const conversation = await converse(t);
      conversation.open(TEXT);
      told(conversation, settings);
      assert.deepEqual(await lastMarks(conversation), [removed, doubled]);
    });
  }

  it('may limit the findings, and gets a finding that says so', async (t) => {
    const conversation = await converse(t);
    conversation.open(TEXT);
    told(conversation, { agentAuthoring: { maxFindings: 1 } });
    const marks = await lastMarks(conversation);
    assert.equal(marks.length, 2);
    assert.match(marks[1] ?? '', /^limit /);
  });
});

/** Settings: requested, sent, or given at the start; and invalid settings. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
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

describe('settings that differ between the folders of a workspace', () => {
  it('are asked for each folder', async (t) => {
    const ask = async (settings: (scope: string | undefined) => unknown): Promise<readonly string[]> => {
      const conversation = await converse(t, {
        capabilities: asked,
        workspaceFolders: [{ uri: 'file:///w', name: '' }],
        early: (client) => {
          client.onRequest('workspace/configuration', ({ items }: { items: readonly { scopeUri?: string }[] }) =>
            items.map(({ scopeUri }) => settings(scopeUri)),
          );
        },
      });
      conversation.open(TEXT);
      return lastMarks(conversation);
    };
    assert.deepEqual(await ask((scope) => (scope === 'file:///w' ? withoutDuplicates : {})), [removed]);
    assert.deepEqual(await ask((scope) => (scope === undefined ? withoutDuplicates : {})), [removed, doubled]);
  });
});

describe('a document without a folder', () => {
  const open = async (t: TestContext, languageId: string, settings: object = {}): Promise<string> => {
    const conversation = await converse(t, { initializationOptions: { settings } });
    const uri = 'untitled:Untitled-1';
    void conversation.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text: TEXT },
    });
    const { diagnostics } = (await conversation.publication((one) => one.uri === uri).catch(() => undefined)) ?? {
      diagnostics: [],
    };
    return diagnostics.map(({ message }) => message).join('\n');
  };

  it('is an agent when its language says so, for the host of the settings or the usual one', async (t) => {
    assert.match(await open(t, 'chatagent'), /Claude Code ignores it/);
    assert.match(await open(t, 'chatagent', { hosts: ['gemini-cli'] }), /Gemini CLI/);
    assert.equal(await open(t, 'markdown'), '');
  });
});

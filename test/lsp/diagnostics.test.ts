/** Diagnostics in the protocol: pushed or pulled, with versions, cleared, with links. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { AGENT, type Conversation, converse, shown, TEXT } from './conversation';

const pulls = { textDocument: { diagnostic: {} } };
const marks = ['tool-removed MultiEdit', 'tool-duplicate Read'];
const clean = TEXT.replace(', MultiEdit, Read', '');

async function pulled({ client }: Conversation, uri = AGENT): Promise<readonly Diagnostic[]> {
  const report = await client.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.kind === 'full' ? report.items : assert.fail('a full report is wanted');
}

describe('pushed diagnostics', () => {
  it('come after opening, with the version, and mark only the two problems', async (t) => {
    const conversation = await converse(t);
    conversation.open(TEXT, AGENT, 7);
    const { uri, version, diagnostics } = await conversation.publication(() => true);
    assert.equal(uri, AGENT);
    assert.equal(version, 7);
    assert.deepEqual(shown(TEXT, diagnostics), marks);
    assert.ok(diagnostics.every(({ source }) => source === 'agent-authoring'));
  });

  it('come after the last of many changes, not after each', async (t) => {
    const conversation = await converse(t);
    conversation.open(TEXT);
    for (let version = 2; version <= 200; version++) {
      conversation.change(version, [{ text: version === 200 ? clean : `${TEXT}${version}` }]);
    }
    const last = await conversation.publication(({ version }) => version === 200);
    assert.deepEqual(last.diagnostics, []);
    // Usually there is one, but a busy machine may need more time between two messages.
    const versions = conversation.published.map(({ version }) => version);
    assert.ok(versions.length < 20, `published: ${versions}`);
  });

  it('come for each document that is changed at once', async (t) => {
    const conversation = await converse(t);
    const uris = ['a', 'b', 'c'].map((name) => `file:///w/.claude/agents/${name}.md`);
    for (const uri of uris) conversation.open(TEXT, uri);
    await conversation.settled();
    assert.deepEqual(
      conversation.published.map(({ uri }) => uri),
      uris,
    );
  });

  it('are cleared when the document is closed', async (t) => {
    const conversation = await converse(t);
    conversation.open(TEXT);
    await conversation.publication(({ diagnostics }) => diagnostics.length > 0);
    void conversation.client.sendNotification('textDocument/didClose', { textDocument: { uri: AGENT } });
    await conversation.settled();
    assert.deepEqual(conversation.published.at(-1), { uri: AGENT, diagnostics: [] });
    assert.equal(conversation.published.length, 2);
  });

  it('do not come after the document is closed in the same burst', async (t) => {
    const conversation = await converse(t);
    conversation.open(TEXT);
    void conversation.client.sendNotification('textDocument/didClose', { textDocument: { uri: AGENT } });
    await conversation.settled();
    assert.deepEqual(conversation.published, [{ uri: AGENT, diagnostics: [] }]);
  });

  it('do not come for files that are not agents', async (t) => {
    const conversation = await converse(t);
    conversation.open(TEXT, 'file:///w/docs/notes.md');
    await conversation.settled();
    assert.deepEqual(conversation.published, []);
  });
});

describe('a client that pulls diagnostics', () => {
  it('gets them on request, and none are pushed', async (t) => {
    const conversation = await converse(t, { capabilities: pulls });
    conversation.open(TEXT);
    assert.deepEqual(shown(TEXT, await pulled(conversation)), marks);
    conversation.change(2, [{ text: clean }]);
    assert.deepEqual(await pulled(conversation), []);
    void conversation.client.sendNotification('textDocument/didClose', { textDocument: { uri: AGENT } });
    await conversation.settled();
    assert.deepEqual(conversation.published, []);
  });

  it('gets an empty report for a document that is not open, closed or not an agent', async (t) => {
    const conversation = await converse(t, { capabilities: pulls });
    assert.deepEqual(await pulled(conversation), []);
    conversation.open(TEXT, 'file:///w/docs/notes.md');
    assert.deepEqual(await pulled(conversation, 'file:///w/docs/notes.md'), []);
    conversation.open(TEXT);
    void conversation.client.sendNotification('textDocument/didClose', { textDocument: { uri: AGENT } });
    assert.deepEqual(await pulled(conversation), []);
  });
});

describe('the content of a diagnostic', () => {
  it('points to the first of two equal tools, in the same document', async (t) => {
    const conversation = await converse(t);
    conversation.open(TEXT);
    const { diagnostics } = await conversation.publication(() => true);
    const related = diagnostics.flatMap(({ relatedInformation }) => relatedInformation ?? []);
    assert.deepEqual(
      related.map(({ location }) => location),
      [{ uri: AGENT, range: { start: { line: 3, character: 7 }, end: { line: 3, character: 11 } } }],
    );
  });

  const links: Readonly<Record<string, readonly [object, string | undefined]>> = {
    'nothing without a folder': [{}, undefined],
    "the host's folder": [{ host: { docsBase: 'file:///a/rules' } }, 'file:///a/rules/tool-removed.md'],
    "the client's folder": [
      { initializationOptions: { docsBase: 'https://example.org/rules/' } },
      'https://example.org/rules/tool-removed.md',
    ],
    "the client's folder before the host's": [
      { host: { docsBase: 'file:///a/rules' }, initializationOptions: { docsBase: 'file:///b' } },
      'file:///b/tool-removed.md',
    ],
    "the host's folder when the client's is no text": [
      { host: { docsBase: 'file:///a' }, initializationOptions: { docsBase: 7 } },
      'file:///a/tool-removed.md',
    ],
  };
  for (const [what, [options, href]] of Object.entries(links)) {
    it(`links to the documentation: ${what}`, async (t) => {
      const conversation = await converse(t, options);
      conversation.open(TEXT);
      const { diagnostics } = await conversation.publication(() => true);
      assert.equal(diagnostics[0]?.codeDescription?.href, href);
    });
  }
});

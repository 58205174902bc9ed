/** The completion report and endpoint patterns in the protocol: the keys of the repository, and what the commands insert where. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver/node';
import { endpointPatterns } from '../../server/lsp/templates';
import { AGENT, converse, errorCode } from './conversation';

const textDocument = { uri: AGENT };
const position = { line: 1, character: 0 };
const frontMatter = '---\nname: api-expert\ndescription: Writes endpoints.\n---\n';
const settings = { report: { keys: ['agent', 'risk'] } };

describe('the completion report over the wire', () => {
  it('has the agent’s name and the keys of the settings', async (t) => {
    const { client, open } = await converse(t, { initializationOptions: { settings } });
    open(`${frontMatter}## Response Format\n\n## Scope\n`);
    const report = await client.sendRequest('agentAuthoring/completionReport', { textDocument, position });
    const end = { line: 4, character: 18 };
    assert.deepEqual(report, {
      range: { start: end, end },
      snippet: `\n\n\`\`\`yaml\ncompletion_report:\n  agent: "api-expert"\n  risk: "\${2:[risk]}"\n\`\`\``,
    });
  });

  it('is shown where it is, and refused where there is no place for it', async (t) => {
    const { client, open, change } = await converse(t);
    open(`${frontMatter}\`\`\`yaml\ncompletion_report:\n  agent: x\n\`\`\`\n`);
    const answer = () => client.sendRequest('agentAuthoring/completionReport', { textDocument, position });
    assert.deepEqual(await answer(), {
      existing: { start: { line: 4, character: 0 }, end: { line: 7, character: 3 } },
    });
    change(2, [{ text: '---\nname: a\n' }]);
    assert.deepEqual(await answer(), { refused: 'Close the frontmatter with a line of three dashes first.' });
  });

  it('is null for documents that are not agents, and an error without a document', async (t) => {
    const { client, open } = await converse(t);
    open(frontMatter, 'file:///w/README.md');
    const uri = 'file:///w/README.md';
    for (const method of ['agentAuthoring/completionReport', 'agentAuthoring/endpointPattern']) {
      assert.equal(await client.sendRequest(method, { textDocument: { uri }, position }), null);
      assert.equal(await errorCode(client.sendRequest(method, { position })), -32602);
      assert.equal(await errorCode(client.sendRequest(method, { textDocument })), -32602);
    }
  });

  it('is completed with the keys of the configuration file', async (t) => {
    const config = async (uri: string) =>
      uri === 'file:///w/.agent-authoring.json' ? JSON.stringify(settings) : undefined;
    const { client, open, publication } = await converse(t, { host: { config } });
    open(`${frontMatter}\`\`\`yaml\ncompletion_report:\n  \n\`\`\`\n`);
    // The missing keys show that the file has been read.
    await publication(({ diagnostics }) => diagnostics.some(({ code }) => code === 'report-key-missing'));
    const items = await client.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument,
      position: { line: 6, character: 2 },
    });
    assert.deepEqual(
      items.slice(0, 2).map(({ label }) => label),
      ['agent', 'risk'],
    );
  });
});

describe('endpoint patterns over the wire', () => {
  it('are inserted by name', async (t) => {
    const { client, open } = await converse(t);
    open(`${frontMatter}## Endpoint Pattern\n`);
    const insert = (pattern: unknown) =>
      client.sendRequest<{ readonly snippet?: string } | null>('agentAuthoring/endpointPattern', {
        textDocument,
        position,
        pattern,
      });
    for (const { title, body } of endpointPatterns) {
      const { snippet } = (await insert(title)) ?? {};
      // The same text as the snippet, apart from the line end after it.
      assert.equal(snippet, `\n\n${body.replace(/\n\$0$/, '')}`);
    }
    for (const unknown of ['x', 7, undefined]) assert.equal(await insert(unknown), null);
  });
});

describe('snippets over the wire', () => {
  for (const [hasSnippets, uri, isOffered] of [
    [undefined, AGENT, true],
    ['untitled', AGENT, true],
    ['everywhere', AGENT, false],
  ] as const) {
    it(`are ${isOffered ? '' : 'not '}offered to a client that has them ${hasSnippets ?? 'nowhere'}`, async (t) => {
      const { client, open } = await converse(t, {
        capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
        initializationOptions: { hasSnippets },
      });
      open(`${frontMatter}\nagent-\n`, uri);
      const items = await client.sendRequest<CompletionItem[]>('textDocument/completion', {
        textDocument: { uri },
        position: { line: 5, character: 6 },
      });
      const labels = items.map(({ label }) => label);
      assert.equal(labels.includes('agent-access-restrictions'), isOffered);
      assert.equal(labels.includes('agent-endpoint-fastapi'), isOffered);
      assert.equal(new Set(labels).size, labels.length);
    });
  }

  it('come with a hyphen', async (t) => {
    const { result } = await converse(t);
    assert.ok(result.capabilities.completionProvider?.triggerCharacters?.includes('-'));
  });
});

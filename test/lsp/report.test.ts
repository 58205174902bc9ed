/** The completion report in the protocol: the keys of the repository, and the report for a command. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompletionItem } from 'vscode-languageserver/node';
import { AGENT, converse, errorCode } from './conversation';

const textDocument = { uri: AGENT };
const frontMatter = '---\nname: api-expert\ndescription: Writes endpoints.\n---\n';
const settings = { report: { keys: ['agent', 'risk'] } };

describe('the completion report over the wire', () => {
  it('has the agent’s name and the keys of the settings', async (t) => {
    const { client, open } = await converse(t, { initializationOptions: { settings } });
    open(frontMatter);
    const report = await client.sendRequest('agentAuthoring/completionReport', { textDocument });
    assert.equal(report, `\`\`\`yaml\ncompletion_report:\n  agent: "api-expert"\n  risk: "\${2:[risk]}"\n\`\`\``);
  });

  it('is null for documents that are not agents, and an error without a document', async (t) => {
    const { client, open } = await converse(t);
    open(frontMatter, 'file:///w/README.md');
    const uri = 'file:///w/README.md';
    assert.equal(await client.sendRequest('agentAuthoring/completionReport', { textDocument: { uri } }), null);
    assert.equal(await errorCode(client.sendRequest('agentAuthoring/completionReport', {})), -32602);
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
  for (const [hasSnippets, expected] of [
    [true, 1],
    [false, 5],
  ] as const) {
    it(hasSnippets ? 'are left to a client that has them' : 'are offered to every other client', async (t) => {
      const { client, open } = await converse(t, {
        capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } } },
        initializationOptions: { hasSnippets },
      });
      open(`${frontMatter}## Endpoint Pattern\n\n`);
      const items = await client.sendRequest<CompletionItem[]>('textDocument/completion', {
        textDocument,
        position: { line: 5, character: 0 },
      });
      assert.equal(items.length, expected);
    });
  }
});

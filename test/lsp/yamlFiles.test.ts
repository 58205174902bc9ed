/** Agents in YAML files, which editors open as YAML: they get what others get, and other YAML files get nothing. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CodeLens, CompletionItem, CompletionList, Hover } from 'vscode-languageserver-types';
import { document } from '../../server/core/text/document';
import { type Conversation, converse } from './conversation';

const AGENT = 'file:///w/.cline/agents/a.yaml';
const TEXT = document`
  ---
  name: a
  description: Does a thing.
  tools: [read_files, Read]
  ---
  Hi
  `;

const openAsYaml = ({ client }: Conversation, uri: string): void =>
  void client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'yaml', version: 1, text: TEXT },
  });

describe('a YAML file in a folder of agents', () => {
  it('has diagnostics, completion, a hover and a lens', async (t) => {
    const conversation = await converse(t);
    openAsYaml(conversation, AGENT);
    const { diagnostics } = await conversation.publication((params) => params.diagnostics.length > 0);
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      ['tool-foreign'],
    );
    const { client } = conversation;
    const textDocument = { uri: AGENT };
    const offered = await client.sendRequest<CompletionItem[] | CompletionList>('textDocument/completion', {
      textDocument,
      position: { line: 3, character: 8 },
    });
    const items = Array.isArray(offered) ? offered : offered.items;
    assert.ok(items.some(({ label }) => label === 'search_codebase'));
    const hover = await client.sendRequest<Hover>('textDocument/hover', {
      textDocument,
      position: { line: 3, character: 2 },
    });
    assert.match(JSON.stringify(hover.contents), /Case does not matter/);
    const [lens] = await client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    assert.match(lens?.command?.title ?? '', /^Loads as a/);
  });
});

describe('any other YAML file', () => {
  for (const uri of ['file:///w/compose.yaml', 'file:///w/agents/a.yaml', 'file:///w/.cline/agents/deep/a.yaml']) {
    it(`has none of that: ${uri}`, async (t) => {
      const conversation = await converse(t);
      openAsYaml(conversation, uri);
      await conversation.settled();
      assert.deepEqual(
        conversation.published.flatMap(({ diagnostics }) => diagnostics),
        [],
      );
      const lenses = await conversation.client.sendRequest<CodeLens[] | null>('textDocument/codeLens', {
        textDocument: { uri },
      });
      assert.deepEqual(lenses ?? [], []);
    });
  }
});

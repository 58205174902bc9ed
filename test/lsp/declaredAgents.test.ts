/** Agents that `opencode.json` declares, in the protocol: names lead to their keys and back, while the file is typed in. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  Hover,
  Location,
  MarkupContent,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { type Conversation, converse } from './conversation';
import { MemoryFiles } from './memoryFiles';

const ROOT = 'file:///w';
const CONFIG = `${ROOT}/opencode.json`;
const LEAD = `${ROOT}/.opencode/agent/lead.md`;
const ON_DISK = '{ "agent": { "reviewer": { "description": "Reviews changes." } } }';
// One line more than on disk.
const TYPED = `{\n  "agent": { "reviewer": { "description": "Reviews changes." } } }`;
const KEY = { start: { line: 1, character: 14 }, end: { line: 1, character: 22 } };
const CALL = { start: { line: 3, character: 9 }, end: { line: 3, character: 17 } };
const textDocument = { uri: CONFIG };
const onKey = { textDocument, position: { line: 1, character: 16 } };

describe('agents that a configuration file declares, in the protocol', () => {
  const start = async (t: TestContext): Promise<Conversation> => {
    const files = new MemoryFiles({
      [CONFIG]: ON_DISK,
      [LEAD]: '---\ndescription: Leads the work.\n---\nUse the `reviewer` agent.\n',
    });
    const conversation = await converse(t, {
      host: files.host,
      workspaceFolders: [{ uri: ROOT, name: '' }],
      capabilities: { workspace: { workspaceFolders: true, workspaceEdit: { documentChanges: true } } },
    });
    conversation.open(TYPED, CONFIG, 7);
    await conversation.settled();
    return conversation;
  };

  it('have references, a hover and callers', async (t) => {
    const { client } = await start(t);
    const context = { includeDeclaration: true };
    assert.deepEqual(await client.sendRequest<Location[]>('textDocument/references', { ...onKey, context }), [
      { uri: CONFIG, range: KEY },
      { uri: LEAD, range: CALL },
    ]);
    const hover = await client.sendRequest<Hover>('textDocument/hover', onKey);
    assert.match((hover.contents as MarkupContent).value, /^\*\*`reviewer`\*\* \(project agent\)/);
    const [item] = await client.sendRequest<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', onKey);
    const incoming = await client.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    assert.deepEqual(
      incoming.map(({ from, fromRanges }) => [from.name, fromRanges]),
      [['lead', [CALL]]],
    );
    assert.deepEqual(await client.sendRequest('callHierarchy/outgoingCalls', { item }), []);
  });

  it('are renamed with the texts that name them', async (t) => {
    const { client } = await start(t);
    assert.deepEqual(await client.sendRequest('textDocument/prepareRename', onKey), {
      range: KEY,
      placeholder: 'reviewer',
    });
    const edit = await client.sendRequest<WorkspaceEdit>('textDocument/rename', { ...onKey, newName: 'checker' });
    assert.deepEqual(edit, {
      documentChanges: [
        { textDocument: { uri: CONFIG, version: 7 }, edits: [{ range: KEY, newText: 'checker' }] },
        { textDocument: { uri: LEAD, version: null }, edits: [{ range: CALL, newText: 'checker' }] },
      ],
    });
    const nowhere = { textDocument, position: { line: 0, character: 0 } };
    assert.equal(await client.sendRequest('textDocument/rename', { ...nowhere, newName: 'checker' }), null);
    await assert.rejects(client.sendRequest('textDocument/rename', { ...onKey, newName: 'lead' }), /is taken/);
  });
});

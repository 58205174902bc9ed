/** Refactorings of several files in the protocol; what they change has tests without it. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type CodeAction, ErrorCodes, type WorkspaceEdit } from 'vscode-languageserver/node';
import { document } from '../../server/core/text/document';
import { AGENT, type Conversation, converse, errorCode, TEXT } from './conversation';
import { MemoryFiles } from './memoryFiles';

const textDocument = { uri: AGENT };
const position = { line: 1, character: 8 };

describe('refactorings in the protocol', () => {
  it('is declared, with the files whose new names the server wants to know', async (t) => {
    const { capabilities } = (await converse(t)).result;
    assert.deepEqual(capabilities.renameProvider, { prepareProvider: true });
    const operations = capabilities.workspace?.fileOperations;
    const globs = operations?.willRename?.filters.map(({ pattern }) => pattern);
    assert.ok(globs?.some(({ glob, matches }) => glob === '**/.claude/agents/**/*.md' && matches === 'file'));
    assert.ok(operations?.didRename !== undefined && operations.didCreate !== undefined, 'links need these');
  });

  it('has nothing to rename where no agent around is known', async (t) => {
    const { client, open } = await converse(t);
    open(TEXT);
    assert.equal(await client.sendRequest('textDocument/prepareRename', { textDocument, position }), null);
    assert.equal(await client.sendRequest('textDocument/rename', { textDocument, position, newName: 'checker' }), null);
    const files = [{ oldUri: AGENT, newUri: AGENT.replace('endpoint-', '') }];
    assert.equal(await client.sendRequest('workspace/willRenameFiles', { files }), null);
  });

  const root = 'file:///w';
  const boss = `${root}/.claude/agents/boss.md`;
  const calling = document`
    ---
    name: boss
    description: Leads the work of the others, and asks them in turn.
    ---
    Ask @agent-endpoint-checker.
    `;
  const complete = {
    workspaceFolders: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create' as const, 'rename' as const],
      changeAnnotationSupport: {},
    },
  };
  const start = async (t: TestContext, workspace: object): Promise<Conversation> => {
    const files = new MemoryFiles({ [AGENT]: TEXT, [boss]: calling });
    const conversation = await converse(t, {
      host: files.host,
      workspaceFolders: [{ uri: root, name: '' }],
      capabilities: { workspace },
    });
    conversation.open(TEXT, AGENT, 3);
    await conversation.settled();
    return conversation;
  };

  it('edits open and closed files, and renames the file', async (t) => {
    const { client } = await start(t, complete);
    assert.deepEqual(await client.sendRequest('textDocument/prepareRename', { textDocument, position }), {
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 22 } },
      placeholder: 'endpoint-checker',
    });
    assert.deepEqual(await client.sendRequest('textDocument/rename', { textDocument, position, newName: 'prober' }), {
      documentChanges: [
        {
          textDocument: { uri: AGENT, version: 3 },
          edits: [{ range: { start: { line: 1, character: 6 }, end: { line: 1, character: 22 } }, newText: 'prober' }],
        },
        {
          textDocument: { uri: boss, version: null },
          edits: [{ range: { start: { line: 4, character: 11 }, end: { line: 4, character: 27 } }, newText: 'prober' }],
        },
        {
          kind: 'rename',
          oldUri: AGENT,
          newUri: AGENT.replace('endpoint-checker', 'prober'),
          options: { ignoreIfExists: true },
        },
      ],
    });
  });

  it('edits texts only for a client that says nothing about edits', async (t) => {
    const { client } = await start(t, { workspaceFolders: true });
    const edit = await client.sendRequest<object>('textDocument/rename', { textDocument, position, newName: 'prober' });
    assert.deepEqual(Object.keys(edit), ['changes']);
  });

  it('says why it refuses a name', async (t) => {
    const { client } = await start(t, complete);
    await assert.rejects(
      client.sendRequest('textDocument/rename', { textDocument, position, newName: 'boss' }),
      /`boss` is taken/,
    );
  });

  it('follows the file of an agent, however the client escapes its name, until the agent has the new name', async (t) => {
    const { client, change } = await start(t, complete);
    const oldUri = AGENT.replace('endpoint-checker', 'endpoint%2Dchecker');
    const files = [{ oldUri, newUri: AGENT.replace('endpoint-checker', 'prober') }];
    const edit = await client.sendRequest<WorkspaceEdit>('workspace/willRenameFiles', { files });
    assert.deepEqual(
      edit.documentChanges?.map((one) => 'textDocument' in one && one.textDocument.uri),
      [AGENT, boss],
    );
    change(4, [{ text: TEXT.replace('name: endpoint-checker', 'name: prober') }]);
    assert.equal(await client.sendRequest('workspace/willRenameFiles', { files }), null);
  });

  it('offers to extract a section, where the client can create the file', async (t) => {
    const heading = { line: TEXT.split('\n').indexOf('## Workflow'), character: 4 };
    const request = {
      textDocument,
      range: { start: heading, end: heading },
      context: { diagnostics: [], only: ['refactor.extract'] },
    };
    const { client } = await start(t, complete);
    const [action] = await client.sendRequest<CodeAction[]>('textDocument/codeAction', request);
    const [created] = action?.edit?.documentChanges ?? [];
    assert.ok(created !== undefined && 'kind' in created && created.kind === 'create');
    assert.equal(created.uri, `${root}/.claude/skills/workflow/SKILL.md`);
    const { client: other } = await start(t, { workspaceFolders: true });
    assert.deepEqual(await other.sendRequest('textDocument/codeAction', request), []);
  });

  it('refuses a name that is no text', async (t) => {
    const { client, open } = await converse(t);
    open(TEXT);
    const request = client.sendRequest('textDocument/rename', { textDocument, position, newName: 1 });
    assert.equal(await errorCode(request), ErrorCodes.InvalidParams);
  });

  it('answers file operations of any shape, so that none prevents a renaming', async (t) => {
    const { client } = await converse(t);
    for (const params of [{}, { files: 1 }, { files: [null, { oldUri: 1, newUri: AGENT }] }])
      assert.equal(await client.sendRequest('workspace/willRenameFiles', params), null);
  });

  it('is refused before and after the conversation', async (t) => {
    let early: Promise<number> | undefined;
    const { client } = await converse(t, {
      early: (one) => {
        early = errorCode(one.sendRequest('workspace/willRenameFiles', { files: [] }));
      },
    });
    assert.equal(await early, ErrorCodes.ServerNotInitialized);
    await client.sendRequest('shutdown');
    const late = client.sendRequest('workspace/willRenameFiles', { files: [] });
    assert.equal(await errorCode(late), ErrorCodes.InvalidRequest);
  });
});

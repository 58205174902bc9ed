/** Refactorings of several files in the protocol; what they change has tests without it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ErrorCodes } from 'vscode-languageserver/node';
import { AGENT, converse, errorCode, TEXT } from './conversation';

const textDocument = { uri: AGENT };
const position = { line: 1, character: 8 };

describe('renaming in the protocol', () => {
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

/** Quick fixes over the wire whose edit is in the configuration file, and fixes of a whole file with what they leave. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver/node';
import { applyEdit } from './appliedEdit';
import { AGENT, type Conversation, converse, TEXT } from './conversation';
import { MemoryFiles } from './memoryFiles';

const PLACE = 'file:///w/.agent-authoring.json';
const textDocument = { uri: AGENT };
const line = TEXT.split('\n').findIndex((one) => one.startsWith('tools'));
const character = TEXT.split('\n')[line]?.indexOf('MultiEdit') ?? 0;
const at = { start: { line, character }, end: { line, character } };

const capabilities = {
  textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit', 'command'] } } },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } },
};

/** @param config What is in the configuration file; undefined where there is none. */
async function opened(t: TestContext, config: () => unknown, folders = true, hasActionCommands = true) {
  const conversation = await converse(t, {
    capabilities,
    ...(folders && { workspaceFolders: [{ uri: 'file:///w', name: 'w' }] }),
    initializationOptions: { hasActionCommands },
    host: { config: (uri) => (uri === PLACE ? Promise.resolve(config()) : Promise.resolve(null)) },
  });
  conversation.open(TEXT);
  await conversation.settled();
  return conversation;
}

const actionsAt = ({ client }: Conversation, only: readonly string[], triggerKind = 1): Promise<CodeAction[]> =>
  client.sendRequest('textDocument/codeAction', {
    textDocument,
    range: at,
    context: { diagnostics: [], only, triggerKind },
  });

async function repository(conversation: Conversation): Promise<CodeAction | undefined> {
  const found = (await actionsAt(conversation, ['quickfix'])).find(({ title }) => title.endsWith('repository'));
  return found && conversation.client.sendRequest<CodeAction>('codeAction/resolve', found);
}

describe('quick fixes that change the configuration file', () => {
  it('create it in the folder of the workspace', async (t) => {
    const conversation = await opened(t, () => null);
    const action = await repository(conversation);
    assert.equal(action?.title, 'Disable `tool-removed` for this repository');
    assert.deepEqual(action.command?.arguments, [PLACE]);
    const files = new MemoryFiles({});
    await applyEdit(conversation, files, action.edit ?? assert.fail('no edit'));
    assert.deepEqual(JSON.parse(files.get(PLACE) ?? ''), { rules: { 'tool-removed': 'off' } });
  });

  it('keep what is in it', async (t) => {
    const before = '{\n  // Why.\n  "maxFindings": 9\n}\n';
    const conversation = await opened(t, () => before);
    const files = new MemoryFiles({ [PLACE]: before });
    await applyEdit(conversation, files, (await repository(conversation))?.edit ?? assert.fail('no edit'));
    assert.match(files.get(PLACE) ?? '', /\/\/ Why\.\n {2}"maxFindings": 9,\n {2}"rules": \{\s+"tool-removed": "off"/);
  });

  it('allow a name, which is not reported then', async (t) => {
    let stored: string | null = null;
    const conversation = await opened(t, () => stored);
    conversation.open(TEXT.replace('MultiEdit', 'Deploys__'), AGENT, 2);
    const found = (await actionsAt(conversation, ['quickfix'])).find(({ title }) => title.startsWith('Allow'));
    assert.equal(found?.title, 'Allow tool `Deploys__` in this repository');
    const { edit } = await conversation.client.sendRequest<CodeAction>('codeAction/resolve', found);
    const files = new MemoryFiles({});
    await applyEdit(conversation, files, edit ?? assert.fail('no edit'));
    stored = files.get(PLACE) ?? assert.fail('no file');
    await conversation.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: PLACE, type: 2 }],
    });
    await conversation.settled();
    assert.deepEqual(
      conversation.published.at(-1)?.diagnostics.map(({ code }) => code),
      ['tool-duplicate'],
    );
  });

  it('are not offered outside the workspace, and say why they do nothing where the file is broken', async (t) => {
    assert.equal(await repository(await opened(t, () => null, false)), undefined);
    const broken = await opened(t, () => '{ "rules": ');
    const told: string[] = [];
    broken.client.onNotification('window/showMessage', ({ message }: { message: string }) => void told.push(message));
    assert.equal((await repository(broken))?.edit, undefined);
    await broken.settled();
    assert.deepEqual(told, ['.agent-authoring.json is not changed, because it is not valid. Correct it first.']);
    // It may exist all the same. An editor then refuses the whole edit.
    const unreadable = await opened(t, () => Promise.reject(new Error('gone')));
    const [create] = (await repository(unreadable))?.edit?.documentChanges ?? [];
    assert.deepEqual(create, { kind: 'create', uri: PLACE, options: { overwrite: false, ignoreIfExists: false } });
  });
});

describe('fixes of a whole file', () => {
  it('say what they leave when a person asks for them, but not on save', async (t) => {
    const conversation = await opened(t, () => null);
    const commandOf = async (triggerKind: number): Promise<unknown> => {
      const [action] = await actionsAt(conversation, ['source.fixAll.agentAuthoring'], triggerKind);
      const { edit, command } = await conversation.client.sendRequest<CodeAction>('codeAction/resolve', action);
      assert.ok(edit !== undefined);
      return command && [command.command, command.arguments];
    };
    assert.deepEqual(await commandOf(1), ['agentAuthoring.showFixed', [2, 0]]);
    assert.equal(await commandOf(2), undefined);
  });

  it('have no command for a client without it', async (t) => {
    const conversation = await opened(t, () => null, true, false);
    const actions = await actionsAt(conversation, ['quickfix']);
    assert.ok(actions.every(({ title, command }) => command === undefined && !title.startsWith('Show')));
    const all = actions.find(({ title }) => title.startsWith('Fix all'));
    assert.equal((await conversation.client.sendRequest<CodeAction>('codeAction/resolve', all)).command, undefined);
  });

  it('are given for all tool names on request', async (t) => {
    const { client } = await opened(t, () => null);
    const answer = await client.sendRequest<{ edit: WorkspaceEdit; fixed: number; choices: number }>(
      'agentAuthoring/fixAllToolNames',
      { textDocument },
    );
    assert.deepEqual([answer.fixed, answer.choices], [2, 0]);
    assert.equal(answer.edit.changes?.[AGENT]?.length, 1);
    const other = { textDocument: { uri: 'file:///w/notes.md' } };
    assert.equal(await client.sendRequest('agentAuthoring/fixAllToolNames', other), null);
  });
});

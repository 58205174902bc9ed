/** The requests for the tool matrix and the delegation graph, and the notification that they have changed. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Matrix, Picture } from '../../server/core/index';
import { agentText } from '../features/workspaceAt';
import { type Conversation, converse, errorCode } from './conversation';
import { change, MemoryFiles, quiet } from './memoryFiles';

const at = (name: string): string => `file:///w/.claude/agents/${name}.md`;

interface Started extends Conversation {
  readonly files: MemoryFiles;
  /** How often the client was told that agents have changed. */
  readonly told: () => number;
}

async function start(t: TestContext, texts: Readonly<Record<string, string>>): Promise<Started> {
  const files = new MemoryFiles(texts);
  const conversation = await converse(t, {
    host: files.host,
    workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
    capabilities: { workspace: { workspaceFolders: true } },
  });
  let told = 0;
  conversation.client.onNotification('agentAuthoring/agentsChanged', () => {
    told++;
  });
  await quiet(conversation, files);
  return { ...conversation, files, told: () => told };
}

const matrixOf = ({ client }: Conversation): Promise<Matrix & { isReading: boolean }> =>
  client.sendRequest('agentAuthoring/toolMatrix', {});
const graphOf = ({ client }: Conversation): Promise<Picture & { isReading: boolean }> =>
  client.sendRequest('agentAuthoring/delegationGraph', {});

const team = {
  [at('lead')]: agentText('lead', 'Use the `tester` agent.', 'tools: Read, Agent'),
  [at('tester')]: agentText('tester', 'Hi', 'tools: Read, Bash'),
};

describe('the overviews of all agents', () => {
  it('are about files that are not open', async (t) => {
    const conversation = await start(t, team);
    const { rows, isReading } = await matrixOf(conversation);
    assert.deepEqual(
      rows.map(({ name, uri }) => [name, uri]),
      [
        ['lead', at('lead')],
        ['tester', at('tester')],
      ],
    );
    assert.equal(isReading, false);
    const { nodes, edges } = await graphOf(conversation);
    assert.deepEqual(
      edges.map(({ from, to }) => [nodes[from]?.name, nodes[to]?.name]),
      [['lead', 'tester']],
    );
  });

  it('are about open files as they are typed', async (t) => {
    const conversation = await start(t, team);
    conversation.open(team[at('lead')] ?? '', at('lead'));
    conversation.change(2, [{ text: agentText('lead', 'Hi', 'tools: Write') }], at('lead'));
    const { columns, rows } = await matrixOf(conversation);
    const write = columns.findIndex(({ name }) => name === 'Write');
    assert.equal(rows.find(({ name }) => name === 'lead')?.cells.charAt(write), 'l');
    assert.deepEqual((await graphOf(conversation)).edges, []);
  });

  it('are empty without files, and refuse no parameters', async (t) => {
    const conversation = await start(t, {});
    const { client } = conversation;
    assert.deepEqual((await matrixOf(conversation)).rows, []);
    assert.deepEqual((await graphOf(conversation)).nodes, []);
    for (const params of [null, [], { x: 1 }])
      assert.deepEqual((await client.sendRequest<Picture>('agentAuthoring/delegationGraph', params)).nodes, []);
  });

  it('are given as text', async (t) => {
    const { client } = await start(t, team);
    const text = (params: unknown): Promise<string> => client.sendRequest('agentAuthoring/toolMatrixText', params);
    assert.match(await text({ as: 'markdown' }), /^\| Name \| .*\n(?:\|.*\n){3}$/);
    assert.match(await text({ as: 'csv', rows: [at('tester')] }), /^Name,.*\r\ntester,.*\r\n$/);
    for (const params of [{}, { as: 'html' }, { as: 'csv', rows: 'a' }, { as: 'csv', rows: [1] }, null])
      assert.equal(await errorCode(text(params)), -32602, JSON.stringify(params));
    assert.match(await client.sendRequest('agentAuthoring/delegationGraphText', {}), /^flowchart LR\n/);
  });

  it('lead to the place of a tool in an open file', async (t) => {
    const conversation = await start(t, team);
    const { client } = conversation;
    const place = (tool: unknown): Promise<unknown> =>
      client.sendRequest('agentAuthoring/toolPlace', { textDocument: { uri: at('tester') }, tool });
    assert.equal(await place('Bash'), null, 'it is not open');
    conversation.open(team[at('tester')] ?? '', at('tester'));
    assert.deepEqual(await place('Bash'), { start: { line: 3, character: 13 }, end: { line: 3, character: 17 } });
    for (const tool of ['Write', '', 7, undefined, '__proto__']) assert.equal(await place(tool), null);
  });
});

describe('a client that shows an overview', () => {
  for (const [what, ask] of [
    ['tool matrix', matrixOf],
    ['delegation graph', graphOf],
  ] as const)
    it(`is told once of each change after it has asked for the ${what}`, async (t) => {
      const conversation = await start(t, team);
      const { files, told, client } = conversation;
      /** How often the client is told of what `act` does, after it has asked. */
      const toldOf = async (act: () => unknown): Promise<number> => {
        await ask(conversation);
        await quiet(conversation, files);
        const before = told();
        await act();
        await quiet(conversation, files);
        return told() - before;
      };
      const notify = (type: number): Promise<void> =>
        client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: at('new'), type }] });
      conversation.open(team[at('lead')] ?? '', at('lead'));
      // What it says about others has changed, and not what others may ask about it.
      const text = agentText('lead', 'Hi', 'tools: Read, Agent');
      assert.equal(await toldOf(() => conversation.change(2, [{ text }], at('lead'))), 1);
      files.set(at('new'), agentText('new'));
      assert.equal(await toldOf(() => notify(change.created)), 1);
      files.delete(at('new'));
      assert.equal(await toldOf(() => notify(change.deleted)), 1);
    });

  it('is told nothing while nothing changes, and before it asks', async (t) => {
    const conversation = await start(t, team);
    const { files, told, client } = conversation;
    conversation.open(agentText('lead'), at('lead'));
    await quiet(conversation, files);
    assert.equal(told(), 0);
    await matrixOf(conversation);
    await graphOf(conversation);
    await quiet(conversation, files);
    const before = told();
    await client.sendNotification('textDocument/didSave', { textDocument: { uri: at('lead') } });
    await quiet(conversation, files);
    assert.equal(told(), before);
  });
});

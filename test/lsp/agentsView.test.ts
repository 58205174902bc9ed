/** The list of all agents over the wire: what it has, when the client hears of changes, and that it is bounded. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { A, agent, parts, view } from './agentsViews';
import { converse, errorCode } from './conversation';
import { change, MemoryFiles, quiet } from './memoryFiles';

describe('the list of agents over the wire', () => {
  it('has closed files, open ones as they are typed, and the problems of both', async (t) => {
    const it = await view(t, { [`${A}a.md`]: agent('a'), [`${A}b.md`]: agent('b', 'tools: Read, MultiEdit\n') });
    assert.deepEqual(await it.names(), ['a loads 0/0', 'b losses 0/1']);
    it.open(agent('renamed'), `${A}a.md`);
    assert.deepEqual(
      (await it.names()).map((name) => name.split(' ')[0]),
      ['b', 'renamed'],
    );
    await it.quiet();
    assert.deepEqual(await it.names(), ['b losses 0/1', 'renamed loads 0/0']);
  });

  it('has no problems of closed files where a setting hides them', async (t) => {
    const it = await view(
      t,
      { [`${A}a.md`]: agent('a'), [`${A}b.md`]: agent('b', 'tools: Read, MultiEdit\n') },
      { configuration: () => ({ diagnostics: { scope: 'openFiles' } }) },
    );
    assert.deepEqual(await it.names(), ['a loads', 'b losses']);
    assert.deepEqual((await parts(it, `${A}b.md`))?.problems, []);
    it.open(agent('b', 'tools: Read, MultiEdit\n'), `${A}b.md`);
    await it.quiet();
    assert.deepEqual(await it.names(), ['a loads', 'b losses 0/1']);
  });

  it('has the agents of the user, without their problems', async (t) => {
    const it = await view(t, { 'file:///home/me/.claude/agents/u.md': agent('u', 'tools: Read, MultiEdit\n') });
    assert.deepEqual(await it.names(), ['u losses']);
  });

  it('is not sent again to a client that has it', async (t) => {
    const it = await view(t, { [`${A}a.md`]: agent('a') });
    const { state, isComplete } = await it.list();
    assert.equal(isComplete, true);
    assert.deepEqual(await it.list({ state }), { state, isSame: true });
    // A word in the body changes nothing.
    it.open(agent('a', 'tools: Read\n', 'Hello'), `${A}a.md`);
    await it.quiet();
    assert.deepEqual(await it.list({ state }), { state, isSame: true });
    it.change(2, [{ text: agent('a', 'tools: Read, Bash\n') }], `${A}a.md`);
    const next = await it.list({ state });
    assert.ok(next.isSame === undefined && next.state !== state);
  });

  it('changes with files, and the client hears of it once until it asks again', async (t) => {
    const it = await view(t, { [`${A}a.md`]: agent('a') });
    const events = async (uri: string, type: number): Promise<void> => {
      void it.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
      await it.quiet();
    };
    it.files.set(`${A}b.md`, agent('b'));
    await events(`${A}b.md`, change.created);
    assert.equal(it.heard(), 0, 'no client has asked');
    assert.deepEqual(await it.names(), ['a loads 0/0', 'b loads 0/0']);
    it.files.set(`${A}b.md`, agent('c'));
    await events(`${A}b.md`, change.changed);
    assert.equal(it.heard(), 1);
    it.files.delete(`${A}a.md`);
    await events(`${A}a.md`, change.deleted);
    assert.equal(it.heard(), 1, 'once');
    assert.deepEqual(await it.names(), ['c loads 0/0']);
    it.files.set(`${A}d.md`, agent('c'));
    await events(`${A}d.md`, change.created);
    assert.equal(it.heard(), 2);
    await it.list();
    // Nothing is reported about it before or after.
    it.files.set(`${A}b.md`, agent('c', 'tools: Bash\n'));
    await events(`${A}b.md`, change.changed);
    assert.equal(it.heard(), 3);
    assert.deepEqual(await it.names(), ['c taken 0/1', 'c loads 0/0']);
  });

  it('is announced when all files were read, also when there are none', async (t) => {
    let asked: Promise<unknown> = Promise.resolve();
    const early: { heard: number } = { heard: 0 };
    const files = new MemoryFiles({});
    const conversation = await converse(t, {
      host: files.host,
      workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
      early: (client) => {
        client.onNotification('agentAuthoring/agentsChanged', () => {
          early.heard++;
        });
      },
    });
    asked = conversation.client.sendRequest('agentAuthoring/agents', {});
    const first = await asked;
    assert.ok(typeof first === 'object' && first !== null && 'isComplete' in first);
    await quiet(conversation, files);
    assert.equal(early.heard, first.isComplete === true ? 0 : 1);
    const { isComplete, groups } = await conversation.client.sendRequest<Record<string, unknown>>(
      'agentAuthoring/agents',
      {},
    );
    assert.deepEqual([isComplete, groups], [true, []]);
  });

  it('is limited to what is wanted', async (t) => {
    const it = await view(t, { [`${A}a.md`]: agent('a'), [`${A}b.md`]: agent('b', 'tools: Bash\n') });
    assert.deepEqual(await it.names({ only: ['runs'] }), ['b loads 0/0']);
    assert.deepEqual(await it.names({ only: ['runs', 7, 'reads'] }), ['a loads 0/0', 'b loads 0/0']);
  });

  it('refuses malformed parameters', async (t) => {
    const it = await view(t, {});
    for (const params of [{ only: 'runs' }, { only: new Array(100).fill('x') }])
      assert.equal(
        await errorCode(it.client.sendRequest('agentAuthoring/agents', params)),
        -32602,
        JSON.stringify(params),
      );
    for (const method of ['agentAuthoring/agent', 'agentAuthoring/renameAgent', 'agentAuthoring/duplicateAgent'])
      for (const params of [{}, { uri: 7 }])
        assert.equal(await errorCode(it.client.sendRequest(method, params)), -32602, method);
  });

  it('has 5,000 agents at most, and answers soon', async (t) => {
    const many = Array.from({ length: 5_010 }, (_, i) => [`${A}a${i}.md`, agent(`agent-${i}`)]);
    const it = await view(t, Object.fromEntries(many));
    const before = process.cpuUsage();
    const answer = await it.list();
    assert.equal(answer.groups?.[0]?.hosts[0]?.agents.length, 5_000);
    assert.deepEqual([answer.left, answer.total], [10, 5_010]);
    const first = process.cpuUsage(before).user;
    assert.equal((await it.list({ state: answer.state })).isSame, true);
    const second = process.cpuUsage(before).user - first;
    // In microseconds of the processor. Generous, because other work disturbs it: alone both take a tenth of that.
    assert.ok(first < 3_000_000 && second < 1_500_000, `${first} and ${second} µs`);
  });
});

/** The requests of a view of all agents: what they answer, when the client hears of changes, and that they are bounded. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { AgentList, AgentParts } from '../../server/core/index';
import { applyEdit } from './appliedEdit';
import { type Conversation, converse, errorCode, type Options } from './conversation';
import { change, MemoryFiles, quiet } from './memoryFiles';

const A = 'file:///w/.claude/agents/';

const agent = (name: string, fields = 'tools: Read\n', body = 'Hi'): string =>
  `---\nname: ${name}\ndescription: Does some work.\n${fields}---\n${body}\n`;

interface View extends Conversation {
  readonly files: MemoryFiles;
  /** How often the client has heard of a change. */
  readonly heard: () => number;
  readonly list: (
    params?: object,
  ) => Promise<Partial<AgentList> & { state: string; isSame?: boolean; isComplete?: boolean }>;
  readonly names: (params?: object) => Promise<readonly string[]>;
  readonly quiet: () => Promise<void>;
}

async function view(t: TestContext, texts: Readonly<Record<string, string>>, options: Options = {}): Promise<View> {
  const files = new MemoryFiles(texts);
  let heard = 0;
  const conversation = await converse(t, {
    host: { ...files.host, userFolders: ['file:///home/me/.claude'] },
    workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
    capabilities: {
      workspace: {
        workspaceFolders: true,
        configuration: true,
        workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
      },
    },
    early: (client) => {
      client.onNotification('agentAuthoring/agentsChanged', () => {
        heard++;
      });
    },
    ...options,
  });
  await quiet(conversation, files);
  const list: View['list'] = (params = {}) => conversation.client.sendRequest('agentAuthoring/agents', params);
  return {
    ...conversation,
    files,
    heard: () => heard,
    list,
    names: async (params) =>
      ((await list(params)).groups ?? []).flatMap(({ hosts }) =>
        hosts.flatMap(({ agents }) =>
          agents.map(
            ({ name, state, problems }) =>
              `${name} ${state}${problems === undefined ? '' : ` ${problems.errors}/${problems.warnings}`}`,
          ),
        ),
      ),
    quiet: () => quiet(conversation, files),
  };
}

const parts = (
  { client }: Conversation,
  uri: string,
): Promise<(AgentParts & { problems: readonly { code: string }[] }) | null> =>
  client.sendRequest('agentAuthoring/agent', { uri });

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
    assert.equal(it.heard(), 0, 'nobody has asked');
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

describe('what is below an agent over the wire', () => {
  it('is read from closed files, with places in them', async (t) => {
    const text = agent('a', 'tools: Read, MultiEdit\n', 'Ask @agent-b.');
    const it = await view(t, { [`${A}a.md`]: text, [`${A}b.md`]: agent('b') });
    const found = await parts(it, `${A}a.md`);
    assert.deepEqual(
      found?.tools.map(({ name, place }) => [name, place.range.start]),
      [
        ['Read', { line: 3, character: 7 }],
        ['MultiEdit', { line: 3, character: 13 }],
      ],
    );
    assert.deepEqual(
      found.delegates.map(({ name, place }) => [name, place.uri]),
      [['b', `${A}b.md`]],
    );
    assert.deepEqual(
      found.problems.map(({ code }) => code),
      ['tool-removed', 'tool-not-granted'].filter((code) => found.problems.some((one) => one.code === code)),
    );
    assert.ok(found.problems.some(({ code }) => code === 'tool-removed'));
  });

  it('is read from the text that is typed', async (t) => {
    const it = await view(t, { [`${A}a.md`]: agent('a') });
    it.open(agent('a', 'tools: Bash\n'), `${A}a.md`);
    assert.deepEqual(
      (await parts(it, `${A}a.md`))?.tools.map(({ name }) => name),
      ['Bash'],
    );
  });

  it('is nothing for other files', async (t) => {
    const it = await view(t, { [`${A}a.md`]: agent('a'), 'file:///w/README.md': 'Hi', 'file:///w/.mcp.json': '{}' });
    for (const uri of ['file:///w/README.md', 'file:///w/.mcp.json', 'file:///etc/passwd', `${A}none.md`])
      assert.equal(await parts(it, uri), null, uri);
  });

  it('is nothing when the file cannot be read', async (t) => {
    const files = new MemoryFiles({ [`${A}a.md`]: agent('a') });
    let isBroken = false;
    const { host } = files;
    const inner = host.files ?? assert.fail('no files');
    const read: typeof inner.read = async (uri) => {
      if (isBroken) throw new Error('The disk is gone.');
      return inner.read(uri);
    };
    const conversation = await converse(t, {
      host: { ...host, files: { ...inner, read } },
      workspaceFolders: [{ uri: 'file:///w', name: 'w' }],
    });
    await quiet(conversation, files);
    isBroken = true;
    assert.equal(await parts(conversation, `${A}a.md`), null);
    await conversation.logged(/a\.md cannot be read: The disk is gone\./);
  });
});

describe('renaming and copying from the list', () => {
  const texts = { [`${A}a.md`]: agent('a'), [`${A}b.md`]: agent('b', 'tools: Read, Agent(a)\n', 'Ask @agent-a.') };
  const ask = (it: View, method: string, params: object): Promise<Record<string, unknown>> =>
    it.client.sendRequest(`agentAuthoring/${method}`, params);

  it('proposes the name, refuses wrong ones, and renames closed files', async (t) => {
    const it = await view(t, texts);
    const uri = `${A}a.md`;
    assert.deepEqual(await ask(it, 'renameAgent', { uri }), { name: 'a' });
    assert.match(String((await ask(it, 'renameAgent', { uri, name: 'b' }))['refused']), /`b` is taken/);
    const { edit } = await it.client.sendRequest<{ edit: Parameters<typeof applyEdit>[2] }>(
      'agentAuthoring/renameAgent',
      {
        uri,
        name: 'x',
      },
    );
    await applyEdit(it, it.files, edit);
    await it.quiet();
    assert.equal(it.files.get(`${A}x.md`), agent('x'));
    assert.equal(it.files.get(`${A}b.md`), agent('b', 'tools: Read, Agent(x)\n', 'Ask @agent-x.'));
    assert.deepEqual(
      (await it.names()).map((name) => name.split(' ')[0]),
      ['b', 'x'],
    );
  });

  it('copies a closed and an open file', async (t) => {
    const it = await view(t, texts);
    const uri = `${A}a.md`;
    assert.deepEqual(await ask(it, 'duplicateAgent', { uri }), { name: 'a-2' });
    assert.deepEqual(await ask(it, 'duplicateAgent', { uri, name: 'x' }), { uri: `${A}x.md`, text: agent('x') });
    it.open(agent('a', 'tools: Bash\n'), uri);
    assert.deepEqual(await ask(it, 'duplicateAgent', { uri, name: 'x' }), {
      uri: `${A}x.md`,
      text: agent('x', 'tools: Bash\n'),
    });
    assert.match(String((await ask(it, 'duplicateAgent', { uri, name: 'b' }))['refused']), /`b` is taken/);
  });

  it('says when the file is gone', async (t) => {
    const it = await view(t, texts);
    it.files.delete(`${A}a.md`);
    for (const uri of [`${A}a.md`, `${A}none.md`])
      assert.match(String((await ask(it, 'duplicateAgent', { uri, name: 'x' }))['refused']), /changed or is gone/);
  });
});

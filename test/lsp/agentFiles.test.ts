/** What a view has below an agent, and how it renames and copies agents, over the wire. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { A, agent, parts, type View, view } from './agentsViews';
import { applyEdit } from './appliedEdit';
import { converse } from './conversation';
import { MemoryFiles, quiet } from './memoryFiles';

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

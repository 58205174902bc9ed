/** A limit that the instructions of several folders share, for files that are not open: their sizes are known, their texts are not kept. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type Conversation, converse } from './conversation';
import { change, MemoryFiles, quiet } from './memoryFiles';

const ROOT = 'file:///w';
const OUTER = `${ROOT}/AGENTS.md`;
const INNER = `${ROOT}/a/b/AGENTS.md`;
const filler = `${'a'.repeat(20_000)}\n`;

interface Started {
  readonly conversation: Conversation;
  /** The codes reported for a file. */
  readonly reported: (uri: string) => readonly unknown[];
  /** Changes files on disk, and waits until the server has done what follows. */
  readonly write: (uri: string, text: string | undefined) => Promise<void>;
}

async function start(t: TestContext, texts: Readonly<Record<string, string>>): Promise<Started> {
  const files = new MemoryFiles(texts);
  const conversation = await converse(t, {
    host: files.host,
    workspaceFolders: [{ uri: ROOT, name: '' }],
    capabilities: { workspace: { workspaceFolders: true } },
  });
  await quiet(conversation, files);
  return {
    conversation,
    reported: (uri) =>
      conversation.published.findLast((one) => one.uri === uri)?.diagnostics.map(({ code }) => code) ?? [],
    write: async (uri, text) => {
      const type = text === undefined ? change.deleted : files.get(uri) === undefined ? change.created : change.changed;
      if (text === undefined) files.delete(uri);
      else files.set(uri, text);
      conversation.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
      await quiet(conversation, files);
    },
  };
}

const cut = ['instructions-cut'];
const inRepository = { [`${ROOT}/.git/config`]: '' };

describe('a limit that closed files share', () => {
  it('counts the files above, whichever is read first', async (t) => {
    const { reported } = await start(t, { ...inRepository, [OUTER]: filler, [INNER]: filler });
    assert.deepEqual(reported(INNER), cut);
    assert.deepEqual(reported(OUTER), []);
  });

  it('is judged again when a file above changes, comes or goes', async (t) => {
    const { reported, write } = await start(t, { ...inRepository, [OUTER]: filler, [INNER]: filler });
    await write(OUTER, 'Short.\n');
    assert.deepEqual(reported(INNER), []);
    await write(`${ROOT}/a/AGENTS.md`, filler);
    assert.deepEqual(reported(INNER), cut);
    await write(`${ROOT}/a/AGENTS.md`, undefined);
    assert.deepEqual(reported(INNER), []);
    // It is read in place of the other one.
    await write(`${ROOT}/AGENTS.override.md`, filler);
    assert.deepEqual(reported(INNER), cut);
  });

  it('is judged again when the file itself is created', async (t) => {
    const { reported, write } = await start(t, { ...inRepository, [OUTER]: filler });
    await write(INNER, filler);
    assert.deepEqual(reported(INNER), cut);
  });

  it('ends at the root of a repository, also of one in another', async (t) => {
    const inner = { [`${ROOT}/a/.git/config`]: '' };
    const { reported } = await start(t, { ...inRepository, ...inner, [OUTER]: filler, [INNER]: filler });
    assert.deepEqual(reported(INNER), []);
    const without = await start(t, { [OUTER]: filler, [INNER]: filler });
    assert.deepEqual(without.reported(INNER), []);
  });

  it('does not depend on which of the files were open before', async (t) => {
    const { reported, write, conversation } = await start(t, { ...inRepository, [OUTER]: filler, [INNER]: filler });
    const { client } = conversation;
    client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: INNER, languageId: 'markdown', version: 1, text: filler },
    });
    await conversation.settled();
    // What was looked up for the open document counts no more when the file above changes.
    await write(OUTER, 'Short.\n');
    assert.deepEqual(reported(INNER), [], 'open');
    await write(OUTER, filler);
    assert.deepEqual(reported(INNER), cut, 'open');
    client.sendNotification('textDocument/didClose', { textDocument: { uri: INNER } });
    await write(OUTER, 'Short.\n');
    assert.deepEqual(reported(INNER), [], 'closed');
    await write(`${ROOT}/a/AGENTS.md`, filler);
    assert.deepEqual(reported(INNER), cut, 'closed');
    await write(`${ROOT}/a/AGENTS.md`, undefined);
    assert.deepEqual(reported(INNER), [], 'closed');
  });

  it('counts files above the folder that is open in the editor, for a document that is open', async (t) => {
    const [above, here] = ['file:///AGENTS.md', `${ROOT}/AGENTS.md`];
    const { reported, conversation } = await start(t, { 'file:///.git/config': '', [above]: filler, [here]: filler });
    conversation.client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: here, languageId: 'markdown', version: 1, text: filler },
    });
    await conversation.settled();
    assert.deepEqual(reported(here), cut);
  });

  it('is not judged where a setting changes it', async (t) => {
    const settings = `${ROOT}/.codex/config.toml`;
    const { reported, write } = await start(t, {
      ...inRepository,
      [OUTER]: filler,
      [INNER]: filler,
      [settings]: 'model = "x"\n',
    });
    assert.deepEqual(reported(INNER), cut);
    await write(settings, 'project_doc_max_bytes = 65536\n');
    assert.deepEqual(reported(INNER), []);
    await write(settings, undefined);
    assert.deepEqual(reported(INNER), cut);
  });
});

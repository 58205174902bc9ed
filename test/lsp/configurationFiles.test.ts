/** The configuration file in the editor: who reads it, when, and that the client's settings have priority. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { programs } from '../programs';
import { initialize, start } from './child';
import { AGENT, type Conversation, converse, lastMarks, shown, TEXT } from './conversation';
import { change, MemoryFiles } from './memoryFiles';

const removed = 'tool-removed MultiEdit';
const doubled = 'tool-duplicate Read';
const PLACE = 'file:///w/.agent-authoring.json';
const configuration = (...off: readonly string[]): string =>
  JSON.stringify({ rules: Object.fromEntries(off.map((rule) => [rule, 'off'])) });

/** A reader of files in memory that records what it was asked for. */
function readerOf(files: Map<string, string>) {
  const asked: string[] = [];
  const config = async (uri: string): Promise<string | undefined> => {
    asked.push(uri);
    return files.get(uri);
  };
  return { asked, config };
}

describe('the configuration file of an open document', () => {
  it('is searched in parent folders when the document opens, and not while it is edited', async (t) => {
    const { asked, config } = readerOf(new Map([[PLACE, configuration('tool-duplicate')]]));
    const conversation = await converse(t, { host: { config } });
    conversation.open(TEXT);
    assert.deepEqual(await lastMarks(conversation), [removed]);
    conversation.change(2, [{ text: `${TEXT} ` }]);
    assert.deepEqual(await lastMarks(conversation), [removed]);
    assert.deepEqual(asked, [
      'file:///w/.claude/agents/.agent-authoring.json',
      'file:///w/.claude/agents/.agent-authoring.jsonc',
      'file:///w/.claude/.agent-authoring.json',
      'file:///w/.claude/.agent-authoring.jsonc',
      PLACE,
      `${PLACE}c`,
    ]);
  });

  it('is searched once for documents that are opened one right after the other, and again for later ones', async (t) => {
    const { asked, config } = readerOf(new Map([[PLACE, configuration('tool-duplicate')]]));
    const conversation = await converse(t, { host: { config } });
    const uris = Array.from({ length: 20 }, (_, i) => AGENT.replace('endpoint-checker', `agent-${i}`));
    for (const uri of uris) conversation.open(TEXT, uri);
    await conversation.settled();
    assert.equal(asked.length, 6);
    conversation.open(TEXT);
    assert.deepEqual(await lastMarks(conversation), [removed]);
    assert.equal(asked.length, 12);
  });

  it('is searched anew for a document that is opened right after a change of the file', async (t) => {
    const files = new Map([[PLACE, configuration('tool-duplicate')]]);
    const conversation = await converse(t, {
      // No turn passes, so all of this happens at one time.
      host: { ...readerOf(files), turn: () => undefined },
      capabilities: { textDocument: { diagnostic: {} } },
    });
    conversation.open(TEXT, AGENT.replace('endpoint-checker', 'first'));
    await conversation.settled();
    files.set(PLACE, configuration('tool-removed'));
    void conversation.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: PLACE, type: change.changed }],
    });
    conversation.open(TEXT);
    await conversation.settled();
    assert.deepEqual(await pulled(conversation)(), [doubled]);
  });

  it("is overridden by the client's settings", async (t) => {
    const { config } = readerOf(new Map([[PLACE, configuration('tool-duplicate', 'tool-removed')]]));
    const conversation = await converse(t, {
      host: { config },
      initializationOptions: { settings: { rules: { 'tool-removed': 'hint' }, maxFindings: 200 } },
    });
    conversation.open(TEXT);
    assert.deepEqual(await lastMarks(conversation), [removed]);
  });

  it('is read again when the client reports a change', async (t) => {
    const files = new Map([[PLACE, configuration('tool-duplicate')]]);
    const conversation = await converse(t, { host: readerOf(files) });
    conversation.open(TEXT);
    assert.deepEqual(await lastMarks(conversation), [removed]);
    const tell = () =>
      void conversation.client.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: PLACE, type: 2 }],
      });
    files.set(PLACE, configuration('tool-removed'));
    tell();
    assert.deepEqual(await lastMarks(conversation), [doubled]);
    files.delete(PLACE);
    tell();
    assert.deepEqual(await lastMarks(conversation), [removed, doubled]);
  });

  it('is watched if the client supports that', async (t) => {
    const conversation = await converse(t, {
      host: readerOf(new Map()),
      capabilities: { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
    // This client refuses every registration, which says that there was one.
    await conversation.logged(/will not report changed configuration files/);
  });

  it('that is partly invalid is logged, and the rest of it is used', async (t) => {
    const text = JSON.stringify({ rules: { 'tool-duplicate': 'off', 'tool-removd': 'off' } });
    const conversation = await converse(t, { host: readerOf(new Map([[PLACE, text]])) });
    conversation.open(TEXT);
    await conversation.logged(/\/w\/\.agent-authoring\.json:1:34: `rules` names `tool-removd`, which is not a rule/);
    assert.deepEqual(await lastMarks(conversation), [removed]);
  });

  it('that is broken is logged and changes nothing', async (t) => {
    const conversation = await converse(t, { host: readerOf(new Map([[PLACE, '{']])) });
    conversation.open(TEXT);
    await conversation.logged(/\/w\/\.agent-authoring\.json:1:2: The file is not valid JSON: /);
    assert.deepEqual(await lastMarks(conversation), [removed, doubled]);
  });

  it('is read by a client that can, whatever it answers', async (t) => {
    const answers: readonly (readonly [unknown, readonly string[]])[] = [
      [configuration('tool-duplicate'), [removed]],
      [null, [removed, doubled]],
      [7, [removed, doubled]],
    ];
    for (const [answer, expected] of answers) {
      const { asked, config } = readerOf(new Map());
      const conversation = await converse(t, { host: { config }, initializationOptions: { answersConfig: true } });
      conversation.client.onRequest('agentAuthoring/config', ({ uri }: { uri: string }) =>
        uri === PLACE ? answer : null,
      );
      conversation.open(TEXT);
      assert.deepEqual(await lastMarks(conversation), expected);
      assert.deepEqual(asked, []);
    }
  });

  it('that cannot be read is ignored', async (t) => {
    const conversation = await converse(t, { host: { config: () => Promise.reject(new Error('no disk')) } });
    conversation.open(TEXT, AGENT);
    assert.deepEqual(await lastMarks(conversation), [removed, doubled]);
  });
});

/** What a client shows that pulls, and pulls again only when it is told to. */
function pulled({ client }: Conversation): () => Promise<readonly string[]> {
  let last: Promise<readonly string[]> = Promise.resolve([]);
  const pull = (): void => {
    last = client
      .sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: AGENT } })
      .then(({ items }) => shown(TEXT, items));
  };
  client.onRequest('workspace/diagnostic/refresh', () => {
    pull();
    return null;
  });
  pull();
  return () => last;
}

describe('the reads of a configuration file', () => {
  it('may be answered in any order, and the client is told when the last one counts', async (t) => {
    for (let seed = 1; seed <= 24; seed++) {
      const files = new MemoryFiles({ [AGENT]: TEXT });
      const held: (() => void)[] = [];
      let holds = false;
      const config = async (uri: string): Promise<string | undefined> => {
        if (holds)
          await new Promise<void>((resolve) => {
            held.push(resolve);
          });
        return files.get(uri);
      };
      const conversation = await converse(t, {
        host: { ...files.host, config },
        workspaceFolders: [{ uri: 'file:///w', name: '' }],
        capabilities: {
          workspace: { workspaceFolders: true, diagnostics: { refreshSupport: true } },
          textDocument: { diagnostic: {} },
        },
      });
      conversation.open(TEXT);
      const quiet = async (): Promise<void> => {
        for (let calm = 0; calm < 3; calm = files.isBusy ? 0 : calm + 1) await conversation.settled();
      };
      await quiet();
      const shownNow = pulled(conversation);
      await quiet();
      assert.deepEqual(await shownNow(), [removed, doubled], `seed ${seed}`);
      holds = true;
      files.set(PLACE, configuration('tool-duplicate'));
      let random = seed;
      for (const type of [change.created, change.changed])
        void conversation.client.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [{ uri: PLACE, type }],
        });
      for (let turn = 0; turn < 40; turn++) {
        await new Promise((resolve) => setImmediate(resolve));
        random = (random * 48_271) % 2_147_483_647;
        for (const free of held.splice(random % (held.length + 1), 1 + (random % 3))) free();
      }
      holds = false;
      for (const free of held.splice(0)) free();
      await quiet();
      assert.deepEqual(await shownNow(), [removed], `seed ${seed}`);
    }
  });
});

describe('the server under Node', () => {
  it('reads the configuration file from the disk, and then tells the client to pull again', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'agent-authoring-lsp-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, '.claude/agents'), { recursive: true });
    writeFileSync(join(folder, '.agent-authoring.json'), configuration('tool-duplicate'));
    const uri = pathToFileURL(join(folder, '.claude/agents/endpoint-checker.md')).toString();
    const child = start(t, programs.server, ['--stdio']);
    child.send(
      initialize(null, { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } }),
    );
    await child.answer(1);
    const notify = (method: string, params: object): void => child.send({ jsonrpc: '2.0', method, params });
    notify('initialized', {});
    notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text: TEXT } });
    await child.told('workspace/diagnostic/refresh');
    child.send({ jsonrpc: '2.0', id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri } } });
    const text = JSON.stringify(await child.answer(2));
    assert.match(text, /tool-removed/);
    assert.doesNotMatch(text, /tool-duplicate/);
  });
});

it('a version that cannot be read has a quick fix', async (t) => {
  const conversation = await converse(t, {});
  conversation.open('{ "version": "newest" }', PLACE);
  const at = { line: 0, character: 4 };
  const actions = await conversation.client.sendRequest<readonly CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri: PLACE },
    range: { start: at, end: at },
    context: { diagnostics: [] },
  });
  assert.deepEqual(
    actions.map(({ title }) => title),
    ['Replace it with `0.1.0`'],
  );
});

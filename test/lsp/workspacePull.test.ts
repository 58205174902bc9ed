/** `workspace/diagnostic`: what a client that pulls gets of files that are not open, in parts and at once. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import {
  CancellationTokenSource,
  type Diagnostic,
  type WorkspaceDiagnosticReport,
  WorkspaceDiagnosticRequest,
} from 'vscode-languageserver/node';
import { document } from '../../server/core/text/document';
import { Waiting } from '../../server/lsp/workspace/waiting';
import { type Conversation, converse, type Options } from './conversation';
import { change, MemoryFiles } from './memoryFiles';

const ROOT = 'file:///w';
const at = (name: string): string => `${ROOT}/.claude/agents/${name}.md`;
const agent = (name: string): string => document`
  ---
  name: ${name}
  description: Does the work that its name says, and reports what it has found.
  ---
  Hi
  `;

const start = (t: TestContext, files: MemoryFiles, options: Options = {}): Promise<Conversation> =>
  converse(t, {
    host: files.host,
    workspaceFolders: [{ uri: ROOT, name: '' }],
    ...options,
    capabilities: {
      workspace: { workspaceFolders: true, configuration: options.configuration !== undefined },
      textDocument: { diagnostic: {} },
    },
  });

async function quiet({ settled }: Conversation, files: MemoryFiles): Promise<void> {
  for (let calm = 0, round = 0; calm < 2; round++) {
    assert.ok(round < 1_000, 'the server never comes to rest');
    await settled();
    calm = files.isBusy ? 0 : calm + 1;
  }
}

/** The files of a report with how many problems each has. */
const counted = ({ items }: WorkspaceDiagnosticReport): readonly (readonly [string, number | string])[] =>
  items.map((item) => [
    item.uri.slice(ROOT.length),
    item.kind === 'full' ? item.items.filter(({ severity = 4 }: Diagnostic) => severity < 4).length : item.kind,
  ]);

let streams = 0;

/** A pull that takes parts. */
function stream({ client }: Conversation, previousResultIds: readonly { uri: string; value: string }[] = []) {
  const parts: WorkspaceDiagnosticReport[] = [];
  const cancel = new CancellationTokenSource();
  streams++;
  const token = `pull ${streams}`;
  client.onProgress(
    WorkspaceDiagnosticRequest.partialResult,
    token,
    (part) => void parts.push(part as WorkspaceDiagnosticReport),
  );
  const over = client
    .sendRequest(
      WorkspaceDiagnosticRequest.type,
      { previousResultIds: [...previousResultIds], partialResultToken: token },
      cancel.token,
    )
    .then(
      () => undefined,
      () => undefined,
    );
  return { parts, cancel: () => cancel.cancel(), over };
}

const twins = (): MemoryFiles => new MemoryFiles({ [at('a')]: agent('twin'), [at('b')]: agent('twin') });
const both = [
  ['/.claude/agents/a.md', 1],
  ['/.claude/agents/b.md', 1],
] as const;

const none = [
  ['/.claude/agents/a.md', 0],
  ['/.claude/agents/b.md', 0],
] as const;

describe('workspace/diagnostic', () => {
  it('reports what changes, in parts, until it is cancelled', async (t) => {
    const files = twins();
    const talk = await start(t, files);
    const pull = stream(talk);
    await quiet(talk, files);
    assert.deepEqual(pull.parts.map(counted), [both]);
    files.delete(at('b'));
    void talk.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: at('b'), type: change.deleted }],
    });
    await quiet(talk, files);
    assert.deepEqual(pull.parts.slice(1).flatMap(counted).sort(), none);
    pull.cancel();
    await pull.over;
  });

  it('leaves open documents to the other request, and takes them back when they are closed', async (t) => {
    const files = twins();
    const talk = await start(t, files);
    const pull = stream(talk);
    await quiet(talk, files);
    talk.open(agent('other'), at('a'));
    await talk.client.sendRequest('textDocument/diagnostic', { textDocument: { uri: at('a') } });
    await quiet(talk, files);
    assert.deepEqual(pull.parts.slice(1).flatMap(counted), [['/.claude/agents/b.md', 0]]);
    void talk.client.sendNotification('textDocument/didClose', { textDocument: { uri: at('a') } });
    await quiet(talk, files);
    assert.deepEqual(pull.parts.slice(2).flatMap(counted), both);
    pull.cancel();
    await pull.over;
  });

  it('reports the open documents that the client does not ask for, as VS Code opens those that a rename changes', async (t) => {
    const files = twins();
    const talk = await start(t, files);
    const pull = stream(talk);
    await quiet(talk, files);
    talk.open(agent('twin'), at('b'));
    const shown = async (): Promise<unknown> => {
      await quiet(talk, files);
      return Object.fromEntries(pull.parts.flatMap(counted));
    };
    assert.deepEqual(await shown(), Object.fromEntries(both));
    for (const [version, text, expected] of [
      [2, agent('other'), none],
      [3, 'no agent', [none[0], both[1]]],
      [4, agent('twin'), both],
    ] as const) {
      talk.change(version, [{ text }], at('b'));
      assert.deepEqual(await shown(), Object.fromEntries(expected), text);
    }
    pull.cancel();
    await pull.over;
  });

  it('follows the setting', async (t) => {
    const files = twins();
    let scope = 'workspace';
    const talk = await start(t, files, { configuration: () => ({ diagnostics: { scope } }) });
    const pull = stream(talk);
    for (scope of ['workspace', 'openFiles', 'workspace']) {
      void talk.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await quiet(talk, files);
    }
    assert.deepEqual(pull.parts.map(counted), [both, none, both]);
    pull.cancel();
    await pull.over;
  });

  it('says only what the client does not have, and reads ids of any shape', async (t) => {
    const files = twins();
    const talk = await start(t, files);
    const pull = (params: unknown): Promise<WorkspaceDiagnosticReport> =>
      talk.client.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', params);
    const whole = await pull({ previousResultIds: [] });
    assert.deepEqual(counted(whole), both);
    const ids = whole.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    assert.deepEqual(counted(await pull({ previousResultIds: ids })), []);
    const gone = { uri: at('gone'), value: '1' };
    assert.deepEqual(counted(await pull({ previousResultIds: [...ids, gone, gone] })), [
      ['/.claude/agents/gone.md', 0],
    ]);
    for (const previousResultIds of [undefined, 1, [null, { uri: 1, value: '1' }, { uri: at('a'), value: 1 }]])
      assert.deepEqual(counted(await pull({ previousResultIds })), both);
  });

  it('is answered to each of several pulls, and all end with the server', async (t) => {
    const files = twins();
    const talk = await start(t, files);
    const [one, two, three] = [stream(talk), stream(talk), stream(talk)];
    await quiet(talk, files);
    for (const { parts } of [one, two, three]) assert.deepEqual(parts.map(counted), [both]);
    two.cancel();
    await two.over;
    await talk.client.sendRequest('shutdown');
    await Promise.all([one.over, three.over]);
  });

  it('ends with the server, and when it is cancelled, during a search that never ends', async (t) => {
    const files = twins();
    const find = (): Promise<never> => new Promise(() => undefined);
    const talk = await start(t, files, { host: { ...files.host, files: { find, read: async () => undefined } } });
    const one = stream(talk);
    const two = stream(talk);
    await talk.settled();
    two.cancel();
    await two.over;
    await talk.client.sendRequest('shutdown');
    await one.over;
    assert.deepEqual([one.parts, two.parts], [[], []]);
  });
});

describe('those that wait', () => {
  it('are forgotten when they have stopped waiting', async () => {
    const waiting = new Waiting();
    const { woken, over } = waiting.begin();
    const other = waiting.wait(Promise.resolve());
    assert.equal(waiting.size, 2);
    await other;
    assert.equal(waiting.size, 1);
    over();
    assert.equal(waiting.size, 0);
    const last = waiting.begin();
    waiting.wake();
    await last.woken;
    assert.equal(waiting.size, 0);
    assert.ok(woken instanceof Promise);
  });
});

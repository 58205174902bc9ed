/** Clients and workspaces that a person would call unlucky: other spellings of URIs, settings that change late, files that vanish. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Diagnostic, PublishDiagnosticsParams, WorkspaceSymbol } from 'vscode-languageserver/node';
import { document } from '../../server/core/text/document';
import type { Host } from '../../server/lsp/host';
import { type Conversation, converse, type Options } from './conversation';
import { change, MemoryFiles } from './memoryFiles';

const ROOT = 'file:///w';
const at = (name: string): string => `${ROOT}/.claude/agents/${name}.md`;

const agent = (name: string, rest = ''): string => document`
  ---
  name: ${name}
  description: Does the work that its name says, and reports what it has found.
  ---
  Hi${rest}
  `;

const start = (t: TestContext, files: MemoryFiles, options: Options & { readonly add?: Host } = {}) =>
  converse(t, {
    host: { ...files.host, ...options.add },
    workspaceFolders: [{ uri: ROOT, name: '' }],
    ...options,
    capabilities: {
      ...options.capabilities,
      workspace: { workspaceFolders: true, ...options.capabilities?.workspace },
    },
  });

async function quiet({ settled }: Conversation, files: MemoryFiles): Promise<void> {
  for (let calm = 0, round = 0; calm < 2; round++) {
    assert.ok(round < 1_000, 'the server never comes to rest');
    await settled();
    calm = files.isBusy ? 0 : calm + 1;
  }
}

const told = ({ client }: Conversation, uri: string, type: number): void =>
  void client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });

/** What was published about a file, as numbers of problems. */
const counts = (published: readonly PublishDiagnosticsParams[], uri: string): readonly number[] =>
  published
    .filter((one) => one.uri === uri)
    .map(({ diagnostics }) => diagnostics.filter(({ severity = 4 }: Diagnostic) => severity < 4).length);

describe('the problems of a file that is not open', () => {
  for (const [what, go] of [
    [
      'deleted',
      (talk: Conversation, files: MemoryFiles) => {
        files.delete(at('b'));
        told(talk, at('b'), change.deleted);
      },
    ],
    [
      'renamed',
      (talk: Conversation, files: MemoryFiles) => {
        files.set('file:///w/x.txt', files.get(at('b')) ?? '');
        files.delete(at('b'));
        void talk.client.sendNotification('workspace/didRenameFiles', {
          files: [{ oldUri: at('b'), newUri: 'file:///w/x.txt' }],
        });
      },
    ],
    [
      'folder removed',
      (talk: Conversation) => {
        void talk.client.sendNotification('workspace/didChangeWorkspaceFolders', {
          event: { added: [], removed: [{ uri: ROOT, name: '' }] },
        });
      },
    ],
    [
      'folder deleted',
      (talk: Conversation, files: MemoryFiles) => {
        files.delete(at('b'));
        files.delete(at('a'));
        told(talk, `${ROOT}/.claude/agents`, change.deleted);
      },
    ],
  ] as const)
    it(`are cleared exactly once when it is ${what}`, async (t) => {
      const files = new MemoryFiles({ [at('a')]: agent('twin'), [at('b')]: agent('twin') });
      const talk = await start(t, files);
      await quiet(talk, files);
      await go(talk, files);
      await quiet(talk, files);
      assert.deepEqual(counts(talk.published, at('b')), [1, 0]);
    });

  it('are cleared, and never shown again, when it is opened, deleted and closed', async (t) => {
    const files = new MemoryFiles({ [at('a')]: agent('twin'), [at('b')]: agent('twin') });
    const talk = await start(t, files);
    await quiet(talk, files);
    talk.open(agent('twin'), at('b'));
    await quiet(talk, files);
    files.delete(at('b'));
    told(talk, at('b'), change.deleted);
    await quiet(talk, files);
    void talk.client.sendNotification('textDocument/didClose', { textDocument: { uri: at('b') } });
    await quiet(talk, files);
    // Without its file the text hides no other agent, and a closed document has no problems.
    assert.deepEqual(counts(talk.published, at('b')), [1, 1, 0, 0]);
  });

  it('are shown and cleared when the setting changes', async (t) => {
    const files = new MemoryFiles({ [at('a')]: agent('twin'), [at('b')]: agent('twin') });
    let scope = 'openFiles';
    const talk = await start(t, files, {
      capabilities: { workspace: { configuration: true } },
      configuration: () => ({ diagnostics: { scope } }),
      initializationOptions: { settings: { diagnostics: { scope } } },
    });
    await quiet(talk, files);
    scope = 'workspace';
    void talk.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await quiet(talk, files);
    scope = 'openFiles';
    void talk.client.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await quiet(talk, files);
    assert.deepEqual(counts(talk.published, at('b')), [1, 0]);
  });
});

describe('URIs that the client spells in another way than the host', () => {
  for (const [host, client, root] of [
    ['file:///w/s%20(x)', 'file:///w/s%20%28x%29', ROOT],
    ['file:///w/%C3%A9', 'file:///w/é', ROOT],
    ['file:///C:/w', 'file:///c%3A/w', 'file:///c%3A/w'],
    ['file:///w/%5Bx%5D', 'file:///w/[x]', ROOT],
    ["file:///w/it's", 'file:///w/it%27s', ROOT],
  ] as const)
    it(`are those of the same files: ${client}`, async (t) => {
      const texts = Object.fromEntries(['a', 'b'].map((name) => [`${host}/.claude/agents/${name}.md`, agent('twin')]));
      const files = new MemoryFiles(texts);
      const same = (uri: string): string => decodeURIComponent(uri).toLowerCase();
      const find = async () => ({ uris: Object.keys(texts), isCut: false });
      const read = async (uri: string) => Object.entries(texts).find(([one]) => same(one) === same(uri))?.[1];
      const talk = await start(t, files, {
        add: { files: { find, read } },
        workspaceFolders: [{ uri: root, name: '' }],
      });
      await quiet(talk, files);
      const [a, b] = [`${client}/.claude/agents/a.md`, `${client}/.claude/agents/b.md`];
      talk.open(agent('twin'), a);
      await quiet(talk, files);
      // A client may take two spellings for one file, and what comes last counts then.
      const shown = (uri: string): number => {
        const last = talk.published.findLast((one) => same(one.uri) === same(uri));
        return last === undefined ? 0 : (counts([last], last.uri)[0] ?? 0);
      };
      assert.deepEqual([shown(a), shown(b)], [1, 1]);
      const open = new Set(talk.published.map(({ uri }) => uri).filter((uri) => same(uri) === same(a)));
      const left = [...open].filter((uri) => counts(talk.published, uri).at(-1) !== 0);
      assert.deepEqual(left, [a], 'only under the spelling of the client');
    });
});

describe('files in unlucky places', () => {
  const codesOf = (talk: Conversation, uri: string): readonly unknown[] =>
    (talk.published.findLast((one) => one.uri === uri)?.diagnostics ?? []).map(({ code }) => code);

  it('have the names that they have without escapes', async (t) => {
    const uri = `${ROOT}/.claude/agents/pr%C3%BCfer%20zwei.md`;
    const plugin = `${ROOT}/p/agents/pr%C3%BCfer.md`;
    const files = new MemoryFiles({
      [uri]: agent('prüfer-zwei'),
      [`${ROOT}/p/.claude-plugin/plugin.json`]: '{"name": "p"}',
      [plugin]: agent('x').replace('name: x\n', ''),
    });
    const talk = await start(t, files);
    await quiet(talk, files);
    assert.ok(!codesOf(talk, uri).includes('name-file'), codesOf(talk, uri).join());
    const symbols = await talk.client.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'p:' });
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['p:prüfer'],
    );
  });

  it('are in a worktree, which is a repository of its own', async (t) => {
    const worktree = `${ROOT}/.claude/worktrees/one`;
    const uri = `${worktree}/.claude/agents/a.md`;
    const files = new MemoryFiles({
      [`${ROOT}/.git`]: '',
      [at('a')]: agent('a'),
      [`${worktree}/.git`]: 'gitdir: x',
      [uri]: agent('a'),
    });
    const talk = await start(t, files);
    await quiet(talk, files);
    assert.ok(!codesOf(talk, uri).includes('name-hides'), codesOf(talk, uri).join());
  });

  it('are too large for the host, also when they are not open', async (t) => {
    const files = new MemoryFiles({ [at('a')]: agent('a', 'x'.repeat(1_048_576)) });
    const talk = await start(t, files);
    await quiet(talk, files);
    assert.deepEqual(codesOf(talk, at('a')), ['file-large']);
  });
});

describe('a client that answers for the files of the workspace', () => {
  /** A server that reads files only through its client. */
  const through = async (t: TestContext, answers: Readonly<Record<string, (params: never) => unknown>>) => {
    const files = new MemoryFiles({});
    const { turn, pause } = files.host;
    const talk = await converse(t, {
      host: { ...(turn && { turn }), ...(pause && { pause }) },
      workspaceFolders: [{ uri: 'vscode-vfs://x/w', name: '' }],
      capabilities: { workspace: { workspaceFolders: true } },
      initializationOptions: { answersFiles: true, answersExists: true },
      early: (client) => {
        for (const [method, answer] of Object.entries(answers)) client.onRequest(`agentAuthoring/${method}`, answer);
      },
    });
    await quiet(talk, files);
    return { talk, files };
  };
  const uri = 'vscode-vfs://x/w/.claude/agents/a.md';
  const exists = (): boolean => false;

  it('may answer with anything', async (t) => {
    const fail = (): never => {
      throw new Error('no');
    };
    const found = {
      uris: [uri, 1, null, '', ':', 'nonsense', 'file:///%', `${uri}%`, `${uri}/../../x`, uri],
      isCut: 3,
    };
    for (const [answer, text, isThere] of [
      [() => null, () => null, exists],
      [() => [], () => 1, () => 1],
      [() => ({ uris: {} }), () => ({}), () => null],
      [fail, fail, fail],
      [() => found, () => null, exists],
      [() => found, () => 1, fail],
      [() => found, () => agent('a'), exists],
      [() => found, () => '\0\ud800', () => true],
    ] as const) {
      const { talk } = await through(t, { files: answer, text, exists: isThere });
      talk.open(agent('b'), 'vscode-vfs://x/w/.claude/agents/b.md');
      await talk.settled();
      assert.deepEqual(await talk.client.sendRequest('workspace/symbol', { query: 'zzz' }), []);
    }
  });

  it('is asked no more when it never answers', async (t) => {
    let asked = 0;
    const text = (): Promise<never> => {
      asked++;
      return new Promise(() => undefined);
    };
    const { talk, files } = await through(t, { files: () => ({ uris: [], isCut: false }), text, exists });
    for (let i = 0; i < 300; i++) told(talk, uri, change.changed);
    await quiet(talk, files);
    assert.equal(asked, 100);
  });
});

/** The agents of a workspace as one system: diagnostics of open and closed files follow every change of any file. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import type { Diagnostic } from 'vscode-languageserver/node';
import { document } from '../../server/core/text/document';
import type { Host } from '../../server/lsp/host';
import { runs } from '../seed';
import { type Conversation, converse } from './conversation';
import { change, MemoryFiles, quiet } from './memoryFiles';

const ROOT = 'file:///w';
const at = (name: string): string => `${ROOT}/.claude/agents/${name}.md`;

const agent = (name: string, rest = ''): string => document`
  ---
  name: ${name}
  description: Does the work that its name says, and reports what it has found.
  ---
  Hi${rest}
  `;

const skill = (description: string, more = ''): string => `---\ndescription: ${description}\n${more}---\nHi\n`;

/** The problems that are shown last for each file that has any, without hints. */
function shownBy({ published }: Conversation): Readonly<Record<string, readonly string[]>> {
  const last = new Map<string, readonly Diagnostic[]>();
  for (const { uri, diagnostics } of published) last.set(uri, diagnostics);
  const codes = [...last].map(([uri, list]): [string, string[]] => [
    uri.slice('file://'.length),
    list.filter(({ severity = 4 }) => severity < 4).map(({ code, message }) => `${code}: ${message}`),
  ]);
  return Object.fromEntries(codes.filter(([, list]) => list.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const start = (
  t: TestContext,
  files: MemoryFiles,
  folders: readonly string[] = [ROOT],
  host: Host = {},
): Promise<Conversation> =>
  converse(t, {
    host: { ...files.host, ...host },
    workspaceFolders: folders.map((uri) => ({ uri, name: '' })),
    capabilities: { workspace: { workspaceFolders: true } },
  });

describe('a client that does not pull', () => {
  it('gets the problems of files that are not open', async (t) => {
    const files = new MemoryFiles({ [at('a')]: agent('twin'), [at('b')]: agent('twin'), [at('c')]: agent('c') });
    const conversation = await start(t, files);
    await quiet(conversation, files);
    const shown = shownBy(conversation);
    assert.deepEqual(Object.keys(shown), ['/w/.claude/agents/a.md', '/w/.claude/agents/b.md']);
    assert.match(shown['/w/.claude/agents/a.md']?.join() ?? '', /^name-taken: /);
  });

  it('gets other problems when another file is typed in, saved, created or deleted', async (t) => {
    const files = new MemoryFiles({ [at('a')]: agent('a'), [at('b')]: agent('b') });
    const conversation = await start(t, files);
    conversation.open(agent('a'), at('a'));
    await quiet(conversation, files);
    assert.deepEqual(shownBy(conversation), {});
    conversation.change(2, [{ text: agent('b') }], at('a'));
    await quiet(conversation, files);
    assert.deepEqual(Object.keys(shownBy(conversation)), ['/w/.claude/agents/a.md', '/w/.claude/agents/b.md']);
    conversation.change(3, [{ text: agent('a') }], at('a'));
    await quiet(conversation, files);
    assert.deepEqual(shownBy(conversation), {});
    files.set(at('c'), agent('a'));
    await conversation.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: at('c'), type: change.created }],
    });
    await quiet(conversation, files);
    assert.deepEqual(Object.keys(shownBy(conversation)), ['/w/.claude/agents/a.md', '/w/.claude/agents/c.md']);
    files.delete(at('c'));
    await conversation.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: at('c'), type: change.deleted }],
    });
    await quiet(conversation, files);
    assert.deepEqual(shownBy(conversation), {});
  });
});

describe('a document whose file is deleted while it is open', () => {
  it('counts for others only when there is a file again', async (t) => {
    const files = new MemoryFiles({ [at('a')]: agent('twin'), [at('b')]: agent('twin') });
    const conversation = await start(t, files);
    const { client } = conversation;
    conversation.open(agent('twin'), at('b'));
    await quiet(conversation, files);
    assert.equal(Object.keys(shownBy(conversation)).length, 2);
    files.delete(at('b'));
    await client.sendNotification('workspace/didDeleteFiles', { files: [{ uri: at('b') }] });
    await quiet(conversation, files);
    assert.deepEqual(shownBy(conversation), {});
    files.set(at('b'), agent('twin'));
    const changes = [
      { uri: at('b'), type: change.created },
      { uri: at('b'), type: change.deleted },
    ];
    await client.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await quiet(conversation, files);
    assert.equal(Object.keys(shownBy(conversation)).length, 2);
  });

  it('counts again when it is saved, even if the client reports no new file', async (t) => {
    const files = new MemoryFiles({ [at('a')]: agent('twin'), [at('b')]: agent('twin') });
    const conversation = await start(t, files);
    const { client } = conversation;
    conversation.open(agent('twin'), at('b'));
    files.delete(at('b'));
    await client.sendNotification('workspace/didDeleteFiles', { files: [{ uri: at('b') }] });
    await quiet(conversation, files);
    assert.deepEqual(shownBy(conversation), {});
    files.set(at('b'), agent('twin'));
    await client.sendNotification('textDocument/didSave', { textDocument: { uri: at('b') } });
    await quiet(conversation, files);
    assert.equal(Object.keys(shownBy(conversation)).length, 2);
  });
});

describe('the agents of the user', () => {
  const mine = 'file:///home/me/.claude/agents/mine.md';
  const shownIn = async (t: TestContext, folder: string): Promise<readonly string[]> => {
    const files = new MemoryFiles({
      [at('mine')]: agent('mine'),
      [mine]: agent('mine').replace('---\nHi', 'modle: x\n---\nHi'),
    });
    const conversation = await converse(t, {
      host: { ...files.host, userFolders: ['file:///home/me/.claude'] },
      workspaceFolders: [{ uri: folder, name: '' }],
      capabilities: { workspace: { workspaceFolders: true } },
    });
    await quiet(conversation, files);
    return Object.values(shownBy(conversation)).flat();
  };

  it('are known to the workspace, but their own problems are not shown in it', async (t) => {
    const shown = await shownIn(t, ROOT);
    assert.equal(shown.length, 1);
    assert.match(shown[0] ?? '', /^name-hides: /);
  });

  it('have their problems shown where their folder is the workspace', async (t) => {
    assert.match((await shownIn(t, 'file:///home/me')).join(), /modle/);
  });
});

/** One thing that happens to a workspace. Numbers choose among files, folders and names. */
interface Happening {
  readonly kind: 'open' | 'type' | 'save' | 'close' | 'create' | 'delete' | 'rename' | 'folders' | 'delete folder';
  readonly file: number;
  readonly other: number;
  readonly text: number;
}

describe('any order of events', () => {
  const roots = [ROOT, 'file:///v'];
  const places = [
    ...roots.flatMap((root) => ['a', 'b', 'x/c'].map((name) => `${root}/.claude/agents/${name}.md`)),
    `${ROOT}/sub/.claude/agents/a.md`,
    `${ROOT}/.github/agents/a.agent.md`,
    `${ROOT}/.github/agents/x/b.agent.md`,
    `${ROOT}/.opencode/agent/a.md`,
    `${ROOT}/sub/.opencode/agent/a.md`,
    `${ROOT}/plug/.claude-plugin/plugin.json`,
    `${ROOT}/plug/agents/p.md`,
    `${ROOT}/.claude/skills/s/SKILL.md`,
    `${ROOT}/.claude/skills/k0/SKILL.md`,
    `${ROOT}/.claude/commands/t.md`,
    `${ROOT}/.claude/settings.json`,
    `${ROOT}/.mcp.json`,
    `${ROOT}/.agent-authoring.json`,
  ];
  const texts = [
    agent('one'),
    agent('two', '\n\nAsk @agent-one and @agent-three.'),
    agent('One', '\n\nAsk @agent-two.'),
    agent('Explore'),
    '# no agent\n',
    '{"name": "plug"}',
    '{"rules": {"name-taken": "error"}}',
    '{"mcpServers": {"db": {"command": "db"}}}',
    skill('x'.repeat(1_500)),
    skill('y'.repeat(1_400), 'disable-model-invocation: true\n'),
    '{"skillListingBudgetFraction": 0.02}',
  ];
  /** All together are just above what the host tells its model of skills, so that a change of one matters. */
  const skills = Object.fromEntries(
    ['s', ...Array.from({ length: 20 }, (_, i) => `k${i}`)].map((name) => [
      `${ROOT}/.claude/skills/${name}/SKILL.md`,
      skill('z'.repeat(name === 's' ? 1_450 : 1_430)),
    ]),
  );
  const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] ?? assert.fail('an empty list');
  const isOpened = (uri: string): boolean => uri.endsWith('.md');

  const happening: fc.Arbitrary<Happening> = fc.record({
    kind: fc.constantFrom('open', 'type', 'save', 'close', 'create', 'delete', 'rename', 'folders', 'delete folder'),
    file: fc.nat(100),
    other: fc.nat(100),
    text: fc.nat(100),
  });

  /** @param host How the workspace is kept up to date; what a fresh start shows does not depend on it. */
  const endsLikeAFreshStart = async (t: TestContext, host: Host, count: number): Promise<void> => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 12 }), async (happenings) => {
        const first = Object.fromEntries(places.slice(0, 5).map((uri, i) => [uri, pick(texts, i)]));
        const files = new MemoryFiles({ ...first, ...skills });
        let folders = [ROOT];
        const opened = new Map<string, string>();
        /** Files that were deleted while they were open: a fresh start cannot know that. */
        const gone = new Set<string>();
        const talk = await start(t, files, folders, host);
        const { client } = talk;
        let version = 1;
        const told = (changes: readonly (readonly [string, number])[]): void =>
          void client.sendNotification('workspace/didChangeWatchedFiles', {
            changes: changes.map(([uri, type]) => ({ uri, type })),
          });
        for (const { kind, file, other, text } of happenings) {
          const uri = pick(places, file);
          const target = pick(places, other);
          const content = pick(texts, text);
          version++;
          if (kind === 'open' && isOpened(uri) && !opened.has(uri)) {
            opened.set(uri, files.get(uri) ?? content);
            talk.open(opened.get(uri) ?? '', uri, version);
          } else if (kind === 'type' && opened.has(uri)) {
            opened.set(uri, content);
            talk.change(version, [{ text: content }], uri);
          } else if (kind === 'save' && opened.has(uri)) {
            const isNew = files.get(uri) === undefined;
            gone.delete(uri);
            files.set(uri, opened.get(uri) ?? '');
            void client.sendNotification('textDocument/didSave', { textDocument: { uri } });
            told([[uri, isNew ? change.created : change.changed]]);
          } else if (kind === 'close' && opened.delete(uri)) {
            gone.delete(uri);
            void client.sendNotification('textDocument/didClose', { textDocument: { uri } });
          } else if (kind === 'create') {
            const isNew = files.get(uri) === undefined;
            gone.delete(uri);
            files.set(uri, content);
            told([[uri, isNew ? change.created : change.changed]]);
          } else if (kind === 'delete') {
            files.delete(uri);
            if (opened.has(uri)) gone.add(uri);
            told([[uri, change.deleted]]);
          } else if (kind === 'rename' && files.get(uri) !== undefined && uri !== target) {
            files.set(target, files.get(uri) ?? '');
            files.delete(uri);
            gone.delete(target);
            if (opened.has(uri)) gone.add(uri);
            void client.sendNotification('workspace/didRenameFiles', { files: [{ oldUri: uri, newUri: target }] });
          } else if (kind === 'folders') {
            const root = pick(roots, file);
            const isThere = folders.includes(root);
            folders = isThere ? folders.filter((one) => one !== root) : [...folders, root];
            const event = {
              added: isThere ? [] : [{ uri: root, name: '' }],
              removed: isThere ? [{ uri: root, name: '' }] : [],
            };
            void client.sendNotification('workspace/didChangeWorkspaceFolders', { event });
          } else if (kind === 'delete folder') {
            const folder = uri.slice(0, uri.lastIndexOf('/'));
            for (const [one] of files.entries()) if (one.startsWith(`${folder}/`)) files.delete(one);
            for (const one of opened.keys()) if (one.startsWith(`${folder}/`)) gone.add(one);
            told([[folder, change.deleted]]);
          }
          // Some events come while the server is still busy with others.
          if (text % 3 === 0) await talk.settled();
        }
        await quiet(talk, files);
        const fresh = await start(t, files, folders);
        for (const [uri, text] of opened) fresh.open(text, uri);
        await quiet(fresh, files);
        await fresh.client.sendNotification('workspace/didChangeWatchedFiles', {
          changes: [...gone].map((uri) => ({ uri, type: change.deleted })),
        });
        await quiet(fresh, files);
        assert.deepEqual(shownBy(talk), shownBy(fresh));
        talk.client.end();
        fresh.client.end();
      }),
      runs(count),
    );
  };

  it('ends in what a fresh start shows', (t) => endsLikeAFreshStart(t, {}, 60));

  it('ends in the same in a large workspace, which gets its next state in slices', (t) =>
    endsLikeAFreshStart(t, { fewAgents: 0 }, 60));
});

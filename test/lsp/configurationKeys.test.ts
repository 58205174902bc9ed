/** What a configuration file does in the editor, and that the command line does the same. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Diagnostic } from 'vscode-languageserver/node';
import { run } from '../cli/memory';
import { FILE, start, TEXT, texts } from './configuredWorkspace';
import type { Conversation } from './conversation';
import { change, MemoryFiles, quiet } from './memoryFiles';

/** The last published rules of each file that has any, without hints. */
function shown({ published }: Conversation): Readonly<Record<string, readonly string[]>> {
  const last = new Map(published.map(({ uri, diagnostics }) => [uri, diagnostics]));
  return Object.fromEntries(
    [...last].flatMap(([uri, diagnostics]) => {
      const rules = diagnostics.filter(({ severity = 1 }) => severity < 4).map(({ code }) => String(code));
      return rules.length === 0 ? [] : [[uri.slice('file://'.length), rules.toSorted()]];
    }),
  );
}

/** The same from the command line. */
function checked(files: MemoryFiles): Readonly<Record<string, readonly string[]>> {
  const machine = Object.fromEntries(files.entries().map(([uri, text]) => [uri.slice('file://'.length), text]));
  const { out } = run(['check', '--format', 'json'], machine);
  const parsed: { files: { path: string; findings: { rule: string; severity: string }[] }[] } = JSON.parse(out);
  return Object.fromEntries(
    parsed.files.flatMap(({ path, findings }) => {
      const rules = findings.filter(({ severity }) => severity !== 'hint').map(({ rule }) => rule);
      return rules.length === 0 ? [] : [[`/w/${path}`, rules.toSorted()]];
    }),
  );
}

describe('the editor and the command line', () => {
  const table: readonly object[] = [
    {},
    { allow: { tools: ['Deploy'] } },
    { allow: { tools: ['D?ploy*'], fields: ['x'] } },
    { ignore: ['vendor'] },
    { ignore: ['**/agents/*.md', '!vendor/**'] },
    { files: { 'src/agents': 'claude-code' } },
    { files: { 'src/**/*.md': 'claude-code', 'src/notes/*': 'codex' }, ignore: ['.claude'] },
    { files: { '*.md': 'gemini-cli' } },
    { overrides: [{ files: ['vendor/**'], rules: { 'tool-unknown': 'off' } }] },
    {
      files: { 'src/agents': 'claude-code' },
      overrides: [{ files: ['src'], rules: { 'tool-unknown': 'error' }, allow: { tools: ['x'] } }],
    },
    { extends: 'config/base.agent-authoring.json', rules: { 'tool-unknown': 'error' } },
    { extends: 'config/none.agent-authoring.json', ignore: ['vendor'] },
  ];
  for (const configuration of table) {
    it(`agree about ${JSON.stringify(configuration)}`, async (t) => {
      const base = JSON.stringify({ ignore: ['vendor'], files: { 'src/agents': 'claude-code' } });
      const files = new MemoryFiles({
        ...texts,
        'file:///w/config/base.agent-authoring.json': base,
        [FILE]: `// Comment.\n${JSON.stringify(configuration)}`,
      });
      const { conversation } = await start(t, files);
      const { [FILE.slice('file://'.length)]: _, ...agents } = shown(conversation);
      assert.deepEqual(agents, checked(files));
    });
  }

  it('agree after each change of the file, also about open documents', async (t) => {
    const files = new MemoryFiles({ ...texts, 'file:///w/config/base.agent-authoring.json': '{}' });
    const { conversation } = await start(t, files);
    conversation.open(TEXT, 'file:///w/.claude/agents/a.md');
    conversation.open(TEXT, 'file:///w/src/agents/a.md');
    for (const configuration of [...table, {}]) {
      files.set(FILE, JSON.stringify(configuration));
      void conversation.client.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri: FILE, type: change.changed }],
      });
      await quiet(conversation, files);
      const { [FILE.slice('file://'.length)]: _, ...agents } = shown(conversation);
      assert.deepEqual(agents, checked(files), JSON.stringify(configuration));
    }
  });
});

describe('files that only the configuration calls agents', () => {
  it('are found by the configuration file of any folder', async (t) => {
    const files = new MemoryFiles({
      ...texts,
      'file:///w/src/.agent-authoring.jsonc': '{ "files": { "notes": "claude-code" } }',
    });
    const { conversation } = await start(t, files);
    assert.deepEqual(shown(conversation), checked(files));
    assert.ok(Object.hasOwn(shown(conversation), '/w/src/notes/a.md'));
  });

  it('are found as soon as a configuration file is reported that was not known before', async (t) => {
    const files = new MemoryFiles(texts);
    const { conversation } = await start(t, files);
    const configuration = 'file:///w/src/.agent-authoring.jsonc';
    files.set(configuration, '{ "files": { "notes": "claude-code" } }');
    // A client may miss that the file was created, and report its next change.
    void conversation.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: configuration, type: change.changed }],
    });
    await quiet(conversation, files);
    assert.ok(Object.hasOwn(shown(conversation), '/w/src/notes/a.md'));
    assert.deepEqual(shown(conversation), checked(files));
    files.delete(configuration);
    void conversation.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: configuration, type: change.deleted }],
    });
    await quiet(conversation, files);
    assert.deepEqual(Object.keys(shown(conversation)), Object.keys(checked(files)));
  });

  it('are registered with the client, for all features but none for the whole workspace', async (t) => {
    const files = new MemoryFiles({ ...texts, [FILE]: '{ "files": { "src/agents": "claude-code" } }' });
    const { registered } = await start(t, files);
    const of = (method: string) =>
      registered.filter(
        ({ method: one, registerOptions }) => one === method && JSON.stringify(registerOptions).includes('src/agents'),
      );
    for (const method of [
      'didOpen',
      'didChange',
      'didClose',
      'hover',
      'completion',
      'codeAction',
      'semanticTokens',
      'diagnostic',
    ])
      assert.equal(of(`textDocument/${method}`).length, 1, method);
    assert.equal(of('textDocument/diagnostic')[0]?.registerOptions.workspaceDiagnostics, false);
    assert.equal(of('workspace/didChangeWatchedFiles').length, 1);
    const ofFile = registered.filter(({ registerOptions }) =>
      JSON.stringify(registerOptions).includes('authoring.jsonc'),
    );
    assert.ok(ofFile.some(({ method }) => method === 'textDocument/codeAction'));
  });
});

const problems = (conversation: Conversation, uri = FILE): readonly string[] =>
  (conversation.published.findLast((params) => params.uri === uri)?.diagnostics ?? []).map(
    ({ range: { start, end }, message }: Diagnostic) =>
      `${start.line}:${start.character}-${end.line}:${end.character} ${message}`,
  );

describe('the problems of a configuration file', () => {
  const broken = '{\n  "rules": { "nope": "off" },\n  "ignore": ["[a]"]\n}';
  const rule = '1:13-1:19 `rules` names `nope`, which is not a rule.';
  const pattern = '2:13-2:18 `ignore` must contain patterns without brackets; write alternatives as `{a,b}`.';

  it('are shown while it is closed, and while it is typed in', async (t) => {
    const files = new MemoryFiles({ ...texts, [FILE]: broken });
    const { conversation } = await start(t, files);
    assert.deepEqual(problems(conversation), [rule, pattern]);
    conversation.open('{ "rules": { "nope": "off" } }', FILE);
    await quiet(conversation, files);
    assert.deepEqual(problems(conversation), ['0:13-0:19 `rules` names `nope`, which is not a rule.']);
    conversation.change(2, [{ text: '{}' }], FILE);
    await quiet(conversation, files);
    assert.deepEqual(problems(conversation), []);
    void conversation.client.sendNotification('textDocument/didClose', { textDocument: { uri: FILE } });
    await quiet(conversation, files);
    assert.deepEqual(problems(conversation), [rule, pattern]);
    files.delete(FILE);
    void conversation.client.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: FILE, type: change.deleted }],
    });
    await quiet(conversation, files);
    assert.deepEqual(problems(conversation), []);
  });

  it('are only those that no schema can find, in an open document of a client that has the schema', async (t) => {
    const files = new MemoryFiles({ ...texts, [FILE]: broken });
    const { conversation } = await start(t, files, true);
    assert.deepEqual(problems(conversation), [rule, pattern]);
    conversation.open(broken, FILE);
    await quiet(conversation, files);
    assert.deepEqual(problems(conversation), [pattern]);
  });

  it('are at their places in the file that is extended', async (t) => {
    const base = 'file:///w/base.agent-authoring.json';
    const files = new MemoryFiles({ ...texts, [FILE]: '{ "extends": "base.agent-authoring.json" }', [base]: broken });
    const { conversation } = await start(t, files);
    assert.deepEqual([problems(conversation), problems(conversation, base)], [[], [rule, pattern]]);
    files.set(FILE, '{ "extends": "no.agent-authoring.json" }');
    conversation.open('{ "extends": "no.agent-authoring.json" }', FILE);
    await quiet(conversation, files);
    assert.deepEqual(problems(conversation), [
      '0:13-0:38 `extends` names `no.agent-authoring.json`, which does not exist.',
    ]);
  });

  it('come with completion and hover', async (t) => {
    const files = new MemoryFiles({ ...texts, [FILE]: '{}' });
    const { conversation } = await start(t, files);
    conversation.open('{ "allow": { "tools": [""] }, "ignore": [""] }', FILE);
    const ask = (method: string, character: number): Promise<unknown> =>
      conversation.client.sendRequest(`textDocument/${method}`, {
        textDocument: { uri: FILE },
        position: { line: 0, character },
      });
    assert.match(JSON.stringify(await ask('completion', 24)), /"label":"Deploy"/);
    assert.match(JSON.stringify(await ask('completion', 42)), /"label":"\.claude\/agents\/\*\*\/\*\.md"/);
    assert.match(JSON.stringify(await ask('hover', 5)), /Names that exist although they are unknown here/);
  });

  it('complete names that are unknown in a document whose file is not known', async (t) => {
    const files = new MemoryFiles({ [FILE]: '{}' });
    const { conversation } = await start(t, files);
    conversation.open(TEXT, 'file:///w/.claude/agents/new.md');
    conversation.open('{ "allow": { "tools": [""] } }', FILE);
    await quiet(conversation, files);
    const offered = await conversation.client.sendRequest('textDocument/completion', {
      textDocument: { uri: FILE },
      position: { line: 0, character: 24 },
    });
    assert.match(JSON.stringify(offered), /"label":"Deploy"/);
  });
});

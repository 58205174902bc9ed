/** Writing into the configuration file that the files of a folder are agents. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TextEdit } from 'vscode-languageserver/node';
import { FILE, start, texts } from './configuredWorkspace';
import type { Conversation } from './conversation';
import { MemoryFiles } from './memoryFiles';

describe('agentAuthoring/treatAsAgents', () => {
  const ask = async (conversation: Conversation, params: object) =>
    conversation.client.sendRequest<{
      readonly uri: string;
      readonly creates: boolean;
      readonly edits: readonly TextEdit[];
      readonly formats: readonly { readonly id: string; readonly label: string }[];
      readonly refused: string;
      readonly isAssigned: boolean;
    }>('agentAuthoring/treatAsAgents', params);

  it('offers formats, and gives the edit of the nearest configuration file or of a new one', async (t) => {
    const files = new MemoryFiles({ ...texts, 'file:///w/sub/.agent-authoring.jsonc': '{\n  // Ours.\n}\n' });
    const { conversation } = await start(t, files);
    const { formats } = await ask(conversation, { folder: 'file:///w/src/agents' });
    assert.deepEqual(formats[0], { id: 'claude-code', label: 'Claude Code subagent' });
    const labels = formats.map(({ label }) => label);
    assert.deepEqual(labels, [...new Set(labels)], 'two entries that a person cannot tell apart');
    const made = await ask(conversation, { folder: 'file:///w/src/my%20agents/', format: 'claude-code' });
    assert.deepEqual([made.uri, made.creates], [FILE, true]);
    assert.equal(made.edits[0]?.newText, '{\n  "files": {\n    "src/my agents/**/*.md": "claude-code"\n  }\n}\n');
    const nearest = await ask(conversation, { folder: 'file:///w/sub', format: 'codex' });
    assert.deepEqual([nearest.uri, nearest.creates], ['file:///w/sub/.agent-authoring.jsonc', false]);
    assert.equal(nearest.edits[0]?.newText, '\n  "files": {\n    "**/*.toml": "codex"\n  }\n');
  });

  it('refuses what cannot be written, and tells of a file whether it is an agent already', async (t) => {
    const files = new MemoryFiles({ ...texts, [FILE]: '{ "files": { "src/agents": "claude-code" }' });
    const { conversation } = await start(t, files);
    assert.match((await ask(conversation, { folder: 'file:///w/x', format: 'codex' })).refused, /is not valid JSON/);
    assert.match(
      (await ask(conversation, { folder: 'file:///w/%7Bx', format: 'codex' })).refused,
      /characters that patterns use/,
    );
    assert.match(
      (await ask(conversation, { folder: 'file:///w/x', format: 'nope' })).refused,
      /`nope` is not a format/,
    );
    for (const folder of [
      'file:///etc',
      'file:///ww',
      'file:///w/../etc',
      'file:///w/%2e%2e/etc',
      'http://w/x',
      'x',
      '',
    ])
      assert.match((await ask(conversation, { folder, format: 'codex' })).refused, /is not in the workspace/, folder);
    files.set(FILE, '{ "files": { "src/agents": "claude-code" } }');
    assert.deepEqual(await ask(conversation, { file: 'file:///w/src/agents/new.md' }), { isAssigned: true });
    assert.deepEqual(await ask(conversation, { file: 'file:///w/src/new.md' }), { isAssigned: false });
  });
});

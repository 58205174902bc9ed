/** Diagnostics for the other hosts that read a file: they follow the signs of these hosts, and the settings, in any order. */
import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { document } from '../../server/core/text/document';
import { type Conversation, converse } from './conversation';
import { change, MemoryFiles, quiet } from './memoryFiles';

const ROOT = 'file:///w';
const SHARED = `${ROOT}/.claude/agents/research.md`;
const SIGN = `${ROOT}/.github/copilot/settings.json`;

/** The name is that of a built-in agent of Copilot CLI. Claude Code has no such agent. */
const TEXT = document`
  ---
  name: research
  description: Reads the code and says what it does.
  tools: Read, Grep
  ---
  Say what the code does.
  `;

interface Start {
  readonly files: MemoryFiles;
  readonly conversation: Conversation;
  /** The last problems of the shared file, each with its message. */
  readonly shown: () => Promise<readonly string[]>;
  readonly tell: (uri: string, type: number) => void;
}

async function start(t: TestContext, texts: Readonly<Record<string, string>>, isOpen: boolean): Promise<Start> {
  const files = new MemoryFiles({ [SHARED]: TEXT, ...texts });
  const conversation = await converse(t, {
    host: files.host,
    workspaceFolders: [{ uri: ROOT, name: '' }],
    capabilities: { workspace: { workspaceFolders: true } },
  });
  if (isOpen) conversation.open(TEXT, SHARED);
  const shown = async (): Promise<readonly string[]> => {
    await quiet(conversation, files);
    const last = conversation.published.filter(({ uri }) => uri === SHARED).at(-1);
    return (last?.diagnostics ?? []).map(({ code, message }) => `${code}: ${message}`);
  };
  const tell = (uri: string, type: number): void =>
    void conversation.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
  return { files, conversation, shown, tell };
}

const configure = ({ client }: Conversation, hosts: readonly string[]): void =>
  void client.sendNotification('workspace/didChangeConfiguration', { settings: { agentAuthoring: { hosts } } });

const named = (lines: readonly string[]): boolean =>
  lines.length === 1 && /^name-built-in: .*Copilot CLI/.test(lines[0] ?? '');

for (const isOpen of [true, false])
  describe(`${isOpen ? 'an open' : 'a closed'} file that several hosts read`, () => {
    it('is checked for another host while a sign of it is there', async (t) => {
      const { files, shown, tell } = await start(t, {}, isOpen);
      assert.deepEqual(await shown(), []);
      for (let round = 0; round < 2; round++) {
        files.set(SIGN, '{}');
        tell(SIGN, change.created);
        assert.ok(named(await shown()), `created, round ${round}`);
        files.delete(SIGN);
        tell(SIGN, change.deleted);
        assert.deepEqual(await shown(), [], `deleted, round ${round}`);
      }
    });

    it('is checked for a host whose sign is there from the beginning', async (t) => {
      const { files, shown, tell } = await start(t, { [SIGN]: '{}' }, isOpen);
      assert.ok(named(await shown()));
      files.delete(SIGN);
      tell(`${ROOT}/.github`, change.deleted);
      assert.deepEqual(await shown(), [], 'its folder is deleted');
    });

    it('is checked for the hosts of the settings, which outweigh the signs', async (t) => {
      const { files, conversation, shown, tell } = await start(t, {}, isOpen);
      configure(conversation, ['copilot-cli']);
      assert.ok(named(await shown()), 'named');
      files.set(SIGN, '{}');
      tell(SIGN, change.created);
      configure(conversation, ['claude-code']);
      assert.deepEqual(await shown(), [], 'another one is named');
      configure(conversation, []);
      assert.ok(named(await shown()), 'none is named, and there is a sign');
      files.delete(SIGN);
      tell(SIGN, change.deleted);
      configure(conversation, ['copilot-cli']);
      assert.ok(named(await shown()), 'named again');
      configure(conversation, []);
      assert.deepEqual(await shown(), [], 'neither');
    });

    it('does not count the signs of another project', async (t) => {
      const { files, shown, tell } = await start(t, { [`${ROOT}/inner/.github/copilot/settings.json`]: '{}' }, isOpen);
      assert.deepEqual(await shown(), []);
      const other = 'file:///elsewhere/.github/copilot/settings.json';
      files.set(other, '{}');
      tell(other, change.created);
      assert.deepEqual(await shown(), []);
    });
  });

/** The server adds up the descriptions of all skills and commands again whenever one of them changes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Conversation, converse } from './conversation';
import { change, MemoryFiles, quiet } from './memoryFiles';

const ROOT = 'file:///w';

const skill = (description: string): string => `---\ndescription: ${description}\n---\nHi\n`;

describe('the descriptions of all skills', () => {
  const at = (name: string): string => `${ROOT}/.claude/skills/${name}/SKILL.md`;
  const settings = `${ROOT}/.claude/settings.json`;
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [at(`k${10 + i}`), skill('x'.repeat(1_000))]));
  /** The files of which the rule was reported last. */
  const tooLong = ({ published }: Conversation): readonly string[] => {
    const last = new Map(published.map(({ uri, diagnostics }) => [uri, diagnostics]));
    return [...last].flatMap(([uri, list]) =>
      list.some(({ code }) => code === 'skills-over-budget') ? [uri.slice('file://'.length)] : [],
    );
  };

  for (const fewAgents of [undefined, 0])
    it(`are added up again when any of them changes${fewAgents === 0 ? ', in slices' : ''}`, async (t) => {
      const files = new MemoryFiles(many);
      const conversation = await converse(t, {
        host: { ...files.host, ...(fewAgents !== undefined && { fewAgents }) },
        workspaceFolders: [{ uri: ROOT, name: '' }],
        capabilities: { workspace: { workspaceFolders: true } },
      });
      await quiet(conversation, files);
      assert.deepEqual(tooLong(conversation), []);
      conversation.open(many[at('k20')] ?? '', at('k20'));
      conversation.change(2, [{ text: skill('x'.repeat(999)) }], at('k20'));
      await quiet(conversation, files);
      assert.deepEqual(tooLong(conversation), []);
      conversation.change(3, [{ text: skill('x'.repeat(1_001)) }], at('k20'));
      await quiet(conversation, files);
      assert.deepEqual(tooLong(conversation), ['/w/.claude/skills/k20/SKILL.md'], 'the open one is the longest');
      const tell = (uri: string, type: number): void =>
        void conversation.client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });
      files.set(`${ROOT}/.claude/commands/z.md`, skill('x'.repeat(1_002)));
      tell(`${ROOT}/.claude/commands/z.md`, change.created);
      await quiet(conversation, files);
      assert.deepEqual(tooLong(conversation), ['/w/.claude/commands/z.md'], 'it is said about one file only');
      files.set(settings, '{ "skillListingBudgetFraction": 0.02 }');
      tell(settings, change.created);
      await quiet(conversation, files);
      assert.deepEqual(tooLong(conversation), []);
      files.delete(settings);
      tell(settings, change.deleted);
      await quiet(conversation, files);
      assert.deepEqual(tooLong(conversation), ['/w/.claude/commands/z.md']);
      for (const name of ['k11', 'k12']) {
        files.delete(at(name));
        tell(at(name), change.deleted);
      }
      await quiet(conversation, files);
      assert.deepEqual(tooLong(conversation), []);
    });
});

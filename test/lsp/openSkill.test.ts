/** A skill that is open in the editor is still known to the agents that name it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { detect } from '../../server/core/workspace/detect';
import { Store } from '../../server/lsp/workspace/store';

const AGENT = 'file:///w/.claude/agents/reviewer.md';
const SKILL = 'file:///w/.claude/skills/notes/SKILL.md';

describe('an open skill', () => {
  it('counts with what the editor has of it', () => {
    const where = { user: [], repositories: [] };
    const workspace = { presence: () => 'unknown' as const, manifest: () => undefined, where };
    const store = new Store(workspace, 100);
    const open = (uri: string, text: string): void => {
      const [format] = detect(uri);
      assert.ok(format !== undefined);
      store.open(uri, readAgent(text, format, uri));
    };
    open(AGENT, '---\nname: reviewer\ndescription: Reviews changes.\nskills: notes\n---\nHi\n');
    open(SKILL, '---\ndescription: Writes notes.\n---\nWrite.\n');
    assert.equal(store.index.around(AGENT)?.skill('notes').kind, 'one');
    assert.equal(store.index.agents.length, 1, 'a skill is no agent');
  });
});

/** The code lens above the first line of an agent. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lensesOf } from '../../server/core/features/lenses';
import { agent, withFrontMatter } from '../agent';

const lens = (text: string, path?: string): string | undefined => lensesOf(agent(text, path))[0]?.command?.title;

const table: readonly (readonly [string, string])[] = [
  [
    withFrontMatter('tools: Read, Write, Edit, MultiEdit, Bash, Grep'),
    'Loads as `a` · 4 tools · `Grep` through `Bash` · `MultiEdit` ignored',
  ],
  [withFrontMatter('tools: Bash, Grep, Glob'), 'Loads as `a` · 1 tool · `Grep`, `Glob` through `Bash`'],
  [withFrontMatter('tools: Read, TodoWrite'), 'Loads as `a` · 1 tool · `TodoWrite` off by default'],
  [withFrontMatter('tools: Grep, Bash\ndisallowedTools: Bash'), 'Loads as `a` · 1 tool · `Bash` ignored'],
  [withFrontMatter('model: opus'), 'Loads as `a` · every tool'],
  [withFrontMatter('tools:'), 'Loads as `a` · no tools'],
  [
    withFrontMatter('tools: Read, LS, TodoRead, search, git'),
    'Loads as `a` · 1 tool · `LS`, `TodoRead`, `search` and 1 more ignored',
  ],
  [withFrontMatter('color: magenta\ntools: Read'), 'Loads as `a` · 1 tool · some fields ignored'],
  [withFrontMatter('tools: LS'), 'Not loaded: none of the listed tools exists (`LS`), so the agent is not started'],
  ['---\nname: a\n---\n', 'Not loaded: the agent has no description'],
  ['---\nname: a\ndescription: "x\n---\n', 'Not loaded: the frontmatter is not valid YAML, even with quoted values'],
  ['Hi', 'Not loaded: no frontmatter at the top of the file, so it is treated as a note'],
];

describe('lensesOf', () => {
  for (const [text, title] of table) {
    it(`says "${title}"`, () => assert.equal(lens(text), title));
  }

  it('is on the first line and cannot be clicked', () => {
    const [found] = lensesOf(agent(withFrontMatter('')));
    assert.deepEqual([found?.range.start, found?.command?.command], [{ line: 0, character: 0 }, '']);
  });

  it('shows nothing in notes beside the agents', () => {
    assert.equal(lens('Hi', 'file:///w/.claude/agents/README.md'), undefined);
    assert.ok(lens('Hi', 'file:///w/.claude/agents/reader.md') !== undefined);
  });
});

/** The code lens above the first line of an agent. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lensesOf } from '../../server/core/features/lenses';
import { agent, withFrontMatter } from '../agent';

const lens = (text: string, path?: string): string | undefined => lensesOf(agent(text, path))[0]?.command?.title;

const table: readonly (readonly [string, string])[] = [
  [
    withFrontMatter('tools: Read, Write, Edit, MultiEdit, Bash, Grep'),
    'Loads as a · 4 tools · Grep through Bash · MultiEdit ignored',
  ],
  [withFrontMatter('tools: Bash, Grep, Glob'), 'Loads as a · 1 tool · Grep, Glob through Bash'],
  [withFrontMatter('tools: Read, TodoWrite'), 'Loads as a · 1 tool · TodoWrite off by default'],
  [withFrontMatter('tools: Grep, Bash\ndisallowedTools: Bash'), 'Loads as a · 1 tool · Bash ignored'],
  [withFrontMatter('model: opus'), 'Loads as a · every tool'],
  [withFrontMatter('tools:'), 'Loads as a · no tools'],
  [
    withFrontMatter('tools: Read, LS, TodoRead, search, git'),
    'Loads as a · 1 tool · LS, TodoRead, search and 1 more ignored',
  ],
  [withFrontMatter('color: magenta\ntools: Read'), 'Loads as a · 1 tool · the value of color is ignored'],
  [
    withFrontMatter('tools: Read, MultiEdit\ncolor: magenta\neffort: huge\nmaxTurns: -1'),
    'Loads as a · 1 tool · MultiEdit ignored · the value of maxTurns is ignored · the value of effort is ignored · 1 more ignored',
  ],
  [withFrontMatter('tools: Read, Edit, mcp__github'), 'Loads as a · 2 tools + MCP server github'],
  [withFrontMatter('tools: Read, mcp__github__get_me'), 'Loads as a · 2 tools'],
  [withFrontMatter('tools: mcp__a, mcp__b__*, mcp__c, mcp__d'), 'Loads as a · MCP servers a, b, c and 1 more'],
  [withFrontMatter('mcpServers: [github]'), 'Loads as a · every tool + MCP server github'],
  ['---\nname: "a $(trash) · every tool"\ndescription: x\n---\n', 'Loads as “a $ (trash) · every tool” · every tool'],
  [withFrontMatter('tools: LS'), 'Not loaded: none of the listed tools exists (LS), so the agent is not started'],
  ['---\nname: a\n---\n', 'Not loaded: the agent has no description'],
  ['---\nname: a\ndescription: "x\n---\n', 'Not loaded: the frontmatter is not valid YAML, even with quoted values'],
  ['Hi', 'Not loaded: no frontmatter at the top of the file, so it is treated as a note'],
];

describe('lensesOf', () => {
  for (const [text, title] of table) {
    it(`says "${title}"`, () => assert.equal(lens(text), title));
  }

  const uri = 'file:///w/.claude/agents/a.md';

  it('is on the first line, and cannot be clicked where the client has no command for it', () => {
    const [found] = lensesOf(agent(withFrontMatter(''), uri));
    assert.deepEqual(found?.range.start, { line: 0, character: 0 });
    assert.deepEqual(found.command, { title: 'Loads as a · every tool', command: '' });
  });

  it('opens what the host sees in a client that has the command', () => {
    const [found] = lensesOf(agent(withFrontMatter(''), uri), undefined, true);
    assert.deepEqual([found?.command?.command, found?.command?.arguments], ['agentAuthoring.showWhatHostSees', [uri]]);
  });

  it('shows nothing in notes beside the agents', () => {
    assert.equal(lens('Hi', 'file:///w/.claude/agents/README.md'), undefined);
    assert.ok(lens('Hi', 'file:///w/.claude/agents/reader.md') !== undefined);
  });
});

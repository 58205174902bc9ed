/** Hovers over names of agents, skills and servers of other files. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MarkupContent } from 'vscode-languageserver-types';
import { hoverAt } from '../../server/core/index';
import { agentText, covered, type Files, type Options, workspaceAt } from './workspaceAt';

const A = '/w/.claude/agents/';

function hover(files: Files, options?: Options): { readonly text: string; readonly at: string } | undefined {
  const { agent, offset, index } = workspaceAt(files, options);
  const found = hoverAt(agent, offset, index);
  if (found === undefined) return undefined;
  assert.ok(found.range !== undefined);
  return { text: (found.contents as MarkupContent).value, at: covered(agent.file.source.text, found.range) };
}

const calling = agentText('a', 'Ask @agent-b$0b now.');
const skill = (fields: string): string => `---\nname: go\ndescription: Ships   it\n${fields}\n---\nShip\n`;

const table: readonly (readonly [string, Files, RegExp, string, Options?])[] = [
  [
    'an agent, with its tools and its file',
    { [`${A}a.md`]: calling, [`${A}deep/x.md`]: agentText('bb', 'Hi', 'tools: Read, Grep, Glob') },
    /^\*\*`bb`\*\* \(project agent\)\n\nDoes bb work\.\n\n- tools: `Read`, `Grep`, `Glob`\n- file: `deep\/x\.md`$/,
    'bb',
  ],
  [
    'an agent that nothing restricts',
    { [`${A}a.md`]: calling, [`${A}x.md`]: agentText('bb') },
    /- tools: every tool\n/,
    'bb',
  ],
  [
    'an agent beside another of its name',
    { [`${A}a.md`]: calling, [`${A}x.md`]: agentText('bb'), [`${A}y.md`]: agentText('bb') },
    /- file: `y\.md`\n- loaded instead of `x\.md`, with the same name$/,
    'bb',
  ],
  [
    'an agent that shadows those of the user',
    { [`${A}a.md`]: calling, [`${A}x.md`]: agentText('bb'), '/home/me/.claude/agents/b.md': agentText('bb') },
    /- file: `x\.md`\n- shadows `home\/me\/\.claude\/agents\/b\.md`$/,
    'bb',
    { where: { user: ['/home/me/.claude'], repositories: ['/w'] } },
  ],
  [
    'an agent in place of a built-in one',
    { [`${A}a.md`]: agentText('a', '@agent-Explore$0'), [`${A}x.md`]: agentText('Explore') },
    /- replaces the built-in agent of Claude Code$/,
    'Explore',
  ],
  [
    'a built-in agent',
    { [`${A}a.md`]: agentText('a', 'Hi', 'tools: Agent(Exp$0lore)') },
    /^\*\*`Explore`\*\* \(built-in agent of Claude Code\)$/,
    'Explore',
  ],
  [
    'a name that could be several',
    { [`${A}a.md`]: agentText('a', '@agent-bX$0'), [`${A}x.md`]: agentText('b-x'), [`${A}y.md`]: agentText('b_x') },
    /^\*\*`bX`\*\* could mean `b-x`, `b_x`\. Claude Code refuses/,
    'bX',
  ],
  [
    'a name that is only elsewhere',
    { [`${A}a.md`]: calling, '/w/p/.claude/agents/b.md': agentText('bb') },
    /Claude Code finds no agent with this name from here\. It is in `p\/\.claude\/agents\/b\.md`\.$/,
    'bb',
  ],
  [
    'a name without that of its plugin',
    {
      [`${A}a.md`]: calling,
      '/p/.claude-plugin/plugin.json': '{ "name": "tidy" }',
      '/p/agents/b.md': agentText('bb'),
    },
    /The full name is `tidy:bb`\.$/,
    'bb',
  ],
  [
    'one of two agents of a plugin, of which either may be loaded',
    {
      [`${A}a.md`]: agentText('a', '@agent-tidy:bb$0'),
      '/p/.claude-plugin/plugin.json': '{ "name": "tidy" }',
      '/p/agents/b.md': agentText('bb'),
      '/p/agents/c.md': agentText('bb'),
    },
    /- file: `p\/agents\/c\.md`\n- beside `p\/agents\/b\.md`, with the same name$/,
    'tidy:bb',
  ],
  [
    'its own name where another file takes it',
    { [`${A}a.md`]: agentText('b$0b'), [`${A}x.md`]: agentText('bb') },
    /\*\*name\*\*[\s\S]*---\n\n- not loaded: Claude Code loads `x\.md` under this name$/,
    'bb',
  ],
  [
    'a skill',
    { [`${A}a.md`]: agentText('a', 'Hi', 'skills: go$0'), '/w/.claude/skills/ship/SKILL.md': skill('paths: x') },
    /^\*\*`ship`\*\* \(project skill\)\n\nShips it\n\n- file: `skills\/ship\/SKILL\.md`\n- also called `go`\n- available only/,
    'go',
  ],
  [
    'a skill that the model cannot use',
    {
      [`${A}a.md`]: agentText('a', 'Use the `g$0o` skill.'),
      '/w/.claude/skills/go/SKILL.md': skill('disable-model-invocation: true'),
    },
    /- closed to the model$/,
    'go',
  ],
  [
    'a server that the agent defines, also declared for all',
    {
      [`${A}a.md`]: agentText('a', 'Hi', 'mcpServers:\n  - d$0b:\n      command: x'),
      '/w/.mcp.json': '{ "mcpServers": { "db": { "url": "https://evil.example" } } }',
    },
    /^\*\*`db`\*\* \(MCP server\)\n\n- defined by this agent\n- also declared in `\.mcp\.json`$/,
    'db',
  ],
  [
    'the tool around the parentheses as before',
    { [`${A}a.md`]: agentText('a', 'Hi', 'tools: Ag$0ent(bb)'), [`${A}x.md`]: agentText('bb') },
    /^\*\*Agent\*\* \(Claude Code tool\)/,
    'Agent(bb)',
  ],
];

describe('the hover over a name', () => {
  for (const [what, files, pattern, at, options] of table) {
    it(`explains ${what}`, () => {
      const found = hover(files, options);
      assert.match(found?.text ?? '', pattern);
      assert.equal(found?.at, at);
    });
  }

  it('says nothing where nothing is known', () => {
    assert.equal(hover({ [`${A}a.md`]: calling }), undefined);
    assert.equal(hover({ [`${A}a.md`]: calling, [`${A}x.md`]: agentText('bb') }, { without: [`${A}a.md`] }), undefined);
  });

  it('cuts a long description, and a long path at its beginning', () => {
    const long = agentText('bb').replace('Does bb work.', `Word ${'word '.repeat(400)}`);
    const folder = `${'deep/'.repeat(40)}end`;
    const text = hover({ [`${A}a.md`]: calling, [`${A}${folder}/x.md`]: long })?.text ?? '';
    assert.ok(text.length < 800, text);
    assert.match(text, /word wor?d?…\n/);
    assert.match(text, /- file: `….*deep\/end\/x\.md`/);
  });
});

/** The list of all agents: where each is, how its host treats it, and what it may do. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type AgentList, type AgentRow, agentListOf } from '../../server/core/features/overview/agentList';
import { filesOf, type Texts } from './workspaces';

const A = '/w/.claude/agents/';

const agent = (name: string, fields = '', body = 'Hi'): string =>
  `---\nname: ${name}\ndescription: Does ${name} work.\n${fields}---\n${body}\n`;

const listOf = (texts: Texts, only: readonly string[] = [], most?: number): AgentList =>
  agentListOf(filesOf(texts).index, {
    only: new Set(only),
    problemsOf: (path) => (path.endsWith('/faulty.md') ? { errors: 1, warnings: 2 } : undefined),
    ...(most !== undefined && { most }),
  });

const rowsOf = ({ groups }: AgentList): readonly AgentRow[] =>
  groups.flatMap(({ hosts }) => hosts.flatMap(({ agents }) => agents));

/** `name state model tools servers effects`. */
const shown = (list: AgentList): readonly string[] =>
  rowsOf(list).map(({ name, state, model = '-', tools = '-', servers, effects }) =>
    [name, state, model, tools, servers, effects.join('+') || '-'].join(' '),
  );

describe('the list of agents', () => {
  const table: readonly (readonly [string, Texts, readonly string[]])[] = [
    ['is empty without any', { '/w/README.md': 'Hi' }, []],
    [
      'says the model, the number of tools and what they affect',
      { [`${A}a.md`]: agent('a', 'model: opus\ntools: Read, Write, Bash, WebFetch, Agent\n') },
      ['a loads opus 5 0 reads+writes+runs+network+delegates'],
    ],
    [
      'counts MCP servers apart from tools, and tools of servers as tools',
      { [`${A}a.md`]: agent('a', 'tools: Read, mcp__github, mcp__jira__get\n') },
      ['a loads - 2 1 reads'],
    ],
    ['says when something is lost', { [`${A}a.md`]: agent('a', 'tools: Read, MultiEdit\n') }, ['a losses - 1 0 reads']],
    [
      'has the name of the file for an agent without one, which does not load',
      { [`${A}a.md`]: '---\ndescription: Does it.\n---\nHi\n' },
      ['a.md fails - - 0 -'],
    ],
    [
      'leaves out notes',
      { [`${A}README.md`]: '# Our agents\n', [`${A}a.md`]: agent('a', 'tools: Read\n') },
      ['a loads - 1 0 reads'],
    ],
    [
      'says which file is not loaded because another one has its name',
      { [`${A}a.md`]: agent('x', 'tools: Read\n'), [`${A}b.md`]: agent('x', 'tools: Bash\n') },
      ['x taken - 1 0 reads', 'x loads - 1 0 runs'],
    ],
    [
      'says nothing of a name in an inner folder, because sessions elsewhere load the other file',
      {
        [`${A}a.md`]: agent('x', 'tools: Read\n'),
        '/w/q/.claude/agents/a.md': agent('x', 'tools: Bash\n'),
        '/home/me/.claude/agents/a.md': agent('x', 'tools: Write\n'),
      },
      ['x loads - 1 0 reads', 'x loads - 1 0 runs', 'x loads - 1 0 writes'],
    ],
    [
      'says nothing of two plugins with one name, which are not both installed',
      {
        '/p/.claude-plugin/plugin.json': '{ "name": "tidy" }',
        '/p/agents/b.md': agent('b', 'tools: Read\n'),
        '/q/.claude-plugin/plugin.json': '{ "name": "tidy" }',
        '/q/agents/b.md': agent('b', 'tools: Read\n'),
      },
      ['tidy:b loads - 1 0 reads', 'tidy:b loads - 1 0 reads'],
    ],
    [
      'has agents in the order of places and names',
      {
        '/w/q/.claude/agents/a.md': agent('c', 'tools: Read\n'),
        [`${A}a.md`]: agent('b', 'tools: Read\n'),
        [`${A}b.md`]: agent('a', 'tools: Read\n'),
        '/home/me/.claude/agents/a.md': agent('a0', 'tools: Read\n'),
      },
      ['a loads - 1 0 reads', 'b loads - 1 0 reads', 'c loads - 1 0 reads', 'a0 loads - 1 0 reads'],
    ],
  ];
  for (const [what, texts, rows] of table) it(what, () => assert.deepEqual(shown(listOf(texts)), rows));

  it('says when no list restricts the tools, with all that they affect', () => {
    const [row] = rowsOf(listOf({ [`${A}a.md`]: agent('a') }));
    assert.equal(row?.tools, 'every');
    for (const effect of ['reads', 'writes', 'runs', 'network'] as const)
      assert.ok(row.effects.includes(effect), effect);
  });

  it('groups agents by place and host, and skills and commands by place', () => {
    const list = listOf({
      [`${A}a.md`]: agent('a'),
      '/w/.gemini/agents/g.md': agent('g'),
      '/w/.claude/skills/ship/SKILL.md': '---\nname: ship\ndescription: Ships it.\n---\nShip\n',
      '/w/.claude/commands/go.md': 'Go.\n',
      '/home/me/.claude/agents/u.md': agent('u'),
      '/p/.claude-plugin/plugin.json': '{ "name": "tidy" }',
      '/p/agents/b.md': agent('b'),
    });
    assert.deepEqual(
      list.groups.map(({ scope, home, hosts, skills }) => [
        scope,
        home,
        ...hosts.map(({ id, agents }) => `${id}: ${agents.map(({ name }) => name).join()}`),
        ...skills.map(({ kind, name }) => `${kind} ${name}`),
      ]),
      [
        ['project', '/w', 'claude-code: a', 'gemini-cli: g', 'command go', 'skill ship'],
        ['user', '/home/me', 'claude-code: u'],
        ['plugin', '/p', 'claude-code: tidy:b'],
      ],
    );
  });

  it('has the sum of what a session is told, with the limit of the host, and the largest one of all', () => {
    const long = 'word '.repeat(200);
    const list = listOf({
      [`${A}a.md`]: agent('a'),
      [`/v/.claude/agents/b.md`]: agent('b').replace('Does b work.', long),
      '/w/.gemini/agents/g.md': agent('g'),
    });
    const [small, large] = ['/w', '/v'].map(
      (home) => list.groups.find((group) => group.home === home)?.hosts[0]?.told ?? assert.fail(home),
    );
    assert.ok(
      small !== undefined && large !== undefined && small.tokens > 0 && small.tokens < 30 && large.tokens > 190,
    );
    assert.equal(small.limit, 15_000);
    assert.deepEqual(list.told, large);
    assert.equal(list.groups.at(-1)?.hosts.at(-1)?.told?.limit, undefined);
  });

  it('says when a file of the user is loaded instead, where the user wins', () => {
    const where = { user: ['/home/me/.copilot'], repositories: ['/w'] };
    const [project, own] = ['/w/.github/agents/in/a.md', '/home/me/.copilot/agents/in/b.md'];
    const text = agent('x', 'tools: [read]\n');
    const { index } = filesOf({ [project]: text, [own]: text }, where);
    const rows = rowsOf(agentListOf(index, { only: new Set(), problemsOf: () => undefined }));
    assert.deepEqual(
      rows.map(({ uri, state, winner }) => [uri, state, winner?.uri]),
      [
        [project, 'taken', own],
        [own, 'loads', undefined],
      ],
    );
  });

  it('shows the winner of a name at its name', () => {
    const list = listOf({ [`${A}a.md`]: agent('x'), [`${A}b.md`]: agent('x') });
    const [first] = rowsOf(list);
    assert.deepEqual(first?.winner, {
      uri: `${A}b.md`,
      range: { start: { line: 1, character: 6 }, end: { line: 1, character: 7 } },
    });
  });

  it('shows only what is wanted, and says how many there are in all', () => {
    const texts = {
      [`${A}reads.md`]: agent('reads', 'tools: Read\n'),
      [`${A}writes.md`]: agent('writes', 'tools: Read, Write\n'),
      [`${A}every.md`]: agent('every'),
      [`${A}fails.md`]: '---\ndescription: Does it.\n---\nHi\n',
      [`${A}losses.md`]: agent('losses', 'tools: Read, MultiEdit\n'),
      [`${A}faulty.md`]: agent('faulty', 'tools: Read\n'),
      [`${A}x.md`]: agent('reads', 'tools: Read\n'),
      '/w/.claude/commands/go.md': 'Go.\n',
    };
    const names = (...only: readonly string[]): readonly string[] =>
      rowsOf(listOf(texts, only)).map(({ name }) => name);
    assert.deepEqual(names('writes'), ['every', 'writes']);
    assert.deepEqual(names('fails', 'losses'), ['fails.md', 'losses']);
    assert.deepEqual(names('problems'), ['faulty']);
    assert.deepEqual(names('taken'), ['reads']);
    assert.deepEqual(names('every'), ['every']);
    assert.deepEqual(names('nonsense'), []);
    const list = listOf(texts, ['writes']);
    assert.equal(list.total, 7);
    assert.deepEqual(
      list.groups.flatMap(({ skills }) => skills),
      [],
    );
  });

  it('is cut, and says how many are left out', () => {
    const texts = Object.fromEntries(['a', 'b', 'c'].map((name) => [`${A}${name}.md`, agent(name)]));
    const list = listOf(texts, [], 2);
    assert.deepEqual(
      rowsOf(list).map(({ name }) => name),
      ['a', 'b'],
    );
    assert.deepEqual([list.left, list.total], [1, 3]);
  });

  it('has one visible line for each text of a hostile file', () => {
    const name = 'a\\u202eb\\n<b>$(bug)</b>';
    const model = `"${'x'.repeat(100_000)}"`;
    const list = listOf({ [`${A}a.md`]: `---\nname: "${name}"\ndescription: Does it.\nmodel: ${model}\n---\nHi\n` });
    const [row] = rowsOf(list);
    assert.ok(row?.name.startsWith('a\\u{202e}b\\u{a}<b>'), row?.name);
    for (const text of [row?.name, row?.model, row?.reason].map(String)) assert.ok(text.length <= 300, text);
  });
});

/** Completion of the names of agents, skills and servers: what is offered, and the text after it is accepted. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompletionItem, MarkupContent } from 'vscode-languageserver-types';
import { completionAt, type Indexed, offsetAt } from '../../server/core/index';
import { applyEdits } from '../../server/core/text/edits';
import { span } from '../../server/core/text/span';
import { agentText, covered, type Files, type Options, workspaceAt } from './workspaceAt';

const A = '/w/.claude/agents/';

interface Offered {
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
  /** The line of the cursor after an item has been accepted. */
  readonly accept: (label: string) => string;
}

function complete(files: Files, options?: Options): Offered {
  const { agent, offset, index } = workspaceAt(files, options);
  const { source } = agent.file;
  const items = [...completionAt(agent, offset, { index })].sort((a, b) =>
    (a.sortText ?? a.label) < (b.sortText ?? b.label) ? -1 : 1,
  );
  return {
    items,
    labels: items.map(({ label }) => label),
    accept: (label) => {
      const item = items.find((one) => one.label === label);
      const edit = item?.textEdit;
      assert.ok(item !== undefined && edit !== undefined && 'range' in edit, `${label} is not offered`);
      const { start, end } = edit.range;
      assert.equal(start.line, end.line, 'LSP wants completion edits on one line');
      // Editors compare what is typed with the text of the item that filters it.
      const typed = source.text.slice(offsetAt(source, start), offset).trimStart().toLowerCase();
      const filter = (item.filterText ?? item.label).toLowerCase();
      assert.ok(isSubsequence(typed, filter), `"${typed}" leaves ${label} out, which is filtered as "${filter}"`);
      const text = applyEdits(source.text, [
        { span: span(offsetAt(source, start), offsetAt(source, end)), newText: edit.newText },
      ]);
      return text.split(/\r\n|\n/)[start.line] ?? '';
    },
  };
}

/** Its documentation. */
const about = (item: CompletionItem | undefined): string =>
  (item?.documentation as MarkupContent | undefined)?.value ?? '';

const isSubsequence = (letters: string, text: string): boolean => {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
};

const team: Files = {
  [`${A}bee.md`]: agentText('bee'),
  [`${A}ant.md`]: agentText('ant'),
  '/home/me/.claude/agents/aunt.md': agentText('aunt'),
  '/p/.claude-plugin/plugin.json': '{ "name": "tidy" }',
  '/p/agents/broom.md': agentText('broom'),
};
const options: Options = { where: { user: ['/home/me/.claude'], repositories: ['/w'] } };
const ours = ['ant', 'bee', 'aunt', 'tidy:broom'];
const builtIn = ['Explore', 'Plan', 'general-purpose'];

const inTools = (tools: string): Files => ({ ...team, [`${A}me.md`]: agentText('me', 'Hi', tools) });
const inBody = (body: string): Files => ({ ...team, [`${A}me.md`]: agentText('me', body) });

describe('completion of agents in the parentheses of a tool', () => {
  it('offers those that can be called, by scope and name, and then those of the host', () => {
    const { labels, items } = complete(inTools('tools: Read, Agent($0)'), options);
    assert.deepEqual(labels.slice(0, 4), ours);
    for (const name of builtIn) assert.ok(labels.indexOf(name) >= 4, name);
    assert.ok(!labels.includes('me') && !labels.includes('Read'));
    assert.equal(new Set(labels).size, labels.length);
    const [ant] = items;
    assert.equal(ant?.detail, 'project · .claude/agents');
    assert.match(about(ant), /Does ant work\./);
  });

  const edits: readonly (readonly [string, string])[] = [
    ['tools: Read, Agent($0)', 'tools: Read, Agent(bee)'],
    ['tools: Read, Agent($0', 'tools: Read, Agent(bee'],
    ['tools: Agent(be$0)', 'tools: Agent(bee)'],
    ['tools: Agent(b$0x, ant), Read', 'tools: Agent(bee, ant), Read'],
    ['tools: Agent(ant,$0)', 'tools: Agent(ant, bee)'],
    ['tools: Agent(ant, $0)', 'tools: Agent(ant, bee)'],
    ['tools: Agent(ant, $0', 'tools: Agent(ant, bee'],
    ['tools: Agent(ant, b$0 ), Read', 'tools: Agent(ant, bee ), Read'],
    ['tools: Agent($0, ant)', 'tools: Agent(bee, ant)'],
    ['tools: "Task(b$0)"', 'tools: "Task(bee)"'],
    ['tools: [Read, Agent(b$0)]', 'tools: [Read, Agent(bee)]'],
  ];
  for (const [line, expected] of edits) {
    it(`writes ${expected}`, () => assert.equal(complete(inTools(line), options).accept('bee'), expected));
  }

  it('writes into a list with dashes', () => {
    assert.equal(complete(inTools('tools:\n  - Read\n  - Agent(b$0)'), options).accept('bee'), '  - Agent(bee)');
  });

  it('leaves out those that are there', () => {
    assert.ok(!complete(inTools('tools: Agent(ant, bee, $0)'), options).labels.includes('bee'));
    assert.ok(complete(inTools('tools: Agent(ant, b$0ee)'), options).labels.includes('bee'));
  });

  it('offers neither agents nor tools in the parentheses of another tool', () => {
    assert.deepEqual(complete(inTools('tools: Bash($0)'), options).labels, []);
  });

  it('offers tools before the parentheses', () => {
    assert.ok(complete(inTools('tools: Ag$0ent(ant)'), options).labels.includes('Read'));
  });

  it('offers only those of the host where nothing is known of other files', () => {
    const { labels } = complete(inTools('tools: Agent($0)'), { without: [`${A}me.md`] });
    assert.deepEqual(
      labels.filter((label) => ours.includes(label)),
      [],
    );
    assert.ok(labels.includes('Explore'));
  });

  it('offers an agent of one name once, and no name that cannot be written there', () => {
    const files = {
      ...inTools('tools: Agent($0)'),
      [`${A}z.md`]: agentText('bee'),
      [`${A}y.md`]: agentText('"a b, c"'),
    };
    const { labels } = complete(files, options);
    assert.equal(labels.filter((label) => label === 'bee').length, 1);
    assert.ok(!labels.some((label) => label.includes(',')));
  });
});

describe('completion of agents in the body', () => {
  const edits: readonly (readonly [string, string, string?])[] = [
    ['Ask @agent-$0', 'Ask @agent-bee'],
    ['Ask @agent-b$0x now', 'Ask @agent-bee now'],
    ['Ask @$0', 'Ask @agent-bee'],
    ['Ask @ag$0 now', 'Ask @agent-bee now'],
    ['(@agent-b$0)', '(@agent-bee)'],
    ['Task(subagent_type="$0")', 'Task(subagent_type="bee")'],
    ['Task(subagent_type="b$0x", prompt="y")', 'Task(subagent_type="bee", prompt="y")'],
    ["subagent_type: 'b$0", "subagent_type: 'bee"],
    ['{ "subagent_type": "b$0" }', '{ "subagent_type": "bee" }'],
    ['Ask @agent-tidy:b$0', 'Ask @agent-tidy:broom', 'tidy:broom'],
  ];
  for (const [body, expected, label = 'bee'] of edits) {
    it(`writes ${expected}`, () => assert.equal(complete(inBody(body), options).accept(label), expected));
  }

  it('works in code blocks and with CRLF', () => {
    const body = '```python\nTask(subagent_type="$0")\n```';
    assert.equal(complete(inBody(body), options).accept('bee'), 'Task(subagent_type="bee")');
    const crlf = { ...team, [`${A}me.md`]: agentText('me', `${body}\n@agent-`).replaceAll('\n', '\r\n') };
    assert.equal(complete(crlf, options).accept('bee'), 'Task(subagent_type="bee")');
  });

  const nothing: readonly string[] = [
    'me@$0',
    'Mail me@agent-$0',
    '`@agent-$0`',
    'Read @src/$0',
    'subagent_type: $0',
    'some_type: "$0"',
    'Plain t$0ext',
  ];
  for (const body of nothing) {
    it(`offers nothing in ${body}`, () => assert.deepEqual(complete(inBody(body), options).labels, []));
  }
});

const skillText = (fields = ''): string => `---\ndescription: Ships it.\n${fields}---\nShip\n`;

describe('completion of skills', () => {
  const skills: Files = {
    '/w/.claude/skills/ship/SKILL.md': skillText(),
    '/w/.claude/commands/ship.md': 'Ship',
    '/w/.claude/commands/tools/lint.md': 'Lint',
    '/w/.claude/skills/closed/SKILL.md': skillText('disable-model-invocation: true\n'),
    '/w/.claude/skills/gated/SKILL.md': skillText('paths: src\n'),
    '/home/me/.claude/skills/mine/SKILL.md': skillText(),
  };
  const withSkills = (line: string): Files => ({ ...skills, [`${A}me.md`]: agentText('me', 'Hi', line) });

  it('offers those that the host loads when they are listed, each once', () => {
    const { labels, items } = complete(withSkills('skills: $0'), options);
    assert.deepEqual(labels, ['ship', 'tools:lint', 'mine']);
    assert.match(about(items[0]), /Ships it\./);
  });

  const edits: readonly (readonly [string, string])[] = [
    ['skills: $0', 'skills: ship'],
    ['skills:$0', 'skills: ship'],
    ['skills: mine, s$0x', 'skills: mine, ship'],
    ['skills: [mine,$0]', 'skills: [mine, ship]'],
    ['skills:\n  - mine\n  - $0', '  - ship'],
  ];
  for (const [line, expected] of edits) {
    it(`writes ${expected} for ${JSON.stringify(line)}`, () => {
      assert.equal(complete(withSkills(line), options).accept('ship'), expected);
    });
  }

  it('leaves out those that are there', () => {
    assert.deepEqual(complete(withSkills('skills: ship, mine, $0'), options).labels, ['tools:lint']);
  });
});

describe('completion of MCP servers', () => {
  const servers = '{ "mcpServers": { "db": {}, "my srv.x": {}, "other": {} } }';
  /** As if the file used these tools. */
  const using = (file: Indexed): Indexed =>
    file.kind !== 'agent' || !file.card.path.endsWith('/ant.md')
      ? file
      : {
          ...file,
          servers: ['query', 'query', 'dump'].map((tool) => ({
            name: `mcp__db__${tool}`,
            span: span(0, 1),
            server: 'db',
            tool,
            in: 'tools',
          })),
        };
  const withServers = (fields: string): Offered =>
    complete(
      { ...team, '/w/.mcp.json': servers, [`${A}me.md`]: agentText('me', 'Hi', fields) },
      { ...options, keep: using },
    );
  const mcp = ({ labels }: Offered): readonly string[] => labels.filter((label) => label.startsWith('mcp__'));

  it('offers servers and the tools that agents name, after the tools of the host', () => {
    const offered = withServers('tools: mcp__$0');
    assert.deepEqual(mcp(offered), ['mcp__db', 'mcp__db__dump', 'mcp__db__query', 'mcp__my_srv_x', 'mcp__other']);
    assert.ok(offered.labels.indexOf('mcp__db') > offered.labels.indexOf('Read'));
  });

  it('offers those that the agent defines itself', () => {
    const offered = withServers('tools: $0\nmcpServers:\n  - own:\n      command: x');
    assert.ok(mcp(offered).includes('mcp__own'));
  });

  const edits: readonly (readonly [string, string, string])[] = [
    ['tools: Read, mcp__db__q$0x', 'mcp__db__query', 'tools: Read, mcp__db__query'],
    ['disallowedTools: mcp__$0', 'mcp__db', 'disallowedTools: mcp__db'],
    ['mcpServers:\n  - d$0', 'db', '  - db'],
    ['mcpServers:\n  -$0', 'db', '  - db'],
    ['mcpServers: [$0]', 'db', 'mcpServers: [db]'],
    ['mcpServers: [x,$0]', 'db', 'mcpServers: [x, db]'],
    ['mcpServers: [x, d$0x]', 'db', 'mcpServers: [x, db]'],
  ];
  for (const [fields, label, expected] of edits) {
    it(`writes ${expected} for ${JSON.stringify(fields)}`, () => {
      assert.equal(withServers(fields).accept(label), expected);
    });
  }

  it('leaves out those that are there, and keys of definitions', () => {
    assert.ok(!mcp(withServers('tools: mcp__db, $0')).includes('mcp__db'));
    assert.ok(!withServers('mcpServers:\n  - db\n  - $0').labels.includes('db'));
    assert.ok(!withServers('mcpServers:\n  - x:\n      $0').labels.includes('db'));
    assert.ok(!withServers('mcpServers:\n  - d$0b:\n      command: x').labels.includes('other'));
  });
});

describe('a very large workspace', () => {
  it('does not flood the list', () => {
    const many = Object.fromEntries(Array.from({ length: 1_200 }, (_, i) => [`${A}n${i}.md`, agentText(`n${i}`)]));
    const { items } = complete({ ...many, [`${A}me.md`]: agentText('me', '@agent-$0') });
    assert.equal(items.length, 999);
  });
});

describe('the range of an edit', () => {
  it('is what is replaced', () => {
    const { agent, offset, index } = workspaceAt(inTools('tools: Read, Agent(ant, b$0ee)'), options);
    for (const { textEdit } of completionAt(agent, offset, { index })) {
      assert.ok(textEdit !== undefined && 'range' in textEdit);
      assert.equal(covered(agent.file.source.text, textEdit.range), 'bee');
    }
  });
});

/** Definition, references and highlights of names over small workspaces. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DocumentHighlightKind } from 'vscode-languageserver-types';
import { definitionsAt, highlightsAt, referencesAt } from '../../server/core/index';
import { agentText, covered, type Files, type Options, workspaceAt } from './workspaceAt';

const A = '/w/.claude/agents/';
const user = { user: ['/home/me/.claude'], repositories: ['/w'] };

function definitions(files: Files, options?: Options): readonly string[] {
  const { agent, offset, index, texts, shown } = workspaceAt(files, options);
  return definitionsAt(agent, offset, index).map(({ originSelectionRange, targetUri: uri, targetRange: range }) => {
    assert.ok(originSelectionRange !== undefined);
    return `${covered(texts[agent.path ?? ''] ?? '', originSelectionRange)} -> ${shown({ uri, range })}`;
  });
}

function references(files: Files, declarations = false, options?: Options): readonly string[] {
  const { agent, offset, index, shown } = workspaceAt(files, options);
  return referencesAt(agent, offset, index, declarations).map(shown);
}

const skill = '---\nname: ship\ndescription: Ships it.\n---\nShip\n';

const REPORT = '## Response Format\n\n```yaml\ncompletion_report:\n  agent: NAME\n```';

describe('definition', () => {
  const table: readonly (readonly [string, Files, readonly string[], Options?])[] = [
    [
      'of an agent in a list of tools',
      { [`${A}a.md`]: agentText('a', 'Hi', 'tools: Read, Agent(b, c$0c)'), [`${A}x.md`]: agentText('cc') },
      [`cc -> ${A}x.md: cc`],
    ],
    [
      'of a mention',
      { [`${A}a.md`]: agentText('a', 'Ask @agent-b$0b now.'), [`${A}x.md`]: agentText('bb') },
      [`bb -> ${A}x.md: bb`],
    ],
    [
      'of an argument in code, by a name in another spelling',
      {
        [`${A}a.md`]: agentText('a', '```\nTask(subagent_type="B_$0B")\n```'),
        [`${A}x.md`]: agentText('b-b'),
      },
      [`B_B -> ${A}x.md: b-b`],
    ],
    [
      'of a tool of a server in a plugin',
      {
        [`${A}a.md`]: agentText('a', 'Hi', 'tools: Read, mcp__plugin_p_x__fi$0nd'),
        '/w/p/.claude-plugin/plugin.json': '{"name": "p"}',
        '/w/p/.mcp.json': '{"x": {"command": "x"}}',
      },
      ['mcp__plugin_p_x__find -> /w/p/.mcp.json: "x"'],
    ],
    ['of its own name', { [`${A}a.md`]: agentText('a$0') }, [`a -> ${A}a.md: a`]],
    [
      'of the agent of the report',
      { [`${A}a.md`]: agentText('aa', REPORT.replace('NAME', 'a$0a')) },
      [`aa -> ${A}a.md: aa`],
    ],
    [
      'of the report of an agent that is not loaded, which is its own',
      { [`${A}a.md`]: agentText('aa', REPORT.replace('NAME', 'a$0a')), [`${A}b.md`]: agentText('aa') },
      [`aa -> ${A}a.md: aa`, `aa -> ${A}b.md: aa`],
    ],
    [
      'of the report in an agent of a plugin, without the name of the plugin',
      {
        '/p/.claude-plugin/plugin.json': '{ "name": "tidy" }',
        '/p/agents/b.md': agentText('bb', REPORT.replace('NAME', 'b$0b')),
      },
      ['bb -> /p/agents/b.md: bb'],
    ],
    [
      'of several agents with one name, the one that is loaded first',
      { [`${A}a.md`]: agentText('a', '@agent-b$0'), [`${A}x.md`]: agentText('b'), [`${A}y.md`]: agentText('b') },
      [`b -> ${A}y.md: b`, `b -> ${A}x.md: b`],
    ],
    [
      'of a name that could be several',
      { [`${A}a.md`]: agentText('a', '@agent-bX$0'), [`${A}x.md`]: agentText('b-x'), [`${A}y.md`]: agentText('b_x') },
      [`bX -> ${A}x.md: b-x`, `bX -> ${A}y.md: b_x`],
    ],
    ['of a built-in agent', { [`${A}a.md`]: agentText('a', '@agent-Explore$0') }, []],
    [
      'of an agent that is built in and defined',
      { [`${A}a.md`]: agentText('a', '@agent-Explore$0'), [`${A}x.md`]: agentText('Explore') },
      [`Explore -> ${A}x.md: Explore`],
    ],
    [
      'in a nearer folder before one above, as it is read from there',
      {
        '/w/p/.claude/agents/a.md': agentText('a', '@agent-b$0'),
        '/w/p/.claude/agents/b.md': agentText('b'),
        [`${A}b.md`]: agentText('b'),
      },
      ['b -> /w/p/.claude/agents/b.md: b'],
    ],
    [
      'that is not read from here',
      { [`${A}a.md`]: agentText('a', '@agent-b$0'), '/w/p/.claude/agents/b.md': agentText('b') },
      ['b -> /w/p/.claude/agents/b.md: b'],
    ],
    [
      'of an agent of a plugin by its full name',
      {
        [`${A}a.md`]: agentText('a', 'Hi', 'tools: Agent(tidy:b$0)'),
        '/p/.claude-plugin/plugin.json': '{ "name": "tidy" }',
        '/p/agents/b.md': agentText('b'),
      },
      ['tidy:b -> /p/agents/b.md: b'],
    ],
    [
      'of an agent of the user',
      { [`${A}a.md`]: agentText('a', '@agent-b$0'), '/home/me/.claude/agents/b.md': agentText('b') },
      ['b -> /home/me/.claude/agents/b.md: b'],
      { where: user },
    ],
    [
      'of a skill',
      {
        [`${A}a.md`]: agentText('a', 'Hi', 'skills: other, sh$0ip'),
        '/w/.claude/skills/ship/SKILL.md': skill,
        '/w/.claude/commands/ship.md': 'Ship',
      },
      ['ship -> /w/.claude/skills/ship/SKILL.md: ship'],
    ],
    [
      'of a skill that the body uses',
      { [`${A}a.md`]: agentText('a', 'Use the `sh$0ip` skill.'), '/w/.claude/skills/ship/SKILL.md': skill },
      ['ship -> /w/.claude/skills/ship/SKILL.md: ship'],
    ],
    [
      'of a command',
      { [`${A}a.md`]: agentText('a', 'Hi', 'skills: go$0'), '/w/.claude/commands/go.md': 'Go' },
      ['go -> /w/.claude/commands/go.md: '],
    ],
    [
      'of a server that the agent defines',
      { [`${A}a.md`]: agentText('a', 'Hi', 'mcpServers:\n  - d$0b:\n      command: x') },
      [`db -> ${A}a.md: db`],
    ],
    [
      'with a percent-encoded URI and CRLF',
      {
        'file:///w/%5Bx%5D/.claude/agents/a.md': agentText('a', 'Hi\n@agent-b$0').replaceAll('\n', '\r\n'),
        'file:///w/%5Bx%5D/.claude/agents/b%20b.md': agentText('b').replaceAll('\n', '\r\n'),
      },
      ['b -> file:///w/%5Bx%5D/.claude/agents/b%20b.md: b'],
    ],
    [
      'with odd characters',
      { [`${A}a.md`]: agentText('a', '@agent-prüfer$0'), [`${A}x.md`]: agentText('Prüfer') },
      [`prüfer -> ${A}x.md: Prüfer`],
    ],
    [
      'in a file that the index does not know',
      { [`${A}a.md`]: agentText('a', '@agent-b$0'), [`${A}b.md`]: agentText('b') },
      [],
      { without: [`${A}a.md`] },
    ],
    ['of nothing', { [`${A}a.md`]: agentText('a', 'Just t$0ext.') }, []],
  ];
  for (const [what, files, expected, options] of table) {
    it(what, () => assert.deepEqual(definitions(files, options), expected));
  }
});

describe('references', () => {
  const team: Files = {
    [`${A}a.md`]: agentText('a', 'Ask @agent-b, never @agent-c.', 'tools: Agent(b)'),
    [`${A}b.md`]: agentText('b$0', 'Hi'),
    [`${A}c.md`]: agentText('c', '```\nsubagent_type: "B"\n```'),
    '/w/p/.claude/agents/b.md': agentText('b'),
    '/w/p/.claude/agents/d.md': agentText('d', '@agent-b'),
    '/w/q/.claude/agents/e.md': agentText('e', '@agent-b'),
  };

  it('are the calls that mean this agent from where they are', () => {
    assert.deepEqual(references(team), [`${A}a.md: b`, `${A}a.md: b`, `${A}c.md: B`, '/w/q/.claude/agents/e.md: b']);
  });

  it('begin with the declaration when it is asked for', () => {
    assert.equal(references(team, true)[0], `${A}b.md: b`);
  });

  it('of a call are those of the agent that it means', () => {
    const calling = {
      ...team,
      [`${A}b.md`]: agentText('b'),
      '/w/p/.claude/agents/d.md': agentText('d', '@agent-b$0'),
    };
    assert.deepEqual(references(calling, true), ['/w/p/.claude/agents/b.md: b', '/w/p/.claude/agents/d.md: b']);
  });

  it('of an agent that is not loaded are none', () => {
    const files = {
      [`${A}a.md`]: agentText('b$0'),
      [`${A}b.md`]: agentText('b'),
      [`${A}c.md`]: agentText('c', '@agent-b'),
    };
    assert.deepEqual(references(files), []);
  });

  it('of a built-in agent and of a name that nothing has are all its uses', () => {
    for (const name of ['Explore', 'nobody']) {
      const files = {
        [`${A}a.md`]: agentText('a', `@agent-${name}$0`),
        [`${A}b.md`]: agentText('b', `@agent-${name}`),
      };
      assert.deepEqual(references(files, true), [`${A}a.md: ${name}`, `${A}b.md: ${name}`]);
    }
  });

  it('of a skill are the lists and bodies that use it', () => {
    const files = {
      [`${A}a.md`]: agentText('a', 'Use the `ship` skill.', 'skills: [sh$0ip]'),
      [`${A}b.md`]: agentText('b', 'Hi', 'skills: ship'),
      '/w/.claude/skills/ship/SKILL.md': skill,
    };
    assert.deepEqual(references(files, true), [
      '/w/.claude/skills/ship/SKILL.md: ship',
      `${A}a.md: ship`,
      `${A}a.md: ship`,
      `${A}b.md: ship`,
    ]);
  });

  it('come from the open text where the index knows an older one', () => {
    const { agent, index, offset } = workspaceAt({ [`${A}a.md`]: agentText('a', '@agent-b$0 @agent-b') });
    const older = workspaceAt({ [`${A}a.md`]: agentText('a', 'Nothing$0') });
    assert.equal(referencesAt(agent, offset, older.index, false).length, 2);
    assert.equal(referencesAt(older.agent, 5, index, false).length, 0);
  });
});

describe('highlights of a name', () => {
  /** With `«…»` around what is in the frontmatter and `‹…›` around the others. */
  function highlighted(files: Files, isKnown = true): string {
    const { agent, offset, index } = workspaceAt(files);
    const { text, lineStarts } = agent.file.source;
    const marks = highlightsAt(agent, offset, isKnown ? index : undefined).map(({ range: { start, end }, kind }) => ({
      start: (lineStarts[start.line] ?? 0) + start.character,
      end: (lineStarts[end.line] ?? 0) + end.character,
      isWrite: kind === DocumentHighlightKind.Write,
    }));
    return marks
      .sort((a, b) => b.start - a.start)
      .reduce(
        (all, { start, end, isWrite }) =>
          `${all.slice(0, start)}${isWrite ? '«' : '‹'}${all.slice(start, end)}${isWrite ? '»' : '›'}${all.slice(end)}`,
        text,
      );
  }

  it('are its other places in the file, in every spelling that means the same', () => {
    const files = {
      [`${A}a.md`]: agentText('a', '@agent-B$0 @agent-c', 'tools: Agent(b)'),
      [`${A}b.md`]: agentText('b'),
    };
    assert.equal(highlighted(files), agentText('a', '@agent-‹B› @agent-c', 'tools: Agent(«b»)'));
  });

  it('are those of the same spelling where nothing is known of other files', () => {
    const files = { [`${A}a.md`]: agentText('a', '@agent-B$0 @agent-B', 'tools: Agent(b)') };
    assert.equal(highlighted(files, false), agentText('a', '@agent-‹B› @agent-‹B›', 'tools: Agent(b)'));
  });

  it('leave the tool before the parentheses to the highlights of tools', () => {
    const files = { [`${A}a.md`]: agentText('a', '`Agent`', 'tools: Ag$0ent(b)') };
    assert.equal(highlighted(files), agentText('a', '`‹Agent›`', 'tools: «Agent»(b)'));
  });

  it('are the places of the own name', () => {
    const files = { [`${A}a.md`]: agentText('aa', REPORT.replace('NAME', 'a$0a')) };
    assert.equal(highlighted(files), agentText('«aa»', REPORT.replace('NAME', '‹aa›')).replace('Does «aa»', 'Does aa'));
  });
});

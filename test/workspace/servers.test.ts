/** Which MCP servers an agent names, and what is said about those that no file declares. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { LintFinding } from '../../server/core/lint/lintFinding';
import { agentText, aroundIn, type Files, findingsIn, HERE, indexOfFiles } from './around';
import { seenFrom } from './files';

const declared: Files = { '/w/.mcp.json': '{ "mcpServers": { "my docs": { "command": "d" } } }' };

const unknown = (files: Files, path?: string): readonly string[] =>
  findingsIn(files, 'server-unknown', path).map(({ message }) => /`(.*?)`/.exec(message)?.[1] ?? '');

describe('the servers of an agent', () => {
  it('are those of its lists and of the tools in its instructions, where they are', () => {
    const text = agentText(
      'a',
      'tools: Read, mcp__one, mcp__two__*, mcp__three__find(x)\ndisallowedTools: [mcp__four__a__b]\nmcpServers: [my docs, { own: { command: x } }]\n',
      'Call `mcp__five__go(1)`. The prefix is `mcp__`.\n',
    );
    const uses = indexOfFiles({ [HERE]: text }).ties(HERE)?.servers ?? [];
    assert.deepEqual(
      uses.map(({ server, tool, in: place, span, name }) => {
        assert.equal(text.slice(span.start, span.end), name);
        return [server, tool, place];
      }),
      [
        ['one', undefined, 'tools'],
        ['two', undefined, 'tools'],
        ['three', 'find', 'tools'],
        ['four', 'a__b', 'denied'],
        ['my_docs', undefined, 'servers'],
        ['five', 'go', 'body'],
      ],
    );
  });
});

describe('a server that no file declares', () => {
  const wants = (names: string): string => agentText('a', `tools: Read, ${names}\n`);
  for (const [what, files, names, path] of [
    ['is reported once', { ...declared, [HERE]: wants('mcp__x__a, mcp__x__b') }, ['x']],
    ['is not reported where none is declared by a file', { [HERE]: wants('mcp__x__a') }, []],
    ['is another one in another case', { ...declared, [HERE]: wants('mcp__My_docs__a') }, ['My_docs']],
    ['is none with other characters in its name', { ...declared, [HERE]: wants('mcp__my_docs__a') }, []],
    [
      'may be declared in the settings or in a folder above',
      {
        ...declared,
        '/w/.claude/settings.json': '{ "mcpServers": { "x": {} } }',
        '/w/p/.mcp.json': '{ "mcpServers": { "y": {} } }',
        '/w/p/.claude/agents/a.md': wants('mcp__x, mcp__y, mcp__my_docs'),
      },
      [],
      '/w/p/.claude/agents/a.md',
    ],
    [
      'may be of a plugin, the account or the editor',
      { ...declared, [HERE]: wants('mcp__plugin_a_b__c, mcp__claude_ai_X, mcp__ide__run') },
      [],
    ],
    [
      'is not judged in a file of the user',
      { ...declared, '/home/.claude/agents/a.md': wants('mcp__x') },
      [],
      '/home/.claude/agents/a.md',
    ],
  ] satisfies readonly (readonly [string, Files, readonly string[], string?])[])
    it(what, () => assert.deepEqual(unknown(files, path), names));

  it('can be declared in a new file, where the project has none', () => {
    const path = '/w/p/.claude/agents/a.md';
    const titles = (files: Files, of: string): readonly string[] =>
      findingsIn(files, 'server-unknown', of).flatMap(({ fixes = [] }) => fixes.map(({ title }) => title));
    assert.deepEqual(titles({ ...declared, [HERE]: wants('mcp__x') }, HERE), []);
    const files = { ...declared, [path]: wants('mcp__x') };
    assert.deepEqual(titles(files, path), ['Declare `x` in a new `.mcp.json`']);
    const [file] = findingsIn(files, 'server-unknown', path)[0]?.fixes?.[0]?.creates ?? [];
    assert.equal(file?.path, '/w/p/.mcp.json');
    assert.deepEqual(unknown({ ...files, [file.path]: file.text }, path), []);
  });
});

describe('the servers of a plugin', () => {
  const manifest = '/w/p/.claude-plugin/plugin.json';
  const from = '/w/p/agents/a.md';
  const text = agentText('a', 'tools: Read\n');
  const namesIn = (files: Files): readonly string[] =>
    aroundIn({ [from]: text, ...files }, from)
      .servers()
      .map(({ name, key = '-', tree }) => `${name} ${key} ${tree.scope}`);

  it('have the name that the recorded run shows', () => {
    const inline = '{"name": "p", "version": "1.0.0", "mcpServers": {"a": {"command": "x"}}}';
    assert.deepEqual(namesIn({ [manifest]: inline }), ['plugin:p:a a plugin']);
  });

  const plain = '{"name": "p"}';
  const tables: readonly (readonly [string, Files, readonly string[]])[] = [
    [
      'may be in a file without the key around them',
      { '/w/p/.mcp.json': '{"x": {"command": "x"}}' },
      ['plugin:p:x x plugin'],
    ],
    ['may be in a file with it', { '/w/p/.mcp.json': '{"mcpServers": {"x": {"url": "u"}}}' }, ['plugin:p:x x plugin']],
    ['are none where the command is no text', { '/w/p/.mcp.json': '{"x": {"command": 3}, "y": 1}' }, []],
    ['are none in a file that is not JSON', { '/w/p/.mcp.json': '{' }, []],
    [
      'are not known where the manifest names another file',
      { [manifest]: '{"name": "p", "mcpServers": "./more.json"}', '/w/p/.mcp.json': '{"x": {}}' },
      [],
    ],
    [
      'are those of its file where the manifest names that',
      { [manifest]: '{"name": "p", "mcpServers": "./.mcp.json"}', '/w/p/.mcp.json': '{"x": {}}' },
      ['plugin:p:x x plugin'],
    ],
    ['are beside those of the project', { '/w/.mcp.json': '{"mcpServers": {"x": {}}}' }, ['x - project']],
  ];
  for (const [title, files, names] of tables)
    it(title, () => assert.deepEqual(namesIn({ [manifest]: plain, ...files }), names));

  it('are those of the project too for its own agents', () => {
    const files = {
      [manifest]: plain,
      '/w/p/.mcp.json': '{"mcpServers": {"x": {}}}',
      '/w/p/.claude/agents/b.md': text,
    };
    const names = aroundIn(files, '/w/p/.claude/agents/b.md').servers();
    assert.deepEqual(
      names.map(({ name }) => name),
      ['x', 'plugin:p:x'],
    );
  });

  it('are reported under the name in the plugin, unless another server has that', () => {
    const wants = agentText('a', 'tools: Read, mcp__x__find, mcp__plugin_p_x__find, mcp__y\n', 'Call `mcp__x__get`.\n');
    const files = { [manifest]: plain, '/w/p/.mcp.json': '{"mcpServers": {"x": {}}}', [from]: wants };
    const said = (of: Files): readonly LintFinding[] => seenFrom(from, of).findings(['server-unknown']);
    assert.deepEqual(
      said(files).map(({ message }) => message),
      [
        '`x` is probably not the name of a server here: in tool names, Claude Code calls the server of this plugin `plugin_p_x`. Write `plugin_p_x`, unless you mean another server.',
      ],
    );
    const more = { ...files, '/w/.mcp.json': '{"mcpServers": {"x": {}}}' };
    assert.deepEqual(said(more), []);
  });
});

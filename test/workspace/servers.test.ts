/** Which MCP servers an agent names, and what is said about those that no file declares. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agentText, type Files, findingsIn, HERE, indexOfFiles } from './around';

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

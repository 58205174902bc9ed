/** Names of MCP servers and of their tools: where they lead, who uses them, and what the hover says. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MarkupContent } from 'vscode-languageserver-types';
import { definitionsAt, highlightsAt, hoverAt, referencesAt } from '../../server/core/index';
import { agentText, covered, type Files, workspaceAt } from './workspaceAt';

const A = '/w/.claude/agents/';
const declared = '{ "mcpServers": { "my db": { "command": "x" } } }';

/** The first agent has the fields; the second one uses two tools of the server. */
const withServer = (fields: string, body = 'Hi'): Files => ({
  '/w/.mcp.json': declared,
  [`${A}a.md`]: agentText('a', body, fields),
  [`${A}b.md`]: agentText('b', 'Call `mcp__my_db__query` first.', 'tools: Read, mcp__my_db__query, mcp__my_db__dump'),
});

function definitions(files: Files): readonly string[] {
  const { agent, offset, index, shown } = workspaceAt(files);
  return definitionsAt(agent, offset, index).map(({ targetUri: uri, targetRange: range }) => shown({ uri, range }));
}

function references(files: Files): readonly string[] {
  const { agent, offset, index, shown } = workspaceAt(files);
  return referencesAt(agent, offset, index, true).map(shown);
}

describe('the name of a server', () => {
  for (const fields of [
    'tools: Read, mcp__my_db__q$0uery',
    'tools: [mcp__my_$0db]',
    'disallowedTools: mcp__my_db$0',
    'mcpServers:\n  - my$0 db',
  ]) {
    it(`leads to its declaration from ${JSON.stringify(fields)}`, () => {
      assert.deepEqual(definitions(withServer(fields)), ['/w/.mcp.json: "my db"']);
    });
  }

  it('leads to the definition of the agent before that of others', () => {
    const own = 'tools: mcp__my_db__q$0uery\nmcpServers:\n  - my db:\n      command: x';
    assert.deepEqual(definitions(withServer(own)), [`${A}a.md: my db`]);
  });

  it('is used by the tools of all agents', () => {
    assert.deepEqual(references(withServer('mcpServers:\n  - my $0db')), [
      '/w/.mcp.json: "my db"',
      `${A}a.md: my db`,
      `${A}b.md: mcp__my_db__query`,
      `${A}b.md: mcp__my_db__dump`,
      `${A}b.md: mcp__my_db__query`,
    ]);
  });

  it('is used with one tool where one is meant', () => {
    assert.deepEqual(references(withServer('tools: mcp__my_db__d$0ump')), [
      '/w/.mcp.json: "my db"',
      `${A}a.md: mcp__my_db__dump`,
      `${A}b.md: mcp__my_db__dump`,
    ]);
  });

  it('is another one in an agent that defines its own', () => {
    const own = 'mcpServers:\n  - my$0 db:\n      command: x';
    assert.deepEqual(references(withServer(own)), [`${A}a.md: my db`]);
  });

  it('is highlighted with its tools', () => {
    const { agent, offset, index } = workspaceAt(
      withServer('tools: mcp__my_db__x, mcp__other\nmcpServers:\n  - my$0 db'),
    );
    const marked = highlightsAt(agent, offset, index).map(({ range }) => covered(agent.file.source.text, range));
    assert.deepEqual(marked.toSorted(), ['mcp__my_db__x', 'my db']);
  });

  it('is explained after what a tool of a server is', () => {
    const { agent, offset, index } = workspaceAt(withServer('tools: mcp__my_db__q$0uery'));
    const hover = hoverAt(agent, offset, index);
    assert.match(
      (hover?.contents as MarkupContent | undefined)?.value ?? '',
      /Tools of an MCP server[\s\S]*---\n\n\*\*`query`\*\* \(tool of the MCP server `my_db`\)\n\n- declared in `\.mcp\.json`$/,
    );
    const elsewhere = workspaceAt({ [`${A}a.md`]: agentText('a', 'Hi', 'mcpServers:\n  - nob$0ody') });
    assert.equal(hoverAt(elsewhere.agent, elsewhere.offset, elsewhere.index), undefined);
  });
});

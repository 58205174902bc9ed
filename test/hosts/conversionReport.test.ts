/** What the report of a conversion says about each tool and field: nothing is lost unsaid, and every reason is true. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { type Conversion, convert } from '../../server/core/convert/convert';
import { conversionLine } from '../../server/core/convert/report';
import { formatById } from '../../server/core/hosts/index';

const PATHS: Readonly<Record<string, string>> = {
  'claude-code': '/w/.claude/agents/helper.md',
  vscode: '/w/.github/agents/helper.agent.md',
  opencode: '/w/.opencode/agents/helper.md',
  'gemini-cli': '/w/.gemini/agents/helper.md',
  droid: '/w/.factory/droids/helper.md',
};

function conversionOf(from: string, fields: string, to: string, body = 'You are a helper.'): Conversion {
  const [source, target] = [formatById(from), formatById(to)];
  assert.ok(source !== undefined && target !== undefined);
  const text = `---\nname: helper\ndescription: Helps.\n${fields}\n---\n${body}\n`;
  return convert(readAgent(text, source, PATHS[from]), target);
}

function linesOf(...of: Parameters<typeof conversionOf>): readonly string[] {
  const result = conversionOf(...of);
  assert.ok(!('refused' in result), 'refused' in result ? result.refused : '');
  return result.changes.map(conversionLine);
}

describe('the report of a conversion', () => {
  const table: readonly (readonly [from: string, fields: string, to: string, line: string])[] = [
    // Servers.
    ['gemini-cli', 'tools: ["mcp_docs_*"]', 'claude-code', 'changed `mcp_docs_*` → `mcp__docs`'],
    ['gemini-cli', 'tools: [mcp_docs_find]', 'claude-code', 'changed `mcp_docs_find` → `mcp__docs__find`'],
    [
      'gemini-cli',
      'tools: [mcp_docs_find_all]',
      'claude-code',
      'lost `mcp_docs_find_all`: The name does not tell where the name of the server ends.',
    ],
    [
      'gemini-cli',
      'tools: ["mcp_*", glob]',
      'claude-code',
      'lost `mcp_*`: It means the tools of every server, and these are not converted.',
    ],
    ['claude-code', 'tools: mcp__docs__find', 'qwen-code', 'kept `mcp__docs__find`'],
    [
      'claude-code',
      'tools: mcp__docs',
      'qwen-code',
      'lost `mcp__docs`: A list of Qwen Code cannot grant all tools of a server.',
    ],
    ['claude-code', 'tools: mcp__docs', 'codex', 'kept `mcp__docs`: Codex does not limit which servers an agent uses.'],
    [
      'claude-code',
      'disallowedTools: Write',
      'gemini-cli',
      'lost `MCP servers`: Gemini CLI gives an agent with a list of tools only those in it.',
    ],
    [
      'opencode',
      'permission:\n  "*": deny\n  read: allow\n  "docs_*": allow',
      'claude-code',
      'lost `docs_*`: The name does not tell which server is meant.',
    ],
    // Tools.
    [
      'gemini-cli',
      'tools: [write_todos, glob]',
      'claude-code',
      'lost `write_todos`: Claude Code does not give `TodoWrite` to every agent that lists it.',
    ],
    [
      'claude-code',
      'tools: Read, WebFetch',
      'vscode',
      'lost `WebFetch`: VS Code does not give `web/fetch` to every agent that lists it.',
    ],
    [
      'claude-code',
      'tools: Read, Write',
      'cline',
      'lost `Write`: Only `editor` could do this, and it can do more than was granted.',
    ],
    [
      'claude-code',
      'tools: Read, Agent(one, two)',
      'vscode',
      'lost `Agent(one, two)`: The names of the agents that it may start are not converted.',
    ],
    // Fields.
    [
      'vscode',
      'mcp-servers: {docs: {command: x}}',
      'gemini-cli',
      'lost `mcp-servers`: Gemini CLI has the field `mcp_servers`, but values of this field are not converted.',
    ],
    ['claude-code', 'effort: high', 'droid', 'changed `effort` → `reasoningEffort`'],
    [
      'claude-code',
      'permissionMode: plan\ntools: Read, Bash',
      'opencode',
      'changed `permissionMode` → `permission`: OpenCode has no such mode, so the tools that change something are left out.',
    ],
  ];
  for (const [from, fields, to, line] of table)
    it(`${from} to ${to}: ${fields.replaceAll('\n', ' ')}`, () => {
      const lines = linesOf(from, fields, to);
      assert.ok(lines.includes(line), lines.join('\n'));
    });

  it('says nothing about tools that no list can keep from an agent', () => {
    const lines = linesOf('droid', 'tools: [Read]', 'claude-code');
    assert.ok(lines.includes('kept `Read`'));
    assert.ok(!lines.some((line) => line.includes('TodoWrite')), lines.join('\n'));
  });

  it('lists the tools that the prompt names, also without a verb before them', () => {
    const lines = linesOf(
      'gemini-cli',
      'tools: [glob]',
      'claude-code',
      'Never call `write_file`; `README.md` is enough.',
    );
    assert.deepEqual(
      lines.filter((line) => line.startsWith('mentioned')),
      ['mentioned `write_file`: The prompt names this tool of Gemini CLI. Change the text by hand.'],
    );
  });

  it('takes no plain word in code for a tool', () => {
    const lines = linesOf('opencode', 'mode: all', 'claude-code', 'The flag `read` is set, and `glob` is a word.');
    assert.ok(!lines.some((line) => line.startsWith('mentioned')), lines.join('\n'));
  });

  it('is none where the other host reads the same file', () => {
    const result = conversionOf('vscode', 'tools: [read]', 'copilot-cli');
    assert.deepEqual(result, { refused: 'Copilot CLI reads this file too, so it needs no other one.' });
    assert.ok('text' in conversionOf('claude-code', 'tools: Read', 'copilot-cli'));
  });
});

/** The tool matrix: which agent gets which tools, why, and the same as Markdown and CSV. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import MarkdownIt from 'markdown-it';
import { agentOf } from '../../server/core/agent/agent';
import { type Matrix, matrixOf } from '../../server/core/features/overview/matrix';
import { matrixTextOf } from '../../server/core/features/overview/matrixText';
import { toolPlaceOf } from '../../server/core/features/overview/toolPlace';
import { parse } from '../../server/core/syntax/parse';
import { format } from '../agent';
import { fleet } from './fleet';
import { agentText, covered } from './workspaceAt';
import { filesOf, type Texts } from './workspaces';

const matrixFor = (texts: Texts): Matrix => matrixOf(filesOf(texts).index);

const fleetMatrix = matrixFor(fleet);

/** The mark of a tool in the row of an agent. */
function mark(matrix: Matrix, agent: string, tool: string, group?: string): string {
  const row = matrix.rows.find(({ name, state }) => name === agent && state === 'loads');
  const at = matrix.columns.findIndex((column) => column.name === tool && (group ?? column.group) === column.group);
  assert.ok(row !== undefined, agent);
  return row.cells.charAt(at);
}

const one = (fields: string): Matrix => matrixFor({ '/w/.claude/agents/a.md': agentText('a', 'Hi', fields) });

describe('the tool matrix', () => {
  it('has a row for each agent in the order of names, without notes', () => {
    assert.deepEqual(
      fleetMatrix.rows.map(({ name, state }) => (state === 'loads' ? name : `${name} ${state}`)),
      [
        'architect',
        'broken.md fails',
        'browser-driver',
        'documentation-and-tutorial-writer-for-all-packages',
        'implementer',
        'lead',
        'planner',
        'release-manager',
        'retry',
        'reviewer',
        'security-auditor',
        'tester replaced',
        'tester',
        '翻訳者',
      ],
    );
    const lead = fleetMatrix.rows.find(({ name }) => name === 'lead');
    assert.equal(lead?.uri, '/w/.claude/agents/lead.md');
    assert.equal(lead.place, 'project · .claude/agents');
    assert.equal(covered(fleet[lead.uri] ?? '', lead.range), 'lead');
  });

  const cells: readonly (readonly [agent: string, tool: string, mark: string])[] = [
    ['implementer', 'Bash', 'l'],
    ['architect', 'Bash', '.'],
    ['release-manager', 'Bash', 'i'],
    ['security-auditor', 'Write', 'd'],
    ['security-auditor', 'Bash', 'i'],
    // Where there is a shell, the host searches with it.
    ['tester', 'Grep', 'w'],
    ['browser-driver', 'playwright', 'l'],
    ['release-manager', 'playwright', 'i'],
    ['lead', 'playwright', '.'],
    // A tool of another host.
    ['planner', 'agent', 'l'],
    ['lead', 'agent', '.'],
  ];
  for (const [agent, tool, expected] of cells)
    it(`has ${expected} for ${tool} of ${agent}`, () => {
      assert.equal(mark(fleetMatrix, agent, tool), expected);
    });

  it('groups columns by what the tools do', () => {
    const groups = fleetMatrix.columns.map(({ group }) => group);
    assert.deepEqual([...new Set(groups)], ['writes', 'runs', 'network', 'delegates', 'servers', 'reads', 'other']);
    assert.deepEqual(
      groups,
      groups.toSorted((a, b) => groups.indexOf(a) - groups.indexOf(b)),
    );
    const listed = fleetMatrix.columns.filter(({ isListed }) => isListed).map(({ name }) => name);
    assert.deepEqual(listed.slice(0, 6), ['Write', 'Edit', 'NotebookEdit', 'Bash', 'WebFetch', 'WebSearch']);
    assert.ok(!listed.includes('PowerShell'), 'no agent lists it');
    assert.ok(fleetMatrix.columns.some(({ name }) => name === 'PowerShell'));
  });

  it('says which tools of a server an agent gets, and why a tool is not there', () => {
    const note = (agent: string, tool: string): string | undefined =>
      fleetMatrix.rows.find(({ name, state }) => name === agent && state === 'loads')?.notes[
        fleetMatrix.columns.findIndex(({ name }) => name === tool)
      ];
    assert.equal(note('browser-driver', 'chrome-devtools'), 'screenshot');
    assert.equal(note('browser-driver', 'playwright'), undefined);
    assert.equal(note('tester', 'Grep'), 'through Bash');
  });

  it('names what the host ignores, with the reason', () => {
    const ignored = fleetMatrix.rows.find(({ name }) => name === 'implementer')?.ignored;
    assert.deepEqual(
      ignored?.map(({ name }) => name),
      ['MultiEdit', 'LS'],
    );
    assert.ok(ignored.every(({ why }) => why !== '' && !why.includes('`')));
  });

  it('tells a denied server from one of its tools', () => {
    const whole = one('disallowedTools: mcp__github');
    assert.equal(mark(one('tools: Read, mcp__github__create'), 'a', 'github'), 'l');
    assert.equal(mark(whole, 'a', 'Read'), 'i');
    const texts = {
      '/w/.claude/agents/a.md': agentText('a', 'Hi', 'disallowedTools: mcp__github__create'),
      '/w/.claude/agents/b.md': agentText('b', 'Hi', 'disallowedTools: mcp__github'),
      '/w/.claude/agents/c.md': agentText('c', 'Hi', 'tools: mcp__github'),
    };
    const matrix = matrixFor(texts);
    assert.deepEqual(
      ['a', 'b', 'c'].map((agent) => mark(matrix, agent, 'github')),
      ['i', 'd', 'l'],
    );
  });

  it('is empty for a workspace without agents', () => {
    assert.deepEqual(matrixFor({}), { columns: [], rows: [], leftOut: 0 });
  });

  it('is bounded', () => {
    const many = Object.fromEntries(
      Array.from({ length: 5_001 }, (_, i) => [
        `/w/.claude/agents/a${i}.md`,
        agentText(`a${i}`, 'Hi', `tools: mcp__s${i}`),
      ]),
    );
    const { rows, columns, leftOut } = matrixFor(many);
    assert.equal(rows.length, 5_000);
    assert.equal(leftOut, 1);
    assert.ok(columns.length <= 400);
  });

  it('takes no time for thousands of agents with one name', () => {
    const text = agentText('a');
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`/w/.claude/agents/${i}/a.md`, text]));
    const { index } = filesOf(many);
    const before = process.cpuUsage().user;
    const { rows } = matrixOf(index);
    assert.equal(rows.filter(({ state }) => state === 'loads').length, 1);
    // In microseconds. When all were listed for each of them, it was 10 seconds.
    assert.ok(process.cpuUsage().user - before < 4_000_000);
  });
});

describe('the tool matrix as text', () => {
  it('has the rows that are wanted, in their order, with the columns that some agent lists', () => {
    const rows = ['/w/.claude/agents/tester.md', '/w/.claude/agents/architect.md', '/w/none.md'];
    const [head = '', first = '', second = '', ...rest] = matrixTextOf(fleetMatrix, {
      as: 'csv',
      rows,
      all: false,
    }).split('\r\n');
    assert.match(head, /^Name,File,Host,State,"Write files: Write",/);
    assert.match(first, /^tester,/);
    assert.match(second, /^architect,/);
    assert.deepEqual(rest, ['']);
    assert.ok(!head.includes('PowerShell'));
    assert.match(matrixTextOf(fleetMatrix, { as: 'csv', all: true }), /PowerShell/);
  });

  const formulas = ['=1+2', '+1', '-1', '@sum', ' =1', '\t=1', '＝1', '\r=1'];
  for (const name of formulas)
    it(`is no formula in a spreadsheet for ${JSON.stringify(name)}`, () => {
      const [row] = fleetMatrix.rows;
      assert.ok(row);
      const text = matrixTextOf({ columns: [], rows: [{ ...row, name }], leftOut: 0 }, { as: 'csv', all: false });
      const [, cell = ''] = text.split('\r\n');
      assert.doesNotMatch(cell, /^"?\s*[=+\-@＝]/);
      assert.match(cell, /^(?:"'|\\u)/);
    });

  it('has each cell in one field, whatever it contains', () => {
    const [row] = fleetMatrix.rows;
    assert.ok(row);
    const name = 'a "b", c;\n\u202ed';
    const text = matrixTextOf({ columns: [], rows: [{ ...row, name }], leftOut: 0 }, { as: 'csv', all: false });
    assert.equal(text.split('\r\n').length, 3);
    assert.match(text, /^"a ""b"", c;\\u\{a\}\\u\{202e\}d",/m);
  });

  it('has no cell that is a formula where semicolons separate cells too', () => {
    const [row] = fleetMatrix.rows;
    assert.ok(row);
    const text = matrixTextOf(
      { columns: [], rows: [{ ...row, name: "a;=cmd|'/c calc'!A0;\"+1;b" }], leftOut: 0 },
      { as: 'csv', all: false },
    );
    for (const cell of text.split(/[;,\r\n]/)) assert.doesNotMatch(cell, /^["\s]*[=+@-]/);
  });

  it('is a Markdown table in which names are text', () => {
    const evil = ['<img src=x>', '[a](http://b)', '| c |', '`d`', '*e*', 'f\n| g |', '@h'];
    const [row] = fleetMatrix.rows;
    assert.ok(row);
    const rows = evil.map((name, i) => ({ ...row, name, uri: String(i), ignored: [{ name, why: '' }] }));
    const text = matrixTextOf({ columns: [], rows, leftOut: 0 }, { as: 'markdown', all: false });
    const html = new MarkdownIt({ html: true, linkify: true }).render(text);
    assert.doesNotMatch(html, /<(?:img|a|em)\b/);
    assert.equal(html.match(/<tr>/g)?.length, evil.length + 1);
    assert.equal(html.match(/<td>/g)?.length, evil.length * 5);
    for (const name of ['&lt;img src=x&gt;', '| c |', '*e*']) assert.ok(html.includes(`<code>${name}</code>`), name);
  });
});

describe('the place of a tool', () => {
  const placed = (fields: string, name: string): string | undefined => {
    const text = agentText('a', 'Hi', fields);
    const range = toolPlaceOf(agentOf(parse(text), format, '/w/.claude/agents/a.md'), name);
    return range && covered(text, range);
  };
  const cases: readonly (readonly [fields: string, tool: string, found: string | undefined])[] = [
    ['tools: Read, Write', 'Write', 'Write'],
    ['tools:\n  - Bash(git *)', 'Bash', 'Bash(git *)'],
    ['disallowedTools: Edit', 'Edit', 'Edit'],
    // An old name that the host still takes.
    ['tools: Task', 'Agent', 'Task'],
    ['tools: mcp__github__create', 'github', 'mcp__github__create'],
    ['tools: Read', 'Write', undefined],
    ['model: opus', 'Write', undefined],
  ];
  for (const [fields, tool, found] of cases)
    it(`of ${tool} in ${JSON.stringify(fields)} is ${found ?? 'nowhere'}`, () => {
      assert.equal(placed(fields, tool), found);
    });
});

/** The features of the editor in Qwen Code agents. Long because it is one table for each feature. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { actionsIn } from '../../server/core/features/actions/quickFixes';
import { lint } from '../../server/core/lint/lint';
import type { Value } from '../../server/core/syntax/tree';
import {
  assertSafeFixes,
  errorsIn,
  type FixTable,
  featuresOf,
  itExplains,
  itFixes,
  itListsSymbols,
  named,
  withFieldsOf,
} from './hostFeatures';

const host = featuresOf('qwen-code', 'file:///w/.qwen/agents/a.md');
const { format, agentIn, atCursor, findingsIn, offered, lens, formatted } = host;
const withFields = withFieldsOf('ab', 'You review changes.');

/** Fields, the rules that report them, and the severities. */
const reports: readonly (readonly [string, readonly string[]])[] = [
  ['tools: [read_file, ReadFile]', ['information tool-duplicate']],
  ['tools: [Shell, Grep, Glob, WebFetch, NotebookEdit, Skill, Agent]', []],
  ['tools: read_file, glob', []],
  ['tools: "*"', []],
  ['tools: ["*", glob]', ['information tool-subsumed']],
  ['tools: []', ['error tools-empty']],
  ['tools: ""', ['error tools-empty']],
  ['tools: [1]', ['error tools-empty']],
  ['tools:', ['error field-value']],
  ['tools: null', ['error field-value']],
  ['tools: 3', ['error field-value']],
  ['tools: { read_file: true }', ['error field-value']],
  ['tools: [read_file, ""]', ['error field-value', 'warning tool-unknown']],
  ['tools: [read_file, { a: b }]', ['warning field-value']],
  ['tools: Read, Write, Edit, Bash', ['warning tool-foreign', 'warning tool-foreign', 'warning tool-foreign']],
  ['tools: read_file glob', ['warning tool-separator']],
  ['tools: [read_fil]', ['warning tool-unknown']],
  ['tools: ["read_file, glob"]', ['warning tool-separator']],
  ['tools: ["run_shell_command(git *)"]', ['warning tool-unknown']],
  ['tools: [Read_File]', ['warning tool-case']],
  ['tools: [Task]', ['hint tool-renamed']],
  ['tools: [replace]', ['warning tool-removed']],
  ['tools: [todo_write]', ['warning tool-never']],
  ['tools: [list_directory]', ['information tool-off']],
  ['tools: [mcp__github__list]', []],
  ['tools: [mcp__github]', ['warning tool-mcp-shape']],
  ['tools: ["mcp__github__*"]', ['warning tool-mcp-shape']],
  ['tools: [github]', ['warning tool-unknown']],
  ['tools: [github/list]', ['warning tool-server']],
  ['tools: [mcp_github_list]', ['warning tool-server']],
  ['disallowedTools: [mcp__github, "mcp__*", Shell]', ['information tool-subsumed']],
  ['disallowedTools: ["*"]', ['error tool-wildcard']],
  ['disallowedTools: 3', ['warning field-value']],
  ['disallowedTools: [""]', ['error field-value', 'warning tool-unknown']],
  ['allowedTools: [read_file]', ['error field-misnamed']],
  ['approvalMode: auto-edit', []],
  ['approvalMode: auto_edit', ['error field-value']],
  ['approvalMode: Plan', ['error field-value']],
  ['approvalMode: 3', ['error field-value']],
  ['approvalMode: ""', []],
  ['approvalMode:', []],
  ['permissionMode: bypassPermissions', []],
  ['permissionMode: manual', ['warning field-value']],
  ['color: auto', []],
  ['color: magenta', ['warning field-value']],
  ['background: yes', ['warning field-value']],
  ['background: "true"', []],
  ['maxTurns: "1e2"', []],
  ['maxTurns: 0', ['warning field-value']],
  ['maxTurns: 1.5', ['warning field-value']],
  ['runConfig: { max_turns: 5, max_time_minutes: 0.5 }', []],
  ['runConfig: { max_turns: null }', []],
  ['runConfig: { max_turns: "5" }', ['error field-value']],
  ['runConfig: { max_turns: 1.5 }', ['error field-value']],
  ['runConfig: { max_time_minutes: -1 }', ['error field-value']],
  ['runConfig: 3', ['warning field-value']],
  ['mcpServers: { docs: { command: docs } }', []],
  ['mcpServers: [docs]', ['warning field-value']],
  ['hooks: 3', ['warning field-value']],
  ['executor: { kind: acp, command: x }', []],
  ['executor: { kind: codex, command: x, args: [a] }', []],
  ['executor: { kind: acp }', ['error field-value']],
  ['executor: { kind: bogus, command: x }', ['error field-value']],
  ['executor: { kind: acp, command: x, args: [1] }', ['error field-value']],
  ['executor:', ['error field-value']],
  ['executionBackend: container', []],
  ['executionBackend: vm', ['error field-value']],
  ['model: sonnet', ['warning model-foreign']],
  ['model: claude-sonnet-4-5', []],
  ['model: "openai:"', ['error field-value']],
  ['model: "  "', ['error field-value']],
  ['model: [a]', []],
  ['model: { a: b }', ['error field-value']],
  ['memory: user', ['warning field-foreign']],
  ['frobnicate: 3', ['hint field-unknown']],
  ['description: Does another thing.', ['warning key-duplicate']],
  ['color: blue: green', ['warning field-value', 'warning yaml-colon']],
  ['tools:\n- glob\ncolor: a: b', ['error limits-lost', 'warning field-value', 'warning yaml-colon']],
  ['executor: { kind: acp, command: x: y }', ['error field-value', 'error yaml-indicator']],
  ['executor:\n  kind: acp\n  command: x\ncolor: a: b', ['error yaml-colon', 'warning field-value']],
  ['executor:\n  kind: acp\n  command: x\nbackground: true\nbackground: true', ['error key-duplicate']],
];

describe('problems in Qwen Code agents', () => {
  for (const [fields, expected] of reports) {
    it(`of ${fields}`, () => {
      const text = withFields(fields);
      const found = findingsIn(text).filter(({ rule }) => rule !== 'name-file');
      assert.deepEqual([...named(found)].sort(), [...expected].sort());
    });
  }

  const texts: readonly (readonly [string, string, readonly string[]])[] = [
    ['a byte order mark', `\uFEFF${withFields('color: red')}`, []],
    ['two byte order marks', `\uFEFF\uFEFF${withFields('color: red')}`, ['frontmatter-opening']],
    ['a space after the opening dashes', withFields('color: red').replace('---', '--- '), ['frontmatter-opening']],
    [
      'a space after the closing dashes',
      withFields('color: red').replace('---\nYou', '--- \nYou'),
      ['frontmatter-opening'],
    ],
    ['no line after the closing dashes', withFields('color: red', '').trimEnd(), ['frontmatter-opening']],
    ['no body', withFields('color: red', ''), ['body-empty']],
    ['a short body', withFields('color: red', 'Review.'), ['body-short']],
    ['a variable', withFields('color: red', `See \${HOME} and \${task_prompt} and \${1}.`), ['body-variable']],
    ['a reserved name', withFields('color: red').replace('name: ab', 'name: Main'), ['field-value']],
    ['a name with a hyphen at its end', withFields('color: red').replace('name: ab', 'name: ab-'), ['field-value']],
    ['a number that is one digit', withFields('color: red').replace('name: ab', 'name: 007'), ['field-value']],
    ['a number as a name', withFields('color: red').replace('name: ab', 'name: 0x1F'), []],
    ['no name', withFields('color: red').replace('name: ab\n', ''), ['name-missing']],
    ['lines that end in CR', withFields('color: red').replaceAll('\n', '\r'), []],
  ];
  for (const [what, text, expected] of texts) {
    it(`of ${what}`, () => {
      assert.deepEqual(errorsIn(findingsIn(text)), expected);
      assert.equal(agentIn(text).verdict()?.cause === null, expected.length === 0);
    });
  }

  it('of a README, which the program skips', () => {
    const { findings } = lint(readAgent('These are the agents.\n', format, '.qwen/agents/README.md'));
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['frontmatter-missing', 'information']],
    );
  });
});

describe('an agent that gets more than its file says', () => {
  for (const fields of ['tools: []', 'tools:', 'tools: 3', 'tools: [1]', 'tools:\n- glob\ncolor: a: b'])
    it(`with ${fields}`, () => {
      const verdict = agentIn(withFields(fields)).verdict();
      assert.equal(verdict?.grantsMore, true);
      assert.equal(verdict?.tools.inherited, true);
    });

  it('is not one with a wildcard or without a list', () => {
    for (const fields of ['tools: "*"', 'color: red', 'tools: [frobnicate]'])
      assert.equal(agentIn(withFields(fields)).verdict()?.grantsMore, undefined, fields);
  });
});

/** Fields, and what the host reads in them line by line because the last line is not valid YAML. */
const lines: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['tools: [read_file, glob]', { tools: '[read_file, glob]' }],
  ['tools:\n  - read_file\n  - glob', { tools: ['read_file', 'glob'] }],
  ['tools:\n- read_file', { tools: undefined }],
  ['color: "red"', { color: 'red' }],
  ["color: 'red'", { color: "'red'" }],
  ['color: red # or blue', { color: 'red # or blue' }],
  [
    'runConfig:\n  max_turns: 5\n  - x\n  max_time_minutes: 1',
    { runConfig: { max_turns: '5', max_time_minutes: '1' } },
  ],
  ['# color: red\n\nbackground: true', { color: undefined, background: 'true' }],
  ['tools:\ncolor: red\n  - glob', { tools: ['glob'], color: 'red' }],
  [' color : red', { color: 'red' }],
];

describe('frontmatter that is not valid YAML', () => {
  for (const [fields, expected] of lines)
    it(`is read line by line: ${fields}`, () => {
      const agent = agentIn(withFields(`${fields}\nhooks: a: b`));
      const reading = agent.reading();
      assert.ok(reading.kind === 'read' && reading.repaired);
      const read = new Map(reading.entries.map(({ key, value }) => [key, plain(value)]));
      for (const [key, value] of Object.entries(expected)) assert.deepEqual(read.get(key), value, key);
      for (const { key, keySpan } of reading.entries)
        assert.equal(agent.file.source.text.slice(keySpan.start, keySpan.end), key);
    });
});

/** A value without its spans. */
function plain(value: Value): unknown {
  if (value.kind === 'sequence') return value.items.map((item) => plain(item.value));
  if (value.kind === 'mapping')
    return Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]));
  return value.kind === 'scalar' ? value.text : undefined;
}

/** Texts before and after a quick fix, with its title. */
const fixes: FixTable = [
  ['tools: [Re$0ad, glob]', /`read_file`/, 'tools: [read_file, glob]'],
  ['tools: Bas$0h, glob', /`run_shell_command`/, 'tools: run_shell_command, glob'],
  ['tools: read_file gl$0ob', /commas/, 'tools: read_file, glob'],
  ['tools: ["run_shell_command(git)$0"]', /`run_shell_command`/, 'tools: ["run_shell_command"]'],
  ['tools: [git/log$0]', /`mcp__git__log`/, 'tools: [mcp__git__log]'],
  ['tools: [T$0ask]', /`agent`/, 'tools: [agent]'],
  ['approvalMode: auto_edit$0', /`auto-edit`/, 'approvalMode: auto-edit'],
  ['max_tu$0rns: 3', /`maxTurns`/, 'maxTurns: 3'],
];

describe('quick fixes in Qwen Code agents', () => {
  itFixes(host, withFields, fixes);

  it('offer no list that means no tools, because there is none', () => {
    const { agent, offset } = atCursor(withFields('too$0ls: []'));
    assert.deepEqual(
      actionsIn(agent, { start: offset, end: offset }, { uri: 'file:///w/a.md' }).filter(
        ({ kind }) => kind === 'quickfix',
      ),
      [],
    );
  });

  it('are safe where they say so', () => {
    for (const [fields] of reports) {
      const agent = agentIn(withFields(fields));
      assertSafeFixes(agent);
    }
  });
});

describe('completion in Qwen Code agents', () => {
  it('offers fields, tools and values', () => {
    const fields = offered(withFields('$0'));
    assert.ok(fields.includes('approvalMode') && !fields.includes('modelConfig') && !fields.includes('name'));
    const tools = offered(withFields('tools: [$0]'));
    assert.equal(tools[0], 'read_file');
    assert.ok(!tools.includes('ReadFile'));
    assert.ok(offered(withFields('approvalMode: $0')).includes('yolo'));
    assert.ok(offered(withFields('model: $0')).includes('fast'));
    assert.ok(offered(withFields('executor:\n  $0')).includes('command'));
  });
});

describe('hovers in Qwen Code agents', () => {
  itExplains(host, [
    [withFields('to$0ols: [glob]'), /every tool/],
    [withFields('tools: [ReadF$0ile]'), /\*\*read_file\*\*/],
    [withFields('tools: [mcp__git$0__log]'), /mcp__server__tool/],
    [withFields('tools: [Sea$0rchFiles]'), /`grep_search`/],
    [withFields('approvalMode: yo$0lo'), /without asking/],
  ]);
});

describe('lenses, symbols and formatting in Qwen Code agents', () => {
  it('say how the agent loads', () => {
    assert.equal(lens(withFields('tools: [glob, Read]')), 'Loads as ab · 1 tool · Read ignored');
    assert.equal(lens(withFields('color: red')), 'Loads as ab · every tool');
    assert.match(lens(withFields('approvalMode: never')) ?? '', /^Not loaded: .*approvalMode/);
  });

  itListsSymbols(host, withFields);

  it('convert a list to another style', () => {
    const text = withFields('tools: [read_file,glob]');
    assert.equal(formatted(text, 'keep'), withFields('tools: [read_file, glob]'));
    assert.equal(formatted(text, 'block'), withFields('tools:\n  - read_file\n  - glob'));
    assert.equal(formatted(text, 'comma'), withFields('tools: read_file, glob'));
  });
});

/** The features of the editor in Copilot CLI agents. Long because it is one table for each feature. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { convert } from '../../server/core/convert/convert';
import { conversionLine } from '../../server/core/convert/report';
import { defaultFormat } from '../../server/core/hosts/index';
import { lint } from '../../server/core/lint/lint';
import { detect } from '../../server/core/workspace/detect';
import {
  assertSafeFixes,
  type FixTable,
  featuresOf,
  itExplains,
  itFixes,
  itListsSymbols,
  messagesOf,
  named,
  withFieldsOf,
} from './hostFeatures';

const host = featuresOf('copilot-cli', 'file:///w/.github/agents/a.agent.md');
const { format, agentIn, findingsIn, offered, lens, formatted } = host;
const withFields = withFieldsOf('a', 'Hi');

/** Fields, the rules that report them, and the severities. */
const reports: readonly (readonly [string, readonly string[]])[] = [
  ['tools: [read, Edit, SHELL, "read/readFile", todos, WebFetch]', []],
  ['tools: read, edit', []],
  ['tools: ["*"]', []],
  ['tools: [srv/*, srv/list, srv-list]', ['information tool-subsumed']],
  ['tools: [powershell, read_file]', []],
  ['tools:', ['error field-value']],
  ['tools: {read: true}', ['error field-value']],
  ['tools: [read, 1]', ['error field-value']],
  ['tools: []', ['warning tools-empty']],
  ['tools: [search, Grep]', ['information tool-subsumed']],
  ['tools: [create, edit/createFile, Shell, execute, shell]', ['information tool-duplicate']],
  ['tools: [updateTodo, read]', ['warning tool-case']],
  ['tools: [frobnicate]', ['warning tool-unknown']],
  ['tools: ["read "]', ['warning tool-unknown']],
  ['tools: read edit', ['warning tool-separator']],
  ['tools: ["read, edit"]', ['warning tool-separator']],
  ['tools: ["read,edit"]', ['warning tool-separator']],
  ['tools: ["Bash(git:*)"]', ['warning tool-unknown']],
  ['tools: [LS, read]', ['warning tool-foreign']],
  ['tools: [WebSearch, read]', ['warning tool-foreign']],
  ['tools: [vscode/askQuestions, read]', ['warning tool-foreign']],
  ['tools: [git]', ['warning tool-shell']],
  ['tools: [github, read]', ['warning tool-server']],
  ['tools: [mcp__github__list, read]', ['warning tool-server']],
  ['tools: [mcp__github, read]', ['warning tool-server']],
  ['tools: ["srv/li*", read]', ['warning tool-mcp-shape']],
  ['tools: ["*", "-bash"]', ['warning tool-excluded']],
  ['name: a', ['error key-duplicate']],
  ['model: [gpt-5, gpt-4.1]', []],
  ['model: []', ['error field-value']],
  ['model: ["", gpt-5]', ['error field-value']],
  ['model: sonnet', ['warning model-foreign']],
  ['model:', ['error field-value']],
  ['reasoning-effort: high', []],
  ['reasoning-effort: 3', ['error field-value']],
  ['infer: false', []],
  ['infer: yes', ['error field-value']],
  ['infer: "false"', ['error field-value']],
  ['user-invocable: false', []],
  ['disable-model-invocation: TRUE', []],
  ['mcp-servers:', []],
  ['mcp-servers: { a: { command: x, args: [], tools: ["*"] } }', []],
  ['mcp-servers: { a: { command: x, tools: ["*"] } }', ['error field-value']],
  ['mcp-servers: { a: { type: http, url: https://x, tools: [] } }', []],
  ['mcp-servers: { a: { url: https://x, tools: [] } }', ['error field-value']],
  ['mcp-servers: { a: { type: bogus, command: x, args: [], tools: [] } }', ['error field-value']],
  ['mcp-servers: [a]', ['error field-value']],
  ['skills: [a]', []],
  ['skills: a', ['error field-value']],
  ['hooks: { preToolUse: [{ type: command, bash: ls }] }', []],
  ['hooks: { PreToolUse: [{ matcher: x, hooks: [{ command: ls }] }] }', []],
  ['hooks: { preToolUse: [{ type: command }] }', ['error field-value']],
  ['hooks: { beforeTool: [] }', ['error field-value']],
  ['github: { permissions: { contents: read } }', []],
  ['github: { permissions: read-all }', ['error field-value']],
  ['target: vscode', ['warning field-foreign']],
  ['handoffs: []', ['hint field-foreign']],
  ['disallowedTools: Bash', ['warning field-foreign']],
  ['color: red', ['hint field-foreign']],
  ['mcpServers: {}', ['warning field-misnamed']],
  ['allowed-tools: Read', ['error field-misnamed']],
  ['emoji: x', ['hint field-unknown']],
  ['description: Does another thing.', ['error key-duplicate']],
  ['x: {a: 1, a: 2}', ['error key-duplicate', 'hint field-unknown']],
  ['x: a: b', ['error yaml-colon']],
  ['x: !foo bar', ['hint field-unknown']],
  ['x: a\u0007b', ['error yaml-syntax', 'hint field-unknown']],
  ['x: 18446744073709551616', ['error yaml-syntax', 'hint field-unknown']],
];

describe('problems in Copilot CLI agents', () => {
  for (const [fields, expected] of reports) {
    it(`of ${fields}`, () => {
      const text = withFields(fields);
      const found = findingsIn(text);
      assert.deepEqual([...named(found)].sort(), [...expected].sort(), messagesOf(found));
      const isLost = agentIn(text).verdict()?.verdict === 'does-not-load';
      const givesMore = ['field-misnamed'];
      assert.equal(
        isLost,
        found.some(({ severity, rule }) => severity === 'error' && !givesMore.includes(rule)),
      );
    });
  }

  const names: readonly (readonly [string, string, string | null, readonly string[]])[] = [
    ['of a built-in agent', 'name: explore', 'explore', ['name-built-in']],
    ['of a built-in agent in another case', 'name: Explore', 'Explore', []],
    ['that is empty', 'name: ""', 'sub--a', []],
    ['of digits after a zero, which are text', 'name: 007', '007', []],
    ['that is a number', 'name: 0o17', null, ['field-value']],
    ['that is infinite', 'name: .inf', null, ['field-value']],
    ['with a tag that makes it a text', 'name: !!str 12', '12', []],
    ['with a tag of its own', 'name: !x 12', null, ['field-value']],
    ['with a tag that does not fit', 'name: !!null x', null, ['yaml-syntax']],
  ];
  for (const [what, field, name, errors] of names) {
    it(`of a name ${what}`, () => {
      const agent = agentIn(`---\n${field}\ndescription: Does.\n---\nHi\n`, 'w/.github/agents/sub/a.agent.md');
      const found = lint(agent).findings.filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        found.map(({ rule }) => rule),
        errors,
      );
      if (errors.length === 0 || name !== null) assert.equal(agent.verdict()?.name, name);
    });
  }

  it('in words that fit', () => {
    const messages = findingsIn(
      withFields('tools: [updateTodo, runCommand, Execute, execute]\nmcp-servers: { a: { command: x, tools: [] } }'),
    ).map(({ message }) => message);
    for (const part of [
      'only case does not count',
      'Did you mean `execute`?',
      '`execute` is already in the list as `Execute`',
      'a mapping without `a.args`',
    ])
      assert.ok(
        messages.some((message) => message.includes(part)),
        `${part}: ${messages.join('\n')}`,
      );
  });

  it('of a file with the name of a built-in agent', () => {
    const { findings } = lint(agentIn('---\ndescription: Does.\n---\nHi\n', '/w/.github/agents/task.agent.md'));
    assert.deepEqual(
      findings.map(({ rule, span }) => [rule, span]),
      [['name-built-in', { start: 0, end: 3 }]],
    );
  });

  const openings: readonly (readonly [string, string, readonly string[]])[] = [
    ['a byte order mark', '\uFEFF---\n', []],
    ['two byte order marks', '\uFEFF\uFEFF---\n', ['frontmatter-opening']],
    ['white space after the dashes', '--- \t\n', []],
    ['a hard space after the dashes', '---\u00a0\n', []],
    ['four dashes', '----\n', ['frontmatter-opening']],
    ['a language', '---yaml\n', ['frontmatter-opening']],
    ['a blank line', '\n---\n', ['frontmatter-opening']],
  ];
  for (const [what, opening, errors] of openings) {
    it(`of ${what} at the beginning`, () => {
      const { findings } = lint(agentIn(`${opening}name: a\ndescription: Does.\n--- \nHi\n`));
      assert.deepEqual(
        findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
        errors,
      );
    });
  }

  it('of a README, which the program passes over', () => {
    const { findings } = lint(agentIn('These are the agents.\n', '.github/agents/README.md'));
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['frontmatter-missing', 'information']],
    );
  });
});

describe('YAML as Copilot CLI reads it', () => {
  /** Lines after the description, and whether the program loads the file. */
  const lines: readonly (readonly [string, boolean])[] = [
    ['x: a\n\ty: b', false],
    ['x: a\n\t', false],
    ['x: "a"\n\t', false],
    ['x: "a\n \tb"', true],
    ['x: a\n \tb', true],
    ['x: |\n  a\n  \tb', true],
    ['x: |\n  \ta', false],
    ['x: |\n  a\n\t\n  b', false],
    ['x:\n-\ta', false],
    ['x:\n  a:\tb', true],
    ['x: [a,\tb]', true],
    ['x: [a,\nb]', true],
    ['x: "a\nb"', true],
    ['x: "a"# b', true],
    ['description\n  : x', false],
    ['x: {\n a: b\n\t}', false],
    ['x: [a:, b]', false],
    ['x: ["a:", b]', true],
    ['x: ["a:,", b]', true],
    [': x', false],
    ['"": x', true],
    ['"x":a', false],
    ['...', true],
    ['...\nx: 1', false],
    ['--- x', false],
    ['%YAML 1.2', false],
    ['x: &a {q: 1}\n<<: *a', true],
    ['x: *nosuch', false],
    [`${'y'.repeat(1100)}: x`, false],
    ['\uFEFFx: a', false],
    ['x: "\uFEFF"', true],
  ];
  for (const [text, loads] of lines) {
    it(`${loads ? 'takes' : 'refuses'} ${JSON.stringify(text.slice(0, 30))}`, () => {
      const agent = agentIn(withFields(text));
      assert.equal(agent.verdict()?.cause === null, loads);
      assert.equal(
        lint(agent).findings.some(({ severity }) => severity === 'error'),
        !loads,
      );
    });
  }

  it('does not merge keys, so a description that is merged is missing', () => {
    const { findings } = lint(agentIn('---\nbase: &b {description: Does.}\n<<: *b\nname: a\n---\nHi\n'));
    assert.ok(findings.some(({ rule }) => rule === 'description-missing'));
  });
});

/** Texts before and after a quick fix, with its title. */
const fixes: FixTable = [
  ['tools: [LS$0, glob]', /`read`/, 'tools: [read, glob]'],
  ['tools: [rea$0]', /`read`/, 'tools: [read]'],
  ['tools: ["Bash(git:*)$0"]', /`bash`/, 'tools: ["bash"]'],
  ['tools: [mcp__git__log$0]', /`git\/log`/, 'tools: [git/log]'],
  ['tools: [github$0]', /`github\/\*`/, 'tools: [github/*]'],
  ['tools: read $0edit', /commas|[Ss]eparate/, 'tools: read, edit'],
  ['mcpServers$0: {}', /`mcp-servers`/, 'mcp-servers: {}'],
  ['infer: "false"$0', /`false`/, 'infer: false'],
  ['infer: no$0', /`false`/, 'infer: false'],
];

describe('quick fixes in Copilot CLI agents', () => {
  itFixes(host, withFields, fixes);

  it('are proved where they are safe', () => {
    for (const [fields] of reports) {
      const agent = agentIn(withFields(fields));
      assertSafeFixes(agent);
    }
  });
});

describe('completion in Copilot CLI agents', () => {
  it('offers fields', () => {
    const keys = offered(withFields('$0'));
    assert.ok(keys.includes('mcp-servers') && keys.includes('disable-model-invocation'));
    assert.ok(!keys.includes('name') && !keys.includes('infer') && !keys.includes('target'));
  });

  it('offers the usual names of tools first, and no other spelling', () => {
    const tools = offered(withFields('tools: [$0]'));
    assert.deepEqual(tools.slice(0, 4), ['read', 'edit', 'search', 'execute']);
    for (const name of ['shell', 'powershell', 'read_file', 'edit/editfiles']) assert.ok(!tools.includes(name), name);
    assert.ok(!offered(withFields('tools: [Read, $0]')).includes('read'));
  });

  it('offers values, events, and keys of servers and hooks', () => {
    assert.deepEqual(offered(withFields('user-invocable: $0')), ['true', 'false']);
    assert.ok(offered(withFields('model: $0')).includes('auto'));
    assert.ok(offered(withFields('mcp-servers:\n  docs:\n    $0')).includes('args'));
    assert.ok(offered(withFields('hooks:\n  $0')).includes('preToolUse'));
  });
});

describe('hovers in Copilot CLI agents', () => {
  itExplains(host, [
    [withFields('tools: [Execu$0te]'), /\*\*execute\*\*.*\n\nRuns shell commands/],
    [withFields('tools: [runCom$0mands]'), /\*\*execute\*\*/],
    [withFields('tools: [ed$0it]'), /`create` and `edit`/],
    [withFields('tools: [srv/lo$0g]'), /`server\/tool` is one tool, `server\/\*` all/],
    [withFields('tools: [L$0S]'), /tool of Claude Code/],
    [withFields('tar$0get: vscode'), /has no effect/],
    [withFields('too$0ls: [read]'), /Case does not matter/],
    [withFields('strict-tools$0-list: true'), /same tools with it and without it/],
  ]);
});

describe('lenses, symbols, formatting and conversion of Copilot CLI agents', () => {
  it('say how the agent loads', () => {
    assert.equal(lens(withFields('tools: [execute, LS]')), 'Loads as a · 4 tools · LS ignored');
    assert.equal(lens(withFields('infer: false')), 'Loads as a · every tool');
    assert.match(lens(withFields('infer: no')) ?? '', /^Not loaded: .*infer/);
  });

  itListsSymbols(host, withFields);

  it('convert a list to another style', () => {
    const text = withFields('tools: [read,srv/*]');
    assert.equal(formatted(text, 'keep'), withFields('tools: [read, srv/*]'));
    assert.equal(formatted(text, 'block'), withFields('tools:\n  - read\n  - srv/*'));
    assert.equal(formatted(text, 'comma'), withFields('tools: read, srv/*'));
  });

  it('name in the report every tool and field that is lost', () => {
    const text = withFields('tools: Read, WebSearch, AskUserQuestion\nmodel: inherit\nmcpServers:\n  - x');
    const made = convert(readAgent(text, defaultFormat, '.claude/agents/a.md'), format);
    assert.ok(!('refused' in made));
    assert.deepEqual(made.changes.map(conversionLine), [
      'kept `name`',
      'kept `description`',
      'kept `model`: Copilot CLI uses the model of the session where none is written.',
      'lost `mcpServers`: Copilot CLI has the field `mcp-servers`, but values of this field are not converted.',
      'changed `Read` → `read`',
      'lost `WebSearch`: Copilot CLI has no such tool.',
      'changed `mcp__x` → `x/*`',
      'lost `AskUserQuestion`: Claude Code does not give it to the agent either.',
    ]);
  });

  it('write the tools of another host, and those of a server', () => {
    const text = withFields('tools: Read, Write, Edit, Bash, mcp__git__log\nmodel: sonnet\neffort: high');
    const made = convert(readAgent(text, defaultFormat, '.claude/agents/a.md'), format);
    assert.ok(!('refused' in made));
    assert.equal(made.path, '.github/agents/a.agent.md');
    assert.match(made.text, /^model: claude-sonnet-4\.5$/m);
    assert.match(made.text, /^reasoning-effort: high$/m);
    const verdict = agentIn(made.text).verdict();
    assert.deepEqual([...(verdict?.tools.effective ?? [])].sort(), [
      'bash',
      'create',
      'edit',
      'git/log',
      'list_bash',
      'read_bash',
      'stop_bash',
      'view',
    ]);
    assert.deepEqual(made.widens, []);
  });
});

describe('the readers of a file', () => {
  const readersOf = (path: string): readonly string[] => detect(path).map(({ id }) => id);

  it('of Claude Code agents are Claude Code and Copilot CLI', () => {
    const readers = readersOf('/w/.claude/agents/a.md');
    assert.equal(readers[0], 'claude-code');
    assert.ok(readers.includes('copilot-cli'));
  });

  it('of nested agents and of those of the user include Copilot CLI, and of hidden files none', () => {
    for (const path of ['/w/.github/agents/a/b/c.md', '/home/me/.copilot/agents/x.agent.md'])
      assert.ok(readersOf(path).includes('copilot-cli'), path);
    for (const path of ['/w/.github/agents/.a.md', '/w/.github/chatmodes/a.chatmode.md', '/w/.github/agents/a.MD'])
      assert.ok(!readersOf(path).includes('copilot-cli'), path);
  });
});

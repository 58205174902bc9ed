/** The features of the editor in Gemini CLI agents. Long because it is one table for each feature. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TextEdit } from 'vscode-languageserver-types';
import { type Agent, readAgent } from '../../server/core/agent/agent';
import { isProvedSafe } from '../../server/core/agent/safety';
import { actionsIn } from '../../server/core/features/actions/quickFixes';
import { completionAt } from '../../server/core/features/completion/completion';
import { formatOf } from '../../server/core/features/format/format';
import { hoverAt } from '../../server/core/features/hover/hover';
import { lensesOf } from '../../server/core/features/lenses';
import { symbolsOf } from '../../server/core/features/structure/symbols';
import { formatById } from '../../server/core/hosts/index';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { document } from '../../server/core/text/document';
import { applyEdits } from '../../server/core/text/edits';
import { offsetAt } from '../../server/core/text/source';
import { readMarks } from '../marks';

const format = formatById('gemini-cli');
assert.ok(format !== undefined);

const uri = 'file:///w/.gemini/agents/a.md';

const agentIn = (text: string): Agent => readAgent(text, format, uri);

const withFields = (fields: string, body = 'Hi'): string =>
  document`
    ---
    name: a
    description: Does a thing.
    ${fields}
    ---
    ${body}
    `;

function atCursor(marked: string): { readonly agent: Agent; readonly offset: number } {
  const { text, cursor } = readMarks(marked);
  assert.ok(cursor !== undefined, 'the text needs a $0');
  return { agent: agentIn(text), offset: cursor };
}

const edited = ({ file }: Agent, edits: readonly TextEdit[]): string =>
  applyEdits(
    file.source.text,
    edits.map(({ range, newText }) => ({
      span: { start: offsetAt(file.source, range.start), end: offsetAt(file.source, range.end) },
      newText,
    })),
  );

const findingsIn = (text: string): readonly LintFinding[] => lint(agentIn(text)).findings;

/** Fields, the rules that report them, and the severities. */
const reports: readonly (readonly [string, readonly string[]])[] = [
  [
    'tools: [read_file, mcp_*, mcp_github_*, mcp_github_list]',
    ['information tool-subsumed', 'information tool-subsumed'],
  ],
  ['tools: ["*"]', []],
  ['tools: [discovered_tool_x, search_file_content]', ['hint tool-renamed']],
  ['tools: read_file, glob', ['error field-value']],
  ['tools:', ['error field-value']],
  ['tools: []', ['warning tools-empty']],
  ['tools: [1]', ['error field-value']],
  ['tools: [read_file, Read]', ['error tool-foreign']],
  ['tools: [read_fil]', ['error tool-unknown']],
  ['tools: ["read_file "]', ['error tool-unknown']],
  ['tools: ["read_file, glob"]', ['error tool-unknown']],
  ['tools: ["run_shell_command(git)"]', ['error tool-unknown']],
  ['tools: [Read_File]', ['error tool-case']],
  ['tools: [Search_File_Content]', ['error tool-renamed']],
  ['tools: [save_memory]', ['error tool-removed']],
  ['tools: [git]', ['error tool-shell']],
  ['tools: [github]', ['error tool-server']],
  ['tools: [mcp__github__list]', ['error tool-server']],
  ['tools: [github/list]', ['error tool-server']],
  ['tools: [mcp_github]', ['error tool-mcp-shape']],
  ['tools: ["mcp_git*_x"]', ['error tool-mcp-shape']],
  ['tools: [invoke_agent]', ['warning tool-never']],
  ['mcpServers: {}', ['error field-misnamed']],
  ['maxTurns: 3', ['error field-misnamed']],
  ['colour: blue', ['error field-unknown']],
  ['permissionMode: plan', ['error field-foreign']],
  ['temperature: 0.4', ['warning field-ignored']],
  ['temperature: .inf', ['warning field-ignored']],
  ['temperature: "0.4"', ['error field-value']],
  ['temperature: .nan', ['error field-value']],
  ['max_turns: 5', []],
  ['max_turns: 0', ['error field-value']],
  ['max_turns: "5"', ['error field-value']],
  ['kind: Local', ['error field-value']],
  ['mcp_servers: { docs: { command: docs, bogus: 1 } }', []],
  ['mcp_servers: [docs]', ['error field-value']],
  ['mcp_servers: { docs: run }', ['error field-value']],
  ['mcp_servers: { docs: { args: [--port, "80"], env: { PORT: "80" }, timeout: 5, trust: true, type: http } }', []],
  ['mcp_servers: { docs: { args: --port } }', ['error field-value']],
  ['mcp_servers: { docs: { args: [80] } }', ['error field-value']],
  ['mcp_servers: { docs: { env: { PORT: 80 } } }', ['error field-value']],
  ['mcp_servers: { docs: { timeout: "5" } }', ['error field-value']],
  ['mcp_servers: { docs: { trust: yes } }', ['error field-value']],
  ['mcp_servers: { docs: { type: stdio } }', ['error field-value']],
  ['mcp_servers: { docs: { command: } }', ['error field-value']],
  ['model: sonnet', ['warning model-foreign']],
  ['model: 3', ['error field-value']],
  ['model: flash', []],
  ['display_name: 2026-01-02', ['error field-value']],
  ['description: Does another thing.', ['error key-duplicate']],
  ['display_name: !foo bar', ['error yaml-syntax']],
  ['tools: [!foo glob]', ['error yaml-syntax']],
  ['display_name: !!str Twelve', []],
  ['display_name: a # !foo', ['warning value-comment']],
  ['display_name: a\u0007b', ['error yaml-syntax']],
  ['max_turns: 1_0', []],
  ['max_turns: _3', ['error field-value']],
  ['display_name: a: b', ['error yaml-colon']],
];

describe('problems in Gemini CLI agents', () => {
  for (const [fields, expected] of reports) {
    it(`of ${fields}`, () => {
      const text = withFields(fields);
      const found = findingsIn(text).filter(({ rule }) => rule !== 'name-file');
      assert.deepEqual(
        found.map(({ severity, rule }) => `${severity} ${rule}`),
        expected,
      );
      const isLost = agentIn(text).verdict()?.verdict === 'does-not-load';
      assert.equal(
        isLost,
        found.some(({ severity }) => severity === 'error'),
      );
    });
  }

  const texts: readonly (readonly [string, string, readonly string[]])[] = [
    ['a byte order mark', `\uFEFF${withFields('kind: local')}`, ['frontmatter-opening']],
    ['a space after the opening dashes', withFields('kind: local').replace('---', '--- '), ['frontmatter-opening']],
    ['a space after the closing dashes', withFields('kind: local').replace('---\nHi', '--- \nHi'), ['body-empty']],
    ['no body', withFields('kind: local', ''), ['body-empty']],
    ['a variable', withFields('kind: local', `See \${HOME} and \${query}.`), ['body-variable']],
    ['dashes in a value', withFields('display_name: a --- b'), []],
    [
      'an agent elsewhere',
      document`
        ---
        kind: remote
        name: a
        agent_card_url: https://example.org/card.json
        ---
        `,
      [],
    ],
    [
      'an agent elsewhere with a list of tools',
      document`
        ---
        kind: remote
        name: a
        agent_card_url: https://example.org/card.json
        tools: [glob]
        ---
        `,
      ['field-unknown'],
    ],
    ['an agent elsewhere without a card', '---\nkind: remote\nname: a\n---\n', ['field-value']],
    [
      'a list of agents elsewhere',
      document`
        ---
        - kind: remote
          name: a
          agent_card_url: https://example.org/card.json
        ---
        `,
      [],
    ],
  ];
  for (const [what, text, expected] of texts) {
    it(`of ${what}`, () => {
      const errors = findingsIn(text).filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        errors.map(({ rule }) => rule),
        expected,
      );
    });
  }

  it('of a README, which the program reports', () => {
    const { findings } = lint(readAgent('These are the agents.\n', format, '.gemini/agents/README.md'));
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['frontmatter-missing', 'error']],
    );
  });
});

describe('a file that was written for several products', () => {
  const text = document`
    ---
    name: reviewer
    description: Reviews changes --- use it after code was written
    tools:
      - read_file
      - mcp_github_*
      - mcp_*
      - Bash
      - frobnicate
    colour: blue
    temperature: 0.4
    ---

    # Reviewer

    You review changes.
    Read the diff first.
    Report what is wrong.
    `;

  it('does not load, and only for the reasons of the program', () => {
    const agent = agentIn(text);
    assert.equal(agent.verdict()?.verdict, 'does-not-load');
    const { findings } = lint(agent);
    assert.deepEqual(
      findings
        .filter(({ rule }) => rule !== 'name-file')
        .map(({ severity, rule, span }) => [severity, rule, text.slice(span.start, span.end)]),
      [
        ['information', 'tool-subsumed', 'mcp_github_*'],
        ['error', 'tool-foreign', 'Bash'],
        ['error', 'tool-unknown', 'frobnicate'],
        ['error', 'field-unknown', 'colour'],
        ['warning', 'field-ignored', 'temperature'],
      ],
    );
    for (const fix of findings.flatMap(({ fixes = [] }) => fixes.filter(({ safe }) => safe)))
      assert.ok(isProvedSafe(agent, fix.edits), fix.title);
  });
});

/** Texts before and after a quick fix, with its title. */
const fixes: readonly (readonly [string, RegExp, string])[] = [
  ['tools: [Re$0ad, glob]', /`read_file`/, 'tools: [read_file, glob]'],
  ['tools: [read_fil$0]', /`read_file`/, 'tools: [read_file]'],
  ['tools: ["Bash(git:*)$0"]', /`run_shell_command`/, 'tools: ["run_shell_command"]'],
  ['tools: ["run_shell_command(git)$0"]', /`run_shell_command`/, 'tools: ["run_shell_command"]'],
  ['tools: [mcp__git__log$0]', /`mcp_git_log`/, 'tools: [mcp_git_log]'],
  ['tools: [mcp__git$0]', /`mcp_git_\*`/, 'tools: [mcp_git_*]'],
  ['tools: read_file$0, glob', /\[read_file, glob\]/, 'tools: [read_file, glob]'],
  ['max$0Turns: 3', /`max_turns`/, 'max_turns: 3'],
  ['mcpServers$0: {}', /`mcp_servers`/, 'mcp_servers: {}'],
  ['kind: Local$0', /`local`/, 'kind: local'],
];

describe('quick fixes in Gemini CLI agents', () => {
  for (const [before, title, after] of fixes) {
    it(`of ${before}`, () => {
      const { agent, offset } = atCursor(withFields(before));
      const actions = actionsIn(agent, { start: offset, end: offset }, { uri });
      const action = actions.find((one) => title.test(one.title));
      assert.ok(action !== undefined, actions.map((one) => one.title).join(', '));
      assert.equal(edited(agent, action.edit?.changes?.[uri] ?? []), withFields(after));
    });
  }
});

describe('completion in Gemini CLI agents', () => {
  const offered = (marked: string): readonly string[] => {
    const { agent, offset } = atCursor(marked);
    return completionAt(agent, offset).map(({ label }) => label);
  };

  it('offers fields, and those of a remote agent in the file of one', () => {
    const local = offered(withFields('$0'));
    assert.ok(local.includes('max_turns') && !local.includes('agent_card_url') && !local.includes('name'));
    const remote = offered(document`
      ---
      kind: remote
      name: a
      $0
      ---
      `);
    assert.ok(remote.includes('agent_card_url') && !remote.includes('max_turns'));
  });

  it('offers tools and values', () => {
    const tools = offered(withFields('tools: [$0]'));
    assert.equal(tools[0], 'read_file');
    assert.ok(!tools.includes('complete_task') && !tools.includes('tracker_visualize'));
    assert.deepEqual(offered(withFields('kind: $0')), ['local', 'remote']);
    assert.ok(offered(withFields('model: $0')).includes('flash-lite'));
  });

  it('inserts a list where there is none', () => {
    for (const [before, after] of [
      ['tools: $0', 'tools: [glob]'],
      ['tools: gl$0', 'tools: [glob]'],
      ['tools: [$0]', 'tools: [glob]'],
      ['tools: [read_file, $0]', 'tools: [read_file, glob]'],
      ['tools:\n  - gl$0', 'tools:\n  - glob'],
    ] as const) {
      const { agent, offset } = atCursor(withFields(before));
      const edit = completionAt(agent, offset).find(({ label }) => label === 'glob')?.textEdit;
      assert.ok(edit !== undefined && 'range' in edit, before);
      assert.equal(edited(agent, [edit]), withFields(after));
    }
  });

  it('offers keys of a server', () => {
    const keys = offered(withFields('mcp_servers:\n  docs:\n    $0'));
    assert.ok(keys.includes('http_url') && keys.includes('include_tools'), keys.join());
  });
});

describe('hovers in Gemini CLI agents', () => {
  const table: readonly (readonly [string, RegExp])[] = [
    [withFields('to$0ols: [glob]'), /as a list/],
    [withFields('tools: [grep_se$0arch]'), /\*\*grep_search\*\*/],
    [withFields('tools: [mcp_git$0_log]'), /`mcp_server_tool` is one tool, `mcp_server_\*` all/],
    [withFields('tools: [search_file$0_content]'), /`grep_search`/],
    [withFields('tempera$0ture: 1'), /no effect/],
    [withFields('tools: [glob]').replace('name: a', 'na$0me: a'), /after the user has accepted/],
    [withFields('kind: rem$0ote\nagent_card_url: https://example.org/'), /A2A/],
  ];
  for (const [marked, expected] of table) {
    it(`explain ${marked.split('\n')[3] ?? ''}`, () => {
      const { agent, offset } = atCursor(marked);
      const contents = hoverAt(agent, offset)?.contents;
      assert.ok(typeof contents === 'object' && 'value' in contents);
      assert.match(contents.value, expected);
    });
  }
});

describe('lenses, symbols and formatting in Gemini CLI agents', () => {
  const lens = (text: string): string | undefined => lensesOf(agentIn(text))[0]?.command?.title;

  it('say how the agent loads', () => {
    assert.equal(lens(withFields('tools: [glob, invoke_agent]')), 'Loads as `a` · 1 tool · `invoke_agent` ignored');
    assert.equal(lens(withFields('kind: local')), 'Loads as `a` · every tool');
    assert.match(lens(withFields('colour: red')) ?? '', /^Not loaded: .*`colour`/);
    assert.equal(
      lens(document`
        ---
        kind: remote
        name: a
        agent_card_url: https://example.org/
        ---
        `),
      undefined,
    );
  });

  it('list fields and sections', () => {
    const symbols = symbolsOf(agentIn(withFields('tools: [glob]', '# One')));
    const names = symbols.flatMap(({ name, children = [] }) => [name, ...children.map((child) => child.name)]);
    for (const name of ['tools', 'One']) assert.ok(names.includes(name), names.join());
  });

  it('convert a list to another style, but never to a string with commas', () => {
    const agent = agentIn(withFields('tools: [read_file,glob]'));
    const formatted = (listStyle: 'keep' | 'block' | 'comma'): string =>
      edited(agent, formatOf(agent, { sortKeys: false, listStyle }));
    assert.equal(formatted('keep'), withFields('tools: [read_file, glob]'));
    assert.equal(formatted('block'), withFields('tools:\n  - read_file\n  - glob'));
    assert.equal(formatted('comma'), withFields('tools: [read_file, glob]'));
  });
});

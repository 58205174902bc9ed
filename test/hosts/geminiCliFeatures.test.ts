/** The features of the editor in Gemini CLI agents. Long because it is one table for each feature. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { completionAt } from '../../server/core/features/completion/completion';
import { lint } from '../../server/core/lint/lint';
import { document } from '../../server/core/text/document';
import {
  assertSafeFixes,
  edited,
  errorsIn,
  type FixTable,
  featuresOf,
  itExplains,
  itFixes,
  itListsSymbols,
  named,
  withFieldsOf,
} from './hostFeatures';

const host = featuresOf('gemini-cli', 'file:///w/.gemini/agents/a.md');
const { format, agentIn, atCursor, findingsIn, offered, lens, formatted } = host;
const withFields = withFieldsOf('a', 'Hi');

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
      assert.deepEqual(named(found), expected);
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
      assert.deepEqual(errorsIn(findingsIn(text)), expected);
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
    assertSafeFixes(agent);
  });
});

/** Texts before and after a quick fix, with its title. */
const fixes: FixTable = [
  ['tools: $0[read_file, , glob]', /^Remove the extra comma$/, 'tools: [read_file, glob]'],
  [`tools: $0["read_file",,'glob' ,  ,]`, /^Remove the extra commas$/, `tools: ["read_file",'glob' ,]`],
  ['tools: $0[,"mcp_a,,b_*"]', /^Remove the extra comma$/, 'tools: ["mcp_a,,b_*"]'],
  ['tools:\n  - glob\n  -$0 \n  - read_file', /^Remove the empty item$/, 'tools:\n  - glob\n  - read_file'],
  ['tools:\n  -$0\n  - glob\n  -', /^Remove the empty items$/, 'tools:\n  - glob'],
  ['temperature: "$00.4"', /`0.4`/, 'temperature: 0.4'],
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
  itFixes(host, withFields, fixes);

  it('of an extra comma do not claim that text follows the list', () => {
    const [finding] = findingsIn(withFields('tools: [glob,, read_file]')).filter(
      ({ rule }) => rule === 'yaml-indicator',
    );
    assert.match(finding?.message ?? '', /^Remove the comma /);
  });

  it('remove empty items on save, but no comment and not the whole list', () => {
    const offers = (tools: string): readonly (readonly [string, boolean])[] =>
      findingsIn(withFields(`tools:\n${tools}`)).flatMap(({ fixes: all = [] }) =>
        all.map(({ title, safe }) => [title, safe] as const),
      );
    const whole = ['Remove `tools`', false];
    assert.deepEqual(offers('  - glob\n  -'), [['Remove the empty item', true], whole]);
    assert.deepEqual(offers('  - glob\n  - # replace'), [['Remove the empty item', false], whole]);
    assert.deepEqual(offers('  -'), [whole]);
  });

  for (const [written, meant] of [
    ['"15"', ['15']],
    ["' 5 '", ['5']],
    ['"05"', []],
    ['"0"', []],
    ['"1.5"', []],
    ['"15 turns"', []],
    ['five', []],
  ] as const)
    it(`of ${written} as a whole number`, () => {
      const fixes = findingsIn(withFields(`max_turns: ${written}`)).flatMap(({ fixes: offers = [] }) => offers);
      const texts = fixes.filter(({ safe }) => safe).flatMap(({ edits }) => edits.map(({ newText }) => newText));
      assert.deepEqual(texts, meant);
      assert.ok(fixes.some(({ title }) => title === 'Remove `max_turns`'));
    });
});

describe('completion in Gemini CLI agents', () => {
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
  itExplains(host, [
    [withFields('to$0ols: [glob]'), /as a list/],
    [withFields('tools: [grep_se$0arch]'), /\*\*grep_search\*\*/],
    [withFields('tools: [mcp_git$0_log]'), /`mcp_server_tool` is one tool, `mcp_server_\*` all/],
    [withFields('tools: [search_file$0_content]'), /`grep_search`/],
    [withFields('tempera$0ture: 1'), /no effect/],
    [withFields('tools: [glob]').replace('name: a', 'na$0me: a'), /after the user has accepted/],
    [withFields('kind: rem$0ote\nagent_card_url: https://example.org/'), /A2A/],
  ]);
});

describe('lenses, symbols and formatting in Gemini CLI agents', () => {
  it('say how the agent loads', () => {
    assert.equal(lens(withFields('tools: [glob, invoke_agent]')), 'Loads as a · 1 tool · invoke_agent ignored');
    assert.equal(lens(withFields('kind: local')), 'Loads as a · every tool');
    assert.match(lens(withFields('colour: red')) ?? '', /^Not loaded: .*colour/);
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

  itListsSymbols(host, withFields);

  it('convert a list to another style, but never to a string with commas', () => {
    const text = withFields('tools: [read_file,glob]');
    assert.equal(formatted(text, 'keep'), withFields('tools: [read_file, glob]'));
    assert.equal(formatted(text, 'block'), withFields('tools:\n  - read_file\n  - glob'));
    assert.equal(formatted(text, 'comma'), withFields('tools: [read_file, glob]'));
  });
});

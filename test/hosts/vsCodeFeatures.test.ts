/** The features of the editor in agents of VS Code, and in those of Claude Code as VS Code reads them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Agent } from '../../server/core/agent/agent';
import { lensesOf } from '../../server/core/features/lenses';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { document } from '../../server/core/text/document';
import { applyEdits } from '../../server/core/text/edits';
import { detect } from '../../server/core/workspace/detect';
import {
  assertSafeFixes,
  cursorIn,
  featuresOf,
  hoveredAt,
  lineOfCursor,
  messagesOf,
  named,
  offeredAt,
} from './hostFeatures';

const { agentIn: ownIn } = featuresOf('vscode', 'file:///w/.github/agents/a.agent.md');
const { agentIn: claudeIn } = featuresOf('vscode-claude', 'file:///w/.claude/agents/a.md');

const withFields = (fields: string, description = 'Does a thing.'): string =>
  document`
    ---
    name: a
    description: ${description}
    ${fields}
    ---
    Hi
    `;

const findingsIn = (agent: Agent): readonly LintFinding[] => lint(agent).findings;

/** Fields, and the severities and rules of what is reported. */
type Reports = readonly (readonly [string, readonly string[]])[];

const ownReports: Reports = [
  ['tools: [read, read/readFile, github/*, srv/tool, io.github.github/github-mcp-server/*]', []],
  ['tools: read, search', []],
  [`tools: "'read', edit"`, []],
  ['tools: [Read]', ['warning tool-case']],
  ['tools: [read, Bash]', ['warning tool-foreign']],
  ['tools: ["*"]', ['warning tool-unknown']],
  ['tools: [codebase]', ['hint tool-renamed']],
  ['tools: [runCommands]', []],
  ['tools: read edit', ['warning tool-separator']],
  ['tools: ["read, edit"]', ['warning tool-separator']],
  ['tools: {read: true}', ['error field-value']],
  ['tools:', ['warning tools-empty']],
  ['tools: []', ['warning tools-empty']],
  ['tools: [mcp__srv__x]', ['warning tool-server']],
  ['tools: [edit/readFile]', ['warning tool-unknown']],
  ['tools: [git]', ['information tool-shell']],
  // Extensions bring tools, also under names with a space.
  ['tools: [read, pgsql_connect, Microsoft Docs]', ['information tool-unknown', 'information tool-unknown']],
  ['tools: [serach]', ['warning tool-unknown']],
  ['agent: agent', ['hint field-foreign']],
  ['model: sonnet', ['warning model-foreign']],
  ['model: [GPT-5, Claude Sonnet 4.5 (copilot)]', []],
  ['model: {a: b}', ['warning field-value']],
  ['disallowedTools: [bash]', ['warning field-foreign']],
  ['allowed-tools: [read]', ['error field-misnamed']],
  ['color: red', ['hint field-foreign']],
  ['mcp-servers: {a: {command: x}}', ['hint field-foreign']],
  ['target: github-copilot\ntools: [shell, nosuch, Read]\nmcp-servers: {a: b}', []],
  ['target: github-copilot\nhandoffs: []', ['hint field-unknown']],
  ['user-invocable: no', ['warning field-value']],
  ['agents: x', ['warning field-value']],
  ['infer: false', ['warning field-stray']],
  ['hooks: x', ['warning field-value']],
  ['name: b', ['warning key-duplicate']],
];

const claudeReports: Reports = [
  ['tools: Read, Write, Task', []],
  ['tools: Read, Agent', ['warning tool-foreign']],
  ['tools: Read, Skill', ['warning tool-foreign']],
  ['tools: Read, mcp__srv__x', ['warning tool-mcp-shape']],
  ['tools: Read, Bash(git:*)', ['warning tool-unknown']],
  ['tools: Read Write', ['warning tool-separator']],
  ['tools: read', ['warning tool-case']],
  ['tools: "*"', ['warning tool-unknown']],
  ['model: opus', []],
  ['model: claude-sonnet-4-5', ['warning field-value']],
  ['model: Sonnet', ['warning field-value']],
  ['permissionMode: auto', ['information field-value']],
  ['disallowedTools: Bash', ['warning field-foreign']],
  ['color: blue\neffort: high\nmaxTurns: 3\nisolation: worktree\nuser-invocable: false', []],
];

for (const [title, read, reports] of [
  ['VS Code agents', ownIn, ownReports],
  ['Claude Code agents in VS Code', claudeIn, claudeReports],
] as const) {
  describe(`problems in ${title}`, () => {
    for (const [fields, expected] of reports) {
      it(fields, () => {
        const agent = read(withFields(fields));
        const findings = findingsIn(agent);
        assert.deepEqual(named(findings), expected, messagesOf(findings));
        assertSafeFixes(agent);
      });
    }
  });
}

describe('frontmatter that VS Code reads only in part', () => {
  it('is an error where the list of tools is lost', () => {
    for (const description of ['[WIP] does things', '"He said "hi" to me"', '"open']) {
      const agent = ownIn(withFields('tools: [read]', description));
      assert.ok(agent.verdict()?.grantsMore === true && agent.verdict()?.tools.inherited === true);
      assert.ok(named(findingsIn(agent)).includes('error frontmatter-unread'), description);
    }
  });

  it('is a warning where less is lost', () => {
    const agent = ownIn(withFields('model: x', '[WIP] does things'));
    assert.ok(named(findingsIn(agent)).includes('warning frontmatter-unread'));
  });

  it('is none where only other readers object', () => {
    const agent = ownIn(withFields('tools: [read]', 'Use this: when needed'));
    assert.deepEqual(named(findingsIn(agent)), ['warning yaml-colon']);
    assert.deepEqual(agent.verdict()?.tools.effective, ['read']);
  });

  it('hides behind a byte order mark', () => {
    const agent = ownIn(`\uFEFF${withFields('tools: [read]')}`);
    assert.deepEqual(named(findingsIn(agent)), ['error frontmatter-opening']);
  });

  it('goes on to the end of the file without closing dashes, and the fix closes it', () => {
    const text = document`
      ---
      name: a
      tools: [read]

      Hi
      `;
    const findings = findingsIn(ownIn(text));
    const [found] = findings;
    assert.deepEqual(named(findings), ['warning frontmatter-unclosed']);
    const fixed = applyEdits(text, found?.fixes?.[0]?.edits ?? []);
    assert.match(fixed, /tools: \[read\]\n---\n\nHi/);
  });
});

describe('the readers of a file', () => {
  /** Other hosts read some of these files too. */
  const idsAt = (path: string): readonly string[] =>
    detect(path).flatMap(({ id }) => (id === 'claude-code' || id.startsWith('vscode') ? [id] : []));

  it('are two in the folder of Claude Code, and one below it', () => {
    const both = (path: string) => idsAt(path).filter((id) => /^(?:claude|vscode)/.test(id));
    assert.deepEqual(both('/w/.claude/agents/a.md'), ['claude-code', 'vscode-claude']);
    assert.deepEqual(both('/w/.claude/agents/b/a.md'), ['claude-code']);
    assert.deepEqual(both('/w/.claude/agents/README.md'), ['claude-code']);
  });

  it('include VS Code for its own folders', () => {
    for (const path of ['/w/.github/agents/a.md', '/w/.github/agents/a.agent.md', '/home/u/.copilot/agents/a.md'])
      assert.ok(idsAt(path).includes('vscode'), path);
    for (const path of ['/w/.github/agents/b/a.agent.md', '/w/.github/chatmodes/a.chatmode.md', '/w/a.agent.md'])
      assert.ok(!idsAt(path).includes('vscode'), path);
  });
});

describe('tools that the instructions of a VS Code agent require', () => {
  const missing = (tools: string): readonly string[] =>
    findingsIn(
      ownIn(
        withFields(`tools: ${tools}`, 'Does a thing.').replace('Hi', 'Use the `usages` tool. Use the `search` tool.'),
      ),
    )
      .filter(({ rule }) => rule === 'tool-not-granted')
      .map(({ message }) => /`[^`]+`/.exec(message)?.[0] ?? '');

  it('are granted by a member of the set, or by its older name', () => {
    assert.deepEqual(missing('[search/usages]'), []);
    assert.deepEqual(missing('[read]'), ['`usages`', '`search`']);
  });
});

describe('names of VS Code agents', () => {
  for (const [file, name] of [
    ['pro.be.agent.md', 'pro.be'],
    ['my probe.chatmode.md', 'my probe'],
    ['Probe.md', 'Probe'],
  ] as const) {
    it(file, () => assert.equal(ownIn('Hi\n', `/w/.github/agents/${file}`).verdict()?.name, name));
  }

  it('are written into a file without any', () => {
    const [found] = findingsIn(ownIn('You review.\n'));
    assert.match(found?.fixes?.[0]?.edits[0]?.newText ?? '', /^---\nname: a\n/);
  });

  it('may be empty', () => assert.equal(ownIn('---\nname:\n---\nHi\n').verdict()?.name, ''));
});

describe('completion and hovers in VS Code agents', () => {
  const offered = (marked: string, read = ownIn): readonly string[] => offeredAt(cursorIn(marked, read));

  it('offers sets before single tools, and no old names first', () => {
    const tools = offered(withFields('tools: [$0]'));
    assert.equal(tools[0], 'read');
    assert.ok(tools.includes('edit/editFiles') && !tools.includes('vscodeTasks'));
    assert.ok(tools.indexOf('runCommands') < 0 || tools.indexOf('runCommands') > tools.indexOf('web'));
    assert.ok(offered(withFields('target: $0')).includes('github-copilot'));
    assert.deepEqual(offered(withFields('model: $0'), claudeIn), ['sonnet', 'opus', 'haiku', 'inherit']);
  });

  for (const [marked, read, expected] of [
    [withFields('tools: [re$0ad]'), ownIn, /\*\*read\*\*/],
    [withFields('tools: [git$0hub/x]'), ownIn, /`server\/tool` is one tool, `server\/\*` all/],
    [withFields('tools: [code$0base]'), ownIn, /`search\/codebase`/],
    [withFields('tools: Wri$0te'), claudeIn, /`edit\/createFile`/],
    [withFields('too$0ls: Read'), claudeIn, /silently drops/],
  ] as const) {
    it(`explains ${lineOfCursor(marked)}`, () => assert.match(hoveredAt(cursorIn(marked, read)), expected));
  }

  it('says above the frontmatter which tools are given', () => {
    const lens = (agent: Agent): string | undefined => lensesOf(agent)[0]?.command?.title;
    assert.equal(lens(ownIn(withFields('tools: [read, Bash]'))), 'Loads as a · 1 tool · Bash ignored');
    assert.equal(lens(claudeIn(withFields('tools: Read, Skill'))), 'Loads as a · 1 tool · Skill ignored');
  });
});

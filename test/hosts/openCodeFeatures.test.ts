/** The features of the editor in OpenCode and Kilo files. Long because it is one table for each feature. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Agent, readAgent } from '../../server/core/agent/agent';
import { isProvedSafe } from '../../server/core/agent/safety';
import { convert } from '../../server/core/convert/convert';
import { lensesOf } from '../../server/core/features/lenses';
import { formatById } from '../../server/core/hosts/index';
import { type LintFinding, lint } from '../../server/core/lint/lint';
import { applyEdits } from '../../server/core/text/edits';
import { type At, cursorIn, hoveredAt, named, offeredAt } from './hostFeatures';

function agentIn(text: string, id = 'opencode', path = `file:///w/.${id.split('-')[0]}/agents/a.md`): Agent {
  const format = formatById(id);
  assert.ok(format !== undefined);
  return readAgent(text, format, path);
}

const withFields = (fields: string, body = 'You read code.'): string =>
  `---\ndescription: Reads code. Use it for reviews.\n${fields}\n---\n${body}\n`;

const problemsIn = (agent: Agent): readonly string[] => named(lint(agent).findings);

/** Fields, the problems, and whether the agent loads (`L`), gets more than is written (`M`) or does not load (`N`). */
const reports: readonly (readonly [string, readonly string[], 'L' | 'M' | 'N'])[] = [
  ['tools:\n  bash: false', [], 'L'],
  ['tools: { "*": false, read: true }', [], 'L'],
  ['tools: {}', [], 'L'],
  ['tools: Read, Bash', ['error field-value'], 'N'],
  ['tools: [read]', ['error field-value'], 'N'],
  ['tools: "*"', ['error field-value'], 'N'],
  ['tools:', ['error field-value'], 'N'],
  ['tools:\n  bash: "false"', ['error field-value'], 'N'],
  ['tools:\n  bash: no', ['error field-value'], 'N'],
  ['tools:\n  bash: ask', ['error field-value'], 'N'],
  ['tools:\n  Bash: false', ['error permission-key'], 'M'],
  ['tools:\n  Bash: false\n  bash: false', ['warning permission-key'], 'L'],
  ['tools:\n  Read: true', ['warning permission-key'], 'L'],
  ['tools:\n  write: false', [], 'L'],
  ['tools:\n  MultiEdit: false', ['error permission-key'], 'M'],
  ['tools:\n  run_shell_command: false', ['error permission-key'], 'M'],
  ['tools:\n  git: false', ['error permission-key'], 'M'],
  ['tools:\n  github_*: false', [], 'L'],
  ['tools:\n  mcp__github__list: false', ['warning permission-key'], 'L'],
  ['tools:\n  frobnicate: false', ['information permission-key'], 'L'],
  ['tools:\n  my_own: false', [], 'L'],
  ['tools:\n  read: true\n  "*": false', ['warning permission-order'], 'L'],
  ['tools:\n  bash: false\n  "*": true', ['error permission-order'], 'M'],
  ['tools:\n  write: false\n  edit: true', ['error permission-order'], 'M'],
  ['permission: deny', [], 'L'],
  ['permission: Deny', ['error field-value'], 'N'],
  ['permission: false', ['error field-value'], 'N'],
  ['permission: [deny]', ['error field-value'], 'N'],
  ['permission:', ['error field-value'], 'N'],
  ['permission:\n  write: deny', ['error permission-key'], 'M'],
  ['permission:\n  write: allow', ['warning permission-key'], 'L'],
  ['permission:\n  Bash: ask', ['error permission-key'], 'M'],
  ['permission:\n  edit: deny', [], 'L'],
  ['permission:\n  bash:\n    "*": ask\n    "git *": allow', [], 'L'],
  ['permission:\n  bash:\n    "git push *": deny\n    "*": allow', ['error permission-order'], 'M'],
  ['permission:\n  bash: false', ['error field-value'], 'N'],
  ['permission:\n  bash:\n    "git *": maybe', ['error field-value'], 'N'],
  ['permission:\n  webfetch:\n    "*": deny', ['error field-value'], 'N'],
  ['permission:\n  my_tool:\n    "*": deny', [], 'L'],
  ['tools:\n  bash: false\npermission:\n  bash: allow', ['warning permission-order'], 'L'],
  ['model: sonnet', ['error field-value'], 'N'],
  ['model: anthropic/', ['error field-value'], 'N'],
  ['model: openrouter/a/b', [], 'L'],
  ['model: ""', [], 'L'],
  ['model: 5', ['error field-value'], 'N'],
  ['mode: Subagent', ['error field-value'], 'N'],
  ['mode: primary', [], 'L'],
  ['color: red', ['error field-value'], 'N'],
  ['color: accent', [], 'L'],
  ['color: "#ff00aa"', [], 'L'],
  ['color: #ff00aa', ['error field-value'], 'N'],
  ['hidden: "true"', ['error field-value'], 'N'],
  ['steps: 5', [], 'L'],
  ['steps: "5"', ['error field-value'], 'N'],
  ['steps: 0o7', ['error field-value'], 'N'],
  ['temperature: 1_0', [], 'L'],
  ['temperature: .inf', ['error field-value'], 'N'],
  ['variant: 2024-01-02', ['error field-value'], 'N'],
  ['disable: true', [], 'N'],
  ['name: 12', ['error field-value'], 'N'],
  ['permissionMode: plan', ['warning field-foreign'], 'L'],
  ['disallowedTools: [Bash]', ['error field-foreign'], 'M'],
  ['permissions:\n  edit: deny', ['error field-misnamed'], 'M'],
  ['maxTurns: 3', ['warning field-misnamed'], 'L'],
  ['frobnicate: 1', ['warning field-unknown'], 'L'],
  ['prompt: Hi', ['warning field-ignored'], 'L'],
  ['note: {curly} x', ['error yaml-indicator'], 'M'],
  ['note: a: b', ['warning yaml-colon'], 'L'],
  ['variant: a\nvariant: b', ['error key-duplicate'], 'M'],
  ['note: {curly} x\nother: a: b', ['error yaml-indicator'], 'N'],
];

describe('problems in OpenCode agents', () => {
  for (const [fields, expected, state] of reports) {
    it(`of ${fields}`, () => {
      const agent = agentIn(withFields(fields));
      const found = problemsIn(agent).filter(
        (problem) => !problem.endsWith('field-unknown') || fields.startsWith('frob'),
      );
      assert.deepEqual(found, expected);
      const verdict = agent.verdict();
      assert.ok(verdict !== undefined);
      assert.equal(verdict.cause !== null ? 'N' : verdict.grantsMore === true ? 'M' : 'L', state, verdict.reason ?? '');
    });
  }

  it('of a README and of text without frontmatter, which become agents', () => {
    assert.deepEqual(problemsIn(agentIn('# Agents\n\nNotes.\n', 'opencode', '.opencode/agents/README.md')), [
      'warning frontmatter-missing',
    ]);
    assert.equal(agentIn('# Agents\n\nNotes.\n', 'opencode', '.opencode/agents/README.md').verdict()?.name, 'README');
  });

  it('of frontmatter that other programs would read', () => {
    assert.deepEqual(problemsIn(agentIn(`\n${withFields('mode: all')}`)), ['error frontmatter-opening']);
    assert.deepEqual(problemsIn(agentIn(withFields('mode: all').replace('---', '---toml'))), [
      'error frontmatter-opening',
    ]);
    assert.deepEqual(problemsIn(agentIn(withFields('mode: all').replace('---', '---yaml'))), []);
    assert.deepEqual(problemsIn(agentIn(withFields('mode: all').replace('---', '---js'))), [
      'warning frontmatter-opening',
    ]);
  });

  it('of a tool that the instructions require and the permissions deny', () => {
    const body = 'Use the `bash` tool to run the tests.';
    assert.deepEqual(problemsIn(agentIn(withFields('permission: { bash: deny }', body))), [
      'information tool-not-granted',
    ]);
    assert.deepEqual(problemsIn(agentIn(withFields('permission: { edit: deny }', body))), []);
  });

  it('says that a bad file in a folder of modes is skipped', () => {
    const { findings } = lint(agentIn(withFields('color: red'), 'opencode-mode'));
    assert.match(findings[0]?.message ?? '', /skips this file/);
  });
});

describe('problems in Kilo agents', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['model:\nsteps: null\npermission: ~', []],
    ['permission:\n  bash:\n  edit: null', []],
    ['color:', ['error field-value']],
    ['tools:', ['error field-value']],
    ['displayName: Reader', []],
  ];
  for (const [fields, expected] of cases) {
    it(`of ${fields}`, () => assert.deepEqual(problemsIn(agentIn(withFields(fields), 'kilo')), expected));
  }

  it('of a reference to the environment, in files of a project', () => {
    const text = withFields('mode: all', `Run {env:HOME} and \${env:HOME}.\n// {env:X}`);
    assert.deepEqual(problemsIn(agentIn(text, 'kilo')), ['error body-reference']);
    assert.equal(agentIn(text, 'kilo').verdict()?.cause, 'body');
    assert.deepEqual(problemsIn(agentIn(text, 'kilo', '/home/me/.config/kilo/agents/a.md')), []);
    assert.deepEqual(problemsIn(agentIn(text)), []);
  });

  for (const [body, found] of Object.entries({
    '{env:A}': ['{env:A}'],
    '{env:A}{env:B} {env:C': ['{env:A}', '{env:B}'],
    '{env:} {env:{env:A}}': ['{env:{env:A}'],
    '${env:A} {env:\nB}': ['{env:\nB}'],
    '{env:A} // {env:B}\n  // {env:C}\n{env:D}': ['{env:A}', '{env:B}', '{env:D}'],
    '// {env:A}\n// {env:B} {env:C}': [],
  }))
    it(`of the references in ${JSON.stringify(body)}`, () => {
      const text = withFields('mode: all', body);
      const { findings } = lint(agentIn(text, 'kilo'));
      const references = findings.filter(({ rule }) => rule === 'body-reference');
      assert.deepEqual(
        references.map(({ span }) => text.slice(span.start, span.end)),
        found,
      );
    });
});

/** Fields, and what the first fix of the only problem makes of them. */
const fixes: readonly (readonly [string, string])[] = [
  ['tools: Read, Bash', 'tools: { "*": false, read: true, bash: true }'],
  ['tools:\n  Bash: false', 'tools:\n  bash: false'],
  ['tools:\n  bash: "no"', 'tools:\n  bash: false'],
  ['tools:\n  Bash: false\n  bash: false', 'tools:\n  bash: false'],
  ['permission:\n  write: deny', 'permission:\n  edit: deny'],
  ['permission:\n  bash: Deny', 'permission:\n  bash: deny'],
  ['permission:\n  bash: deny\n  "*": allow', 'permission:\n  "*": allow\n  bash: deny'],
  ['model: Sonnet', 'model: anthropic/claude-sonnet-4-5'],
  ['color: blue', 'color: "#0000ff"'],
  ['permissions: deny', 'permission: deny'],
];

describe('quick fixes in OpenCode agents', () => {
  for (const [fields, fixed] of fixes) {
    it(`of ${fields}`, () => {
      const agent = agentIn(withFields(fields));
      const [finding]: readonly LintFinding[] = lint(agent).findings;
      const [fix] = finding?.fixes ?? [];
      assert.ok(fix !== undefined);
      const after = applyEdits(agent.file.source.text, fix.edits);
      assert.equal(after, withFields(fixed));
      assert.deepEqual(problemsIn(agentIn(after)), []);
    });
  }

  it('quotes a value that keeps the frontmatter from being read, which only takes away', () => {
    const agent = agentIn(withFields('note: {curly} x\ntools:\n  "*": false'));
    const [fix] = lint(agent).findings.flatMap(({ fixes: all = [] }) => all);
    assert.ok(fix?.safe === true && isProvedSafe(agent, fix.edits));
  });

  it('never changes permissions unasked', () => {
    for (const [fields] of reports) {
      const agent = agentIn(withFields(fields));
      for (const { fixes: all = [], rule } of lint(agent).findings)
        if (rule.startsWith('permission-')) assert.ok(all.every(({ safe }) => !safe));
    }
  });
});

const at = (marked: string): At => cursorIn(marked, agentIn);

const offered = (fields: string): readonly string[] => offeredAt(at(withFields(fields)));

describe('completion in OpenCode agents', () => {
  it('offers tools as switches', () => {
    const labels = offered('tools:\n  $0');
    assert.deepEqual(labels.slice(0, 4), ['read', 'edit', 'write', 'bash']);
    assert.deepEqual(offered('tools:\n  bash: $0'), ['true', 'false']);
    assert.ok(!offered('tools:\n  bash: false\n  $0').includes('bash'));
  });

  it('offers keys and words of permissions', () => {
    const labels = offered('permission:\n  $0');
    assert.ok(labels.includes('edit') && labels.includes('external_directory') && !labels.includes('write'));
    assert.deepEqual(offered('permission:\n  bash: $0'), ['allow', 'ask', 'deny']);
    assert.deepEqual(offered('permission:\n  bash:\n    git: $0'), ['allow', 'ask', 'deny']);
  });

  it('offers modes and fields', () => {
    assert.deepEqual(offered('mode: $0'), ['subagent', 'primary', 'all']);
    assert.ok(offered('$0').includes('permission'));
    assert.ok(!offered('$0').includes('maxSteps'));
  });
});

const hovered = (fields: string): string => hoveredAt(at(withFields(fields)));

describe('a command with frontmatter that OpenCode cannot read', () => {
  it('has the messages of commands', () => {
    const text = '---\nallowed-tools: Read\nargument-hint: [a] [b]\ndescription: Gmail: Send.\n---\nHi\n';
    const agent = agentIn(text, 'opencode-command', 'file:///w/.opencode/command/a.md');
    const [found] = lint(agent).findings.filter(({ rule }) => rule === 'field-unknown');
    assert.match(found?.message ?? '', /OpenCode ignores it/);
  });
});

describe('hover in OpenCode agents', () => {
  it('explains tools, keys without effect and the verdict', () => {
    assert.match(hovered('tools:\n  ba$0sh: false'), /Runs shell commands/);
    assert.match(hovered('permission:\n  wri$0te: deny'), /no effect here.*`edit`/);
    assert.match(hovered('permission:\n  external_dir$0ectory: deny'), /outside the project/);
    assert.match(hovered('permis$0sion: deny'), /no tools/);
  });

  it('says above the first line what the agent gets', () => {
    const lens = (fields: string): string => lensesOf(agentIn(withFields(fields)))[0]?.command?.title ?? '';
    assert.match(lens('permission: { edit: deny }'), /8 tools/);
    assert.match(lens('note: {curly} x'), /every tool · more than is written/);
    assert.match(lens('disable: true'), /switched off/);
  });
});

describe('conversion of agents', () => {
  const convertedTo = (id: string, fields: string, from = 'opencode'): string => {
    const target = formatById(id);
    assert.ok(target !== undefined);
    const done = convert(agentIn(withFields(fields), from), target);
    assert.ok('text' in done, 'refused' in done ? done.refused : '');
    return done.text;
  };

  it('writes what an agent may use as permissions, after a denial of everything', () => {
    const text = convertedTo('opencode', 'name: a\ntools: Read, Bash, mcp__github__list', 'claude-code');
    assert.match(text, /permission:\n {2}"\*": deny\n {2}read: allow\n {2}bash: allow\n {2}github_list: allow\n/);
    const again = agentIn(text);
    assert.deepEqual(again.verdict()?.tools.effective, ['read', 'bash']);
    assert.deepEqual(problemsIn(again), []);
  });

  it('writes no list for an agent that nothing limits, although some tools are off', () => {
    assert.doesNotMatch(convertedTo('claude-code', 'mode: subagent'), /tools/);
    assert.match(convertedTo('codex', 'mode: subagent'), /developer_instructions = '''\nYou read code/);
  });

  it('takes permissions into account', () => {
    assert.match(
      convertedTo('claude-code', 'permission: { "*": deny, read: allow, grep: allow }'),
      /tools: \[Read, Grep\]/,
    );
    assert.doesNotMatch(convertedTo('kilo', 'permission: { edit: deny }'), /edit: allow/);
  });
});

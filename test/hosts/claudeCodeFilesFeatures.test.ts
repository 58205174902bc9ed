/** The features of the editor in skills, commands, output styles and manifests. Long because it is one table for each feature. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CompletionItem, MarkupContent } from 'vscode-languageserver-types';
import { type Agent, readAgent } from '../../server/core/agent/agent';
import { isProvedSafe } from '../../server/core/agent/safety';
import { completionAt } from '../../server/core/features/completion/completion';
import { formatOf } from '../../server/core/features/format/format';
import { hoverAt } from '../../server/core/features/hover/hover';
import { lensesOf } from '../../server/core/features/lenses';
import { linksOf } from '../../server/core/features/links';
import { symbolsOf } from '../../server/core/features/structure/symbols';
import { formatById } from '../../server/core/hosts/index';
import { lint } from '../../server/core/lint/lint';
import { defaults } from '../../server/core/lint/settings';
import { applyEdits } from '../../server/core/text/edits';
import { offsetAt } from '../../server/core/text/source';
import { workspaceWithout } from '../../server/core/workspace/workspace';
import { readMarks } from '../marks';

type Kind = 'skill' | 'command' | 'output-style' | 'plugin-manifest' | 'marketplace';

const paths: Readonly<Record<Kind, string>> = {
  skill: '/w/.claude/skills/probe/SKILL.md',
  command: '/w/.claude/commands/team/probe.md',
  'output-style': '/w/.claude/output-styles/probe.md',
  'plugin-manifest': '/w/p/.claude-plugin/plugin.json',
  marketplace: '/w/p/.claude-plugin/marketplace.json',
};

function read(kind: Kind, text: string): Agent {
  const format = formatById(`claude-code-${kind}`);
  assert.ok(format !== undefined);
  return readAgent(text, format, paths[kind]);
}

const withFields = (fields: string): string => `---\ndescription: Does a thing.\n${fields}\n---\nDo it.\n`;

const reportsOn = (agent: Agent): readonly string[] =>
  lint(agent, { workspace: workspaceWithout(['/w/p/gone.md']) }).findings.map(
    ({ severity, rule }) => `${severity} ${rule}`,
  );

/** Fields of a skill, and what is reported. */
const skillReports: readonly (readonly [string, readonly string[]])[] = [
  ['name: other', []],
  ['name: My Skill', ['information field-value']],
  ['name: [a]', []],
  ['when_to_use: [a, b]', []],
  ['argument-hint: [file]', []],
  ['arguments: [one, two]', []],
  ['arguments: one, two', ['warning field-value']],
  ['disable-model-invocation: "yes"', []],
  ['disable-model-invocation: 0', []],
  ['disable-model-invocation: maybe', ['error field-value']],
  ['disable_model_invocation: true', ['error field-misnamed']],
  ['user-invocable: off', []],
  ['user-invocable: maybe', ['warning field-value']],
  ['allowed-tools: Bash(git add:*), Bash(git commit:*), Read', []],
  ['allowed-tools: [Read, Read]', ['information tool-duplicate']],
  ['allowed-tools: "*"', ['warning tool-wildcard']],
  ['allowed-tools: bash', ['warning tool-case']],
  ['allowed-tools: {Bash: true}', ['warning field-value']],
  ['allowedTools: Bash', ['warning field-misnamed']],
  ['tools: Bash', ['warning field-misnamed']],
  ['disallowed-tools: Bash', []],
  ['disallowedTools: Bash', []],
  ['disallowed-tools: "*"', []],
  ['disallowed-tools: Bash(rm *)', ['error tool-pattern']],
  ['disallowed-tools: 5', ['error field-value']],
  ['disallowed_tools: Bash', ['error field-misnamed']],
  ['model: haiku', []],
  ['model: gpt-9', ['warning model-foreign']],
  ['effort: HIGH', []],
  ['effort: bogus', ['warning field-value']],
  ['context: Fork', ['warning field-value']],
  ['agent: Explore', ['warning field-ignored']],
  ['agent: Explore\ncontext: fork', []],
  ['background: false\ncontext: inline', ['warning field-ignored']],
  ['paths: ["src/**"]', []],
  ['paths: 3', ['warning field-value']],
  ['shell: fish', ['warning field-value']],
  ['hooks: bad', ['error hook-unreadable']],
  ['hooks: {PostToolUse: bad}', ['warning hook-unreadable']],
  ['metadata: x', ['information field-value']],
  ['license: MIT\ncompatibility: x\nversion: 1', []],
  ['frobnicate: 1', ['hint field-unknown']],
  ['permissionMode: plan', ['warning field-stray']],
];

describe('problems in skills', () => {
  for (const [fields, expected] of skillReports) {
    it(`of ${fields}`, () => {
      const agent = read('skill', withFields(fields));
      assert.deepEqual(reportsOn(agent), expected);
      for (const { fixes = [] } of lint(agent).findings)
        for (const fix of fixes) if (fix.safe) assert.ok(isProvedSafe(agent, fix.edits), fix.title);
    });
  }

  it('that lose a limit are errors, and others are warnings', () => {
    const broken = (fields: string): readonly string[] =>
      reportsOn(read('skill', `---\ndescription: "a\n${fields}\n---\nDo it.\n`));
    assert.deepEqual(broken('disable-model-invocation: true'), ['error yaml-quotes']);
    assert.deepEqual(broken('disable-model-invocation: false'), ['warning yaml-quotes']);
    assert.deepEqual(broken('disallowed-tools: Bash'), ['error yaml-quotes']);
    assert.deepEqual(broken('model: haiku'), ['warning yaml-quotes']);
  });

  it('without frontmatter are worth knowing in a skill only', () => {
    assert.deepEqual(reportsOn(read('skill', 'Do it.\n')), ['information frontmatter-missing']);
    assert.deepEqual(reportsOn(read('command', 'Do it.\n')), []);
    assert.deepEqual(reportsOn(read('output-style', 'Be brief.\n')), []);
  });

  it('name what the file is', () => {
    for (const kind of ['skill', 'command', 'output-style', 'plugin-manifest', 'marketplace'] as const)
      for (const text of [
        '',
        'x',
        withFields('model: gpt-9\nhooks: bad'),
        '---\na: "b\n---\nx\n',
        '<<<<<<< a\n=======\n>>>>>>> b\n',
      ])
        for (const { message } of lint(read(kind, text)).findings)
          assert.doesNotMatch(message, /\bthe agent\b|\ban agent\b/, message);
  });
});

/** Manifests, and what is reported. */
const manifestReports: readonly (readonly [Kind, string, readonly string[]])[] = [
  ['plugin-manifest', '{ "name": "p" }', []],
  ['plugin-manifest', '\uFEFF{ "name": "p" }', []],
  ['plugin-manifest', '{}', ['error field-missing']],
  ['plugin-manifest', '{ "name": "p", }', ['error json-syntax']],
  ['plugin-manifest', '{ "name": "p" } // x', ['error json-syntax']],
  ['plugin-manifest', '{ "name": "p", "version": null }', ['error field-value']],
  ['plugin-manifest', '{ "name": "a b" }', ['error field-value']],
  ['plugin-manifest', '{ "name": "anthropic-x" }', ['warning field-value']],
  ['plugin-manifest', '{ "name": "p", "author": { "name": "" } }', ['warning field-value']],
  ['plugin-manifest', '{ "name": "p", "agents": ["./gone.md"] }', ['warning link-missing']],
  ['plugin-manifest', '{ "name": "p", "agents": ["gone.md"] }', ['error field-value']],
  ['plugin-manifest', '{ "name": "p", "commands": { "c": { "source": "./gone.md" } } }', ['warning link-missing']],
  ['plugin-manifest', '{ "name": "p", "name": "q" }', ['warning key-duplicate']],
  ['plugin-manifest', '{ "name": "p", "foo": 1 }', ['hint field-unknown']],
  [
    'plugin-manifest',
    '{ "name": "p", "description": "# agent-authoring-ignore", "version": 1 }',
    ['error field-value'],
  ],
  [
    'marketplace',
    '{ "name": "m", "owner": { "name": "o" }, "plugins": [{ "name": "p", "source": "./" }, { "name": "p", "source": "./" }] }',
    ['error field-value'],
  ],
  ['marketplace', '{ "name": "m", "plugins": [] }', ['error field-missing']],
];

describe('problems in manifests', () => {
  for (const [kind, text, expected] of manifestReports) {
    it(`of ${text}`, () => {
      const agent = read(kind, text);
      assert.deepEqual(reportsOn(agent), expected);
      assert.equal(
        agent.verdict()?.verdict === 'does-not-load',
        expected.some((one) => one.startsWith('error')),
      );
    });
  }

  it('are fixed in place', () => {
    const fixed = (text: string, title: RegExp): string => {
      const fix = lint(read('plugin-manifest', text))
        .findings.flatMap(({ fixes = [] }) => fixes)
        .find((one) => title.test(one.title));
      assert.ok(fix !== undefined, 'there is a fix');
      return applyEdits(text, fix.edits);
    };
    assert.equal(fixed('{ "name": "p", "foo": [1,2] }', /Remove/), '{ "name": "p" }');
    assert.equal(fixed('{\n  "foo": 1,\n  "name": "p"\n}\n', /Remove/), '{\n  "name": "p"\n}\n');
    assert.equal(fixed('{ "name": "p", "agents": "a.md" }', /Replace/), '{ "name": "p", "agents": "./a.md" }');
    assert.equal(fixed('{ "nmae": "p" }', /Rename/), '{ "name": "p" }');
  });
});

const lines: readonly (readonly [Kind, string, string])[] = [
  ['skill', withFields('allowed-tools: Read, Bash(git:*)'), 'Loads as /probe · 2 tools approved'],
  ['skill', withFields('disable-model-invocation: true'), 'Loads as /probe · closed to the model'],
  ['skill', withFields('user-invocable: false'), 'Loads as /probe · hidden from the user'],
  ['skill', withFields('context: fork'), 'Loads as /probe · runs in a subagent'],
  ['skill', withFields('paths: src/**'), 'Loads as /probe · unknown until a file matches paths'],
  ['skill', '---\na: "b\n---\nx\n', 'Loads as /probe · the frontmatter cannot be read, so every field is lost'],
  ['command', 'Do it.\n', 'Loads as /team:probe'],
  ['output-style', '---\nname: Brief\n---\nx\n', 'Loads as Brief · output style'],
  ['output-style', '---\nname: 12\n---\nx\n', 'Not loaded: the name is not a string, so it cannot be chosen'],
  ['plugin-manifest', '{ "name": "p" }', 'Loads as p · plugin'],
  ['plugin-manifest', '{ "name": "p", "homepage": "x" }', 'Loads as p · plugin · homepage is reported'],
  ['plugin-manifest', '{ "name": "p", "hooks": 3 }', 'Not loaded: hooks is a number'],
];

describe('the line above the file', () => {
  for (const [kind, text, expected] of lines)
    it(expected, () => assert.equal(lensesOf(read(kind, text))[0]?.command?.title, expected));
});

function completed(kind: Kind, marked: string): { readonly agent: Agent; readonly items: readonly CompletionItem[] } {
  const { text, cursor } = readMarks(marked);
  assert.ok(cursor !== undefined, 'the text needs a $0');
  const agent = read(kind, text);
  return { agent, items: completionAt(agent, cursor) };
}

/** The text after an item was accepted. */
function accepted(kind: Kind, marked: string, label: string): string {
  const { agent, items } = completed(kind, marked);
  const item = items.find((one) => one.label === label);
  assert.ok(item?.textEdit !== undefined && 'range' in item.textEdit, `${label} is not offered`);
  const edits = [item.textEdit, ...(item.additionalTextEdits ?? [])].map(({ range, newText }) => ({
    span: { start: offsetAt(agent.file.source, range.start), end: offsetAt(agent.file.source, range.end) },
    newText,
  }));
  return applyEdits(agent.file.source.text, edits);
}

describe('completion', () => {
  const offers: readonly (readonly [Kind, string, readonly string[], readonly string[]])[] = [
    [
      'skill',
      '---\n$0\n---\n',
      ['description', 'allowed-tools', 'paths'],
      ['disallowedTools', 'tools', 'permissionMode'],
    ],
    ['command', '---\n$0\n---\n', ['argument-hint'], ['name']],
    ['skill', '---\ncontext: $0\n---\n', ['inline', 'fork'], []],
    ['skill', '---\nallowed-tools: $0\n---\n', ['Bash', 'AskUserQuestion'], []],
    ['skill', '---\ndescription: a\n---\n## $0\n', [], ['Response Format']],
    ['plugin-manifest', '{ $0 }', ['name', 'agents', 'mcpServers'], []],
    ['plugin-manifest', '{ "author": { $0 } }', ['name', 'email'], ['agents']],
    ['plugin-manifest', '{ "userConfig": { "a": { "type": "$0" } } }', ['string', 'file'], []],
    ['marketplace', '{ "plugins": [{ $0 }] }', ['name', 'source', 'category'], ['owner']],
    ['plugin-manifest', '{ "name": "p" }$0', [], ['name']],
  ];
  for (const [kind, marked, wanted, unwanted] of offers) {
    it(`at ${JSON.stringify(marked)}`, () => {
      const labels = completed(kind, marked).items.map(({ label }) => label);
      assert.deepEqual(
        wanted.filter((label) => !labels.includes(label)),
        [],
      );
      assert.deepEqual(
        unwanted.filter((label) => labels.includes(label)),
        [],
      );
    });
  }

  it('writes JSON with its marks and commas', () => {
    assert.equal(accepted('plugin-manifest', '{ $0 }', 'name'), '{ "name": "" }');
    assert.equal(accepted('plugin-manifest', '{ "name": "p" $0 }', 'agents'), '{ "name": "p", "agents": [] }');
    assert.equal(accepted('plugin-manifest', '{ "ve$0", "name": "p" }', 'version'), '{ "version": "", "name": "p" }');
    assert.equal(accepted('plugin-manifest', '{ "na$0": "p" }', 'name'), '{ "name": "p" }');
  });
});

describe('hover', () => {
  const says: readonly (readonly [Kind, string, RegExp])[] = [
    [
      'skill',
      '---\nallowed-t$0ools: Read\n---\n',
      /restricts nothing[\s\S]*Source: Claude Code[\s\S]*Loads as `\/probe`/,
    ],
    ['skill', '---\ndescr$0iption: a\n---\n', /Codex/],
    ['skill', '---\nallowed-tools: "$0*"\n---\n', /approves nothing/],
    ['skill', '---\nallowed-tools: AskUser$0Question\n---\n', /^(?![\s\S]*never available)[\s\S]*AskUserQuestion/],
    ['command', '-$0--\ndescription: a\n---\n', /Loads as `\/team:probe`/],
    ['plugin-manifest', '{ "age$0nts": [] }', /in place of everything in `agents\/`[\s\S]*```json/],
    ['plugin-manifest', '{ "author": { "na$0me": "x" } }', /The name of the author/],
  ];
  for (const [kind, marked, expected] of says) {
    it(`at ${JSON.stringify(marked)}`, () => {
      const { text, cursor = 0 } = readMarks(marked);
      assert.match((hoverAt(read(kind, text), cursor)?.contents as MarkupContent | undefined)?.value ?? '', expected);
    });
  }
});

describe('the structure of a manifest', () => {
  const text = '{ "name": "p", "author": { "name": "me" }, "agents": ["./a.md"] }';
  it('is an outline of its keys', () =>
    assert.deepEqual(
      symbolsOf(read('plugin-manifest', text)).map(({ name, children = [] }) => [
        name,
        children.map((one) => one.name),
      ]),
      [
        ['name', []],
        ['author', ['name']],
        ['agents', []],
      ],
    ));
  it('has links to the files that it names', () =>
    assert.deepEqual(
      linksOf(read('plugin-manifest', text), paths['plugin-manifest']).map(({ target }) => target),
      ['/w/p/a.md'],
    ));
  it('is not formatted as frontmatter', () =>
    assert.deepEqual(formatOf(read('plugin-manifest', '{"name":   "p"}'), defaults.format), []));
});

/** What a configuration file does besides settings, on the command line: `allow`, `ignore`, `files`, `overrides` and `extends`. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { run, SOUND } from './memory';

const FILE = '/w/.agent-authoring.json';
const unknown = SOUND.replace('---\n\n', 'tools: Read, Deploy\n---\n\n').replace('name: reviewer', 'name: a');
const files = {
  '/w/.claude/agents/a.md': unknown,
  '/w/vendor/.claude/agents/a.md': unknown,
  '/w/src/agents/a.md': unknown,
};

/** Path and rule of each finding about an unknown tool, and what was said besides. */
function checked(configuration: object, argv: readonly string[] = [], more: Readonly<Record<string, string>> = {}) {
  const machine = { ...files, ...more, [FILE]: JSON.stringify(configuration) };
  const { out, err, code } = run(['check', '--format', 'json', ...argv], machine);
  const parsed: { files: { path: string; findings: { rule: string }[] }[]; leftOut?: unknown } = JSON.parse(out);
  return {
    found: parsed.files.flatMap(({ path, findings }) =>
      findings.filter(({ rule }) => rule === 'tool-unknown').map(({ rule }) => `${path} ${rule}`),
    ),
    paths: parsed.files.map(({ path }) => path),
    err,
    code,
  };
}

describe('a configuration file on the command line', () => {
  it('allows names', () => {
    assert.deepEqual(checked({}).found, [
      '.claude/agents/a.md tool-unknown',
      'vendor/.claude/agents/a.md tool-unknown',
    ]);
    assert.deepEqual(checked({ allow: { tools: ['Dep*'] } }).found, []);
  });

  it('ignores files, also those that are named, and says so of these', () => {
    assert.deepEqual(checked({ ignore: ['vendor'] }).paths, ['.claude/agents/a.md']);
    const named = run(['check', 'vendor/.claude/agents/a.md'], {
      ...files,
      [FILE]: JSON.stringify({ ignore: ['vendor'] }),
    });
    assert.equal(named.code, 0);
    assert.match(
      named.out + named.err,
      /vendor\/\.claude\/agents\/a\.md: `ignore` in its configuration file matches it/,
    );
  });

  it('reads files elsewhere as agents', () => {
    const { found, paths } = checked({ files: { 'src/agents': 'claude-code' }, rules: { 'name-file': 'off' } });
    assert.deepEqual(paths, ['.claude/agents/a.md', 'src/agents/a.md', 'vendor/.claude/agents/a.md']);
    assert.ok(found.includes('src/agents/a.md tool-unknown'));
    const { out } = run(['explain', 'src/agents/a.md'], {
      ...files,
      [FILE]: JSON.stringify({ files: { 'src/agents': 'claude-code' } }),
    });
    assert.match(out, /src\/agents\/a\.md/);
    const another = checked({ files: { '.claude/agents/*.md': 'gemini-cli' } });
    assert.ok(!another.found.includes('.claude/agents/a.md tool-unknown'), 'and not as its path says');
  });

  it('has other settings for some files', () => {
    const overrides = [{ files: ['vendor/**'], rules: { 'tool-unknown': 'off' } }];
    assert.deepEqual(checked({ overrides }).found, ['.claude/agents/a.md tool-unknown']);
  });

  it('extends another file, whose problems are reported at their places', () => {
    const base = { '/w/base.agent-authoring.json': '{\n  "rules": { "tool-unknown": "off", "nope": "off" }\n}' };
    const { found, err, code } = checked({ extends: 'base.agent-authoring.json' }, [], base);
    assert.deepEqual(found, []);
    assert.equal(
      err,
      'agent-authoring: /w/base.agent-authoring.json:2:37: `rules` names `nope`, which is not a rule\n',
    );
    assert.equal(code, 2);
  });
});

describe('explain --config', () => {
  const base = '/w/base.agent-authoring.json';
  const machine = {
    ...files,
    [base]: '{ "maxFindings": 3, "allow": { "tools": ["A"] } }',
    [FILE]: [
      '{',
      '  "extends": "base.agent-authoring.json",',
      '  "rules": { "name-file": "off", "heading-jump": "off" },',
      '  "ignore": ["vendor"],',
      '  "overrides": [',
      '    { "rules": {} },',
      '    { "files": ["src/**"], "rules": { "name-file": "error" }, "allow": { "tools": ["B"] } }',
      '  ]',
      '}',
    ].join('\n'),
  };

  it('names the file and line of each setting', () => {
    const { out, err, code } = run(['explain', '--config', 'src/agents/a.md', 'vendor/.claude/agents/a.md'], machine);
    assert.deepEqual(out.trimEnd().split('\n'), [
      'src/agents/a.md: /w/.agent-authoring.json',
      '  allow.tools: ["A","B"]',
      '    /w/base.agent-authoring.json:1:32',
      '    /w/.agent-authoring.json:7:74',
      '  maxFindings: 3',
      '    /w/base.agent-authoring.json:1:3',
      '  rules.heading-jump: "off"',
      '    /w/.agent-authoring.json:3:34',
      '  rules.name-file: "error"',
      '    /w/.agent-authoring.json:7:39',
      '',
      'vendor/.claude/agents/a.md: /w/.agent-authoring.json',
      '  `ignore` matches this file, so it is not checked',
      '  allow.tools: ["A"]',
      '    /w/base.agent-authoring.json:1:32',
      '  maxFindings: 3',
      '    /w/base.agent-authoring.json:1:3',
      '  rules.heading-jump: "off"',
      '    /w/.agent-authoring.json:3:34',
      '  rules.name-file: "off"',
      '    /w/.agent-authoring.json:3:14',
    ]);
    assert.match(err, /:6:5: An override needs `files`/);
    assert.equal(code, 2);
  });

  it('writes JSON, and says when there is no file', () => {
    const { out, code } = run(['explain', '--config', '--format', 'json', 'src/agents/a.md'], {
      ...files,
      [FILE]: '{ "maxFindings": 3 }',
    });
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(out).files, [
      {
        path: 'src/agents/a.md',
        configurations: [FILE],
        ignored: false,
        settings: [{ name: 'maxFindings', value: 3, places: [{ path: FILE, line: 1, column: 3 }] }],
        newerRules: [],
      },
    ]);
    assert.match(run(['explain', '--config', 'src/agents/a.md'], files).out, /no configuration file, so every setting/);
    assert.equal(run(['explain', '--config'], files).code, 2);
  });

  it('and explain itself also read files that are ignored', () => {
    const { out } = run(['explain', 'vendor/.claude/agents/a.md'], machine);
    assert.match(out, /vendor\/\.claude\/agents\/a\.md/);
  });
});

/** Agents of plugins, held to recorded runs of Claude Code: names, descriptions, and what the manifest decides. */

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import { claudeCodePlugin } from '../../server/core/hosts/claudeCode/plugin';
import type { LoadVerdict } from '../../server/core/hosts/verdict';
import { lint } from '../../server/core/lint/lint';
import { document } from '../../server/core/text/document';
import { detect, membershipOf, questionsAbout } from '../../server/core/workspace/detect';
import type { Workspace } from '../../server/core/workspace/workspace';

const MANIFEST = '/w/plugins/p/.claude-plugin/plugin.json';

/** A workspace whose only known file is the manifest. */
const withManifest = (text: string | undefined): Workspace => ({
  presence: (file) => (file === MANIFEST ? 'present' : 'absent'),
  manifest: (file) => (file === MANIFEST ? text : undefined),
});

/** The name under which the agent at a path of the plugin loads; undefined when it does not load or is not an agent. */
function nameAt(path: string, text: string, manifest = '{"name": "p1"}'): string | undefined {
  const workspace = withManifest(manifest);
  const [format] = detect(`/w/plugins/p/${path}`, workspace);
  if (format === undefined) return undefined;
  const membership = membershipOf(`/w/plugins/p/${path}`, format, workspace);
  const verdict = readAgent(text, format, `/w/plugins/p/${path}`, membership).verdict();
  return verdict?.verdict === 'does-not-load' ? undefined : (verdict?.name ?? undefined);
}

/** The rules that report an error or a warning. */
const reported = (text: string): readonly string[] =>
  lint(readAgent(text, claudeCodePlugin, 'agents/a.md'))
    .findings.filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule }) => rule);

const long = 'x'.repeat(257);

describe('the name of a plugin agent', () => {
  const names: readonly (readonly [listed: string, path: string, text: string])[] = [
    ['p1:-x', 'agents/dash.md', '---\nname: -x\ndescription: dash\n---\n'],
    ['p1:5', 'agents/number.md', '---\nname: 5\ndescription: d\n---\n'],
    ['p1:a:b', 'agents/colon.md', '---\nname: a:b\ndescription: colon\n---\n'],
    ['p1:a/b', 'agents/slash.md', '---\nname: a/b\ndescription: d\n---\n'],
    ['p1:my agent', 'agents/space.md', '---\nname: my agent\ndescription: space\n---\n'],
    ['p1:CaseName', 'agents/case.md', '---\nname: CaseName\ndescription: d\n---\n'],
    ['p1:noname', 'agents/noname.md', '---\ndescription: d noname\n---\n'],
    ['p1:empty-name', 'agents/empty-name.md', '---\nname: ""\ndescription: d\n---\n'],
    ['p1:long', 'agents/long.md', `---\nname: ${long}\ndescription: d\n---\n`],
    ['p1:broken', 'agents/broken.md', '---\nname: x\ntools: "Read\n---\n'],
    ['p1:nofm', 'agents/nofm.md', 'Hi\n'],
    ['p1:README', 'agents/README.md', 'These are the agents.\n'],
    ['p1:empty', 'agents/empty.md', ''],
    ['p1:listfm', 'agents/listfm.md', '---\n- a\n---\n'],
    ['p1:upMD', 'agents/up.MD', '---\nname: upMD\ndescription: d\n---\n'],
    ['p1:y.Md', 'agents/y.Md', '---\ndescription: d\n---\n'],
    ['p1:true', 'agents/b.md', '---\nname: true\ndescription: d\n---\n'],
    ['p1:n', 'agents/n.md', '---\nname: null\ndescription: d\n---\n'],
    ['p1:a', 'agents/l.md', '---\nname: [a]\ndescription: d\n---\n'],
    ['p1:1.5', 'agents/f.md', '---\nname: 1.50\ndescription: d\n---\n'],
    ['p1:.hid', 'agents/.hid.md', '---\ndescription: d\n---\n'],
    ['p1:team:x', 'agents/team/x.md', '---\ndescription: d\n---\n'],
    ['p1:team:sub:yy', 'agents/team/sub/y.md', '---\nname: yy\ndescription: d\n---\n'],
    ['p1:v1.2', 'agents/v1.2.md', '---\ndescription: d\n---\n'],
    ['p1:topguard', 'agents/topguard.md', '---\nname: topguard\ndescription: d\nPreToolUse: []\n---\n'],
  ];
  for (const [listed, path, text] of names) {
    it(`is ${listed} for ${path}`, () => assert.equal(nameAt(path, text), listed));
  }

  it('has no prefix where the manifest cannot be read', () => {
    const workspace = withManifest(undefined);
    const path = '/w/plugins/p/agents/team/x.md';
    const membership = membershipOf(path, claudeCodePlugin, workspace);
    assert.equal(readAgent('---\nname: x\n---\n', claudeCodePlugin, path, membership).verdict()?.name, 'x');
  });
});

describe('the fields of a plugin agent', () => {
  const fine: readonly string[] = [
    'name: a:b',
    'name: -x',
    'name: 5',
    'description: 5',
    'description: true',
    'when_to_use: use it',
    'when-to-use: use it',
    'isolation: worktree',
  ];
  for (const field of fine) {
    it(`are read without a loss: ${field}`, () => {
      const rest = /^(?:description|when)/.test(field) ? '' : 'description: d\n';
      assert.deepEqual(reported(`---\n${field}\n${rest}---\nHi\n`), []);
    });
  }

  const lost: readonly (readonly [field: string, rule: string])[] = [
    ['model: opus', 'description-missing'],
    ['description: [a]', 'field-value'],
    ['description: d\nisolation: remote', 'field-value'],
    [`description: d\nname: ${long}`, 'field-value'],
    ['description: d\npermissionMode: plan', 'field-ignored'],
    ['description: d\nPreToolUse: []', 'field-stray'],
  ];
  for (const [field, rule] of lost) {
    it(`are reported when they have no effect: ${field.slice(0, 60)}`, () =>
      assert.deepEqual(reported(`---\n${field}\n---\nHi\n`), [rule]));
  }

  it('a README without frontmatter is reported, because it becomes an agent', () => {
    const { findings } = lint(readAgent('These are the agents.\n', claudeCodePlugin, 'agents/README.md'));
    assert.deepEqual(
      findings.map(({ rule, severity }) => [rule, severity]),
      [['frontmatter-missing', 'warning']],
    );
  });
});

describe('other files that the manifest of a plugin names', () => {
  const rows: readonly (readonly [manifest: string, path: string, format: string | undefined, name?: string])[] = [
    ['"skills": "./extra"', 'extra/deploy/SKILL.md', 'claude-code-plugin-skill', 'p:deploy'],
    ['"skills": ["./extra/deploy"]', 'extra/deploy/SKILL.md', 'claude-code-plugin-skill', 'p:deploy'],
    ['"skills": "./extra"', 'extra/a/b/SKILL.md', undefined],
    ['"skills": "./"', 'docs/deploy/SKILL.md', undefined],
    ['"skills": "./extra"', 'skills/deploy/SKILL.md', 'claude-code-plugin-skill', 'p:deploy'],
    ['"commands": "./extra/triage.md"', 'extra/triage.md', 'claude-code-plugin-command', 'p:triage'],
    ['"commands": ["./extra"]', 'extra/triage.md', 'claude-code-plugin-command', 'p:triage'],
    ['"commands": { "x": { "source": "./extra/triage.md" } }', 'extra/triage.md', undefined],
    ['"commands": "./"', 'README.md', undefined],
    ['"commands": "./extra"', 'other/triage.md', undefined],
    ['"outputStyles": "./styles"', 'styles/brief.md', 'claude-code-plugin-output-style', 'p:brief'],
    ['"version": 1, "commands": "./extra"', 'extra/triage.md', undefined],
  ];
  for (const [fields, path, format, name] of rows)
    it(`by ${fields}: ${path}`, () => {
      const manifest = `{ "name": "p", ${fields} }`;
      const text = '---\ndescription: Does a thing.\n---\nDo it.\n';
      assert.equal(detect(`/w/plugins/p/${path}`, withManifest(manifest))[0]?.id, format);
      if (name !== undefined) assert.equal(nameAt(path, text, manifest), name);
    });
});

describe('the manifest of a plugin', () => {
  const agent = '---\nname: a\ndescription: d\n---\nHi\n';
  const rows: readonly (readonly [what: string, manifest: string, path: string, name: string | undefined])[] = [
    ['one path', '{"name": "p2", "agents": "./custom/a.md"}', 'agents/a.md', undefined],
    ['one path to it', '{"name": "p2", "agents": "./agents/a.md"}', 'agents/a.md', 'p2:a'],
    ['a list with it', '{"name": "p3", "agents": ["./agents/missing.md", "./agents/a.md"]}', 'agents/a.md', 'p3:a'],
    ['a list without it', '{"name": "p3", "agents": ["./agents/b.md"]}', 'agents/a.md', undefined],
    ['a list with it in a folder', '{"name": "p3", "agents": ["./agents/team/a.md"]}', 'agents/team/a.md', 'p3:a'],
    ['an empty list', '{"name": "p", "agents": []}', 'agents/a.md', undefined],
    ['a folder', '{"name": "p4", "agents": "./agents/"}', 'agents/a.md', undefined],
    ['a path without dots', '{"name": "p5", "agents": ["agents/a.md"]}', 'agents/a.md', undefined],
    ['a number', '{"name": "p8", "agents": 5}', 'agents/a.md', undefined],
    ['a name with a space', '{"name": "my plugin"}', 'agents/a.md', undefined],
    ['broken JSON', '{"name": "p9"', 'agents/a.md', undefined],
    ['a number as version', '{"name": "p12", "version": 1}', 'agents/a.md', undefined],
    ['an empty name', '{"name": ""}', 'agents/a.md', undefined],
    ['a byte order mark', '\ufeff{"name": "p4"}', 'agents/a.md', 'p4:a'],
    ['a comment', '// c\n{"name": "p11"}', 'agents/a.md', undefined],
    ['a list', '[]', 'agents/a.md', undefined],
    ['a null', '{"name": "p13", "agents": null}', 'agents/a.md', undefined],
    ['a text as keywords', '{"name": "p14", "keywords": "x"}', 'agents/a.md', 'p14:a'],
    ['a path with two slashes', '{"name": "p8", "agents": [".//agents/a.md"]}', 'agents/a.md', 'p8:a'],
    ['own keys', '{"name": "p6", "extra": 1, "description": 5}', 'agents/a.md', 'p6:a'],
    ['no name', '{}', 'agents/a.md', undefined],
    ['only a name', '{"name": "p10"}', 'agents/a.md', 'p10:a'],
    ['a description', '{"name": "p11", "description": "x", "version": "1.0.0"}', 'agents/a.md', 'p11:a'],
  ];
  for (const [what, manifest, path, name] of rows) {
    it(`decides with ${what}`, () => assert.equal(nameAt(path, agent, manifest), name));
  }

  it('is reported in each agent that it loses', () => {
    const workspace = withManifest('{"name": "my plugin"}');
    const path = '/w/plugins/p/agents/a.md';
    const lost = readAgent(agent, claudeCodePlugin, path, membershipOf(path, claudeCodePlugin, workspace));
    assert.equal(lost.verdict()?.cause, 'manifest');
    assert.deepEqual(
      lint(lost)
        .findings.filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule),
      ['manifest-invalid'],
    );
  });
});

describe('plugin agents', () => {
  const path = '/w/plugins/p/agents/tidy.md';
  const verdict = (text: string): LoadVerdict => {
    const found = readAgent(text, claudeCodePlugin, path).verdict();
    assert.ok(found !== undefined);
    return found;
  };

  it('load under the name of their file when they have none', () => {
    assert.deepEqual(
      ['---\ndescription: d\n---\n', '---\nname: x\n---\n', '---\nmodel: opus\n---\n'].map((text) => [
        verdict(text).verdict,
        verdict(text).name,
      ]),
      [
        ['loads', 'tidy'],
        ['loads', 'x'],
        ['loads', 'tidy'],
      ],
    );
  });

  it('load without any field when the frontmatter cannot be read', () => {
    const found = verdict('---\nname: x\ntools: "Read\n---\n');
    assert.deepEqual([found.verdict, found.name, found.tools.inherited], ['loads-with-losses', 'tidy', true]);
  });

  it('ignore the fields that only the user may set', () => {
    const found = verdict(document`
      ---
      name: x
      tools: Read, ExitPlanMode
      permissionMode: plan
      hooks: bad
      ---
      `);
    assert.equal(found.verdict, 'loads-with-losses');
    assert.deepEqual(found.tools.effective, ['Read']);
    assert.match(found.reason ?? '', /`hooks` is ignored/);
  });

  it('are recognized by the manifest beside their folder', () => {
    const workspace = withManifest(undefined);
    assert.equal(detect(path, workspace)[0]?.id, 'claude-code-plugin');
    assert.equal(detect('/w/plugins/p/agents/sub/tidy.md', workspace)[0]?.id, 'claude-code-plugin');
    assert.deepEqual(detect('/w/other/agents/tidy.md', workspace), []);
    assert.deepEqual(detect(path), []);
    assert.equal(detect('/w/plugins/p/.claude/agents/tidy.md', workspace)[0]?.id, 'claude-code');
    assert.deepEqual(questionsAbout(path), ['/w/plugins/p/.claude-plugin/plugin.json']);
    assert.deepEqual(questionsAbout('/w/.claude/agents/a.md'), []);
    assert.deepEqual(questionsAbout('agents/a.md'), ['.claude-plugin/plugin.json']);
  });
});

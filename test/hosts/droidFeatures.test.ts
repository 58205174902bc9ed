/** The features of the editor in custom droids of Factory. Long because it is one table for each feature. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lint } from '../../server/core/lint/lint';
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

const host = featuresOf('droid', 'file:///w/.factory/droids/a.md');
const { agentIn, findingsIn, offered, lens, formatted } = host;
const withFields = withFieldsOf('a', 'Hi');

const toolsOf = (fields: string): readonly string[] | undefined =>
  agentIn(withFields(fields)).verdict()?.tools.effective;

/** Fields, the rules that report them, and the severities. */
const reports: readonly (readonly [string, readonly string[]])[] = [
  ['tools: [Read, Grep]', []],
  ['tools: Read, Grep', []],
  ['tools: read-only', []],
  ['tools: execution', []],
  ['tools: [read-only, Edit]', ['warning tool-unknown']],
  ['tools: read-only, Edit', ['warning tool-unknown']],
  ['tools: all', ['warning tool-removed']],
  ['tools: []', ['warning tools-empty']],
  ['tools: [read]', ['warning tool-case']],
  ['tools: [Read, Bash]', ['warning tool-foreign']],
  ['tools: [Read, Frob]', ['warning tool-unknown']],
  ['tools: [Read, MultiEdit]', ['hint tool-renamed']],
  ['tools: [Read, AskUser]', ['warning tool-never']],
  ['tools: [Read, srv___alpha]', []],
  ['tools: [Read, mcp__srv__alpha]', ['warning tool-server']],
  ['tools: [Read, srv___*]', ['warning tool-mcp-shape']],
  // A list that is lost limits nothing, so whatever loses it is an error.
  ['tools: 3', ['error field-value']],
  ['tools: [1]', ['error field-value']],
  ['tools: { Read: true }', ['error field-value']],
  ['tools: [Read]\nmodel: 3', ['error field-value']],
  ['tools: [Read]\nmodel:', ['error field-value']],
  ['model: 3', ['warning field-value']],
  ['tools:', ['warning field-value']],
  ['reasoningEffort: 3', ['warning field-value']],
  ['reasoningEffort: bogus', []],
  ['mcpServers: [srv]', []],
  ['mcpServers: srv, other', []],
  ['mcpServers: 3', ['warning field-value']],
  ['color: 3', []],
  ['version: 1.0', []],
  ['model: custom:mine-0', []],
  ['permissionMode: plan', ['warning field-foreign']],
  ['frobnicate: 1', ['warning field-unknown']],
  ['x: a: b', ['warning yaml-colon']],
  ['description: Does another thing.', ['warning key-duplicate']],
];

describe('problems in custom droids', () => {
  for (const [fields, expected] of reports) {
    it(`of ${fields}`, () => {
      const agent = agentIn(withFields(fields));
      const found = lint(agent).findings.filter(({ rule }) => rule !== 'name-file');
      assert.deepEqual(named(found), expected, messagesOf(found));
      assert.equal(
        agent.verdict()?.grantsMore === true,
        found.some(({ severity }) => severity === 'error'),
      );
    });
  }

  const texts: readonly (readonly [string, string, readonly string[]])[] = [
    ['a byte order mark', '\uFEFF---\nname: a\n---\nHi\n', ['warning frontmatter-opening']],
    ['a byte order mark and a list', '\uFEFF---\nname: a\ntools: Read\n---\nHi\n', ['error frontmatter-opening']],
    ['spaces after the dashes', '--- \nname: a\ntools: Read\n---\nHi\n', ['error frontmatter-opening']],
    ['no end', '---\nname: a\ntools: Read\nHi\n', ['error frontmatter-unclosed']],
    ['a note', '# Droids\n', ['warning frontmatter-missing']],
    ['no description', '---\nname: a\n---\nHi\n', ['warning description-missing']],
    ['a list', '---\n- name\n---\nHi\n', ['warning yaml-syntax']],
  ];
  for (const [what, text, expected] of texts) {
    it(`of ${what}`, () => {
      const found = findingsIn(text).filter(({ severity }) => severity !== 'hint');
      assert.deepEqual(named(found), expected);
    });
  }

  it('say what keeps a category from counting', () => {
    const advice = (fields: string): readonly string[] =>
      findingsIn(withFields(fields)).flatMap(({ rule, message }) => (rule === 'tool-unknown' ? [message] : []));
    assert.match(advice('tools: [read-only, Edit]').join(), /only as the whole text of `tools`\.$/);
    assert.match(advice('tools: read-only\nx: a: b').join(), /only as the whole text of `tools`, in valid YAML\.$/);
    assert.deepEqual(advice('tools: read-only'), []);
  });

  it('have only safe fixes that are proved', () => {
    const agent = agentIn(withFields('tools: [Read, MultiEdit, Read]\nmodel: inherit'));
    assertSafeFixes(agent);
  });
});

describe('the name and the tools of a droid', () => {
  it('come from the fields, and otherwise from the file', () => {
    const nameIn = (text: string) => agentIn(text).verdict()?.name;
    assert.equal(nameIn('---\nname: b\n---\nHi\n'), 'b');
    for (const text of [
      'Hi\n',
      '---\nname: ""\n---\nHi\n',
      '---\nname: b\nmodel: 3\n---\nHi\n',
      '---\nname: 12\n---\n',
    ])
      assert.equal(nameIn(text), 'a', text);
  });

  it('are those of the list and two more', () => {
    const always = ['TodoWrite', 'Skill'];
    assert.deepEqual(toolsOf('tools: Read, Grep'), ['Read', 'Grep', ...always]);
    assert.deepEqual(toolsOf('tools: ["Read, Grep"]'), always);
    assert.deepEqual(toolsOf('tools: [" Read "]'), ['Read', ...always]);
    assert.deepEqual(toolsOf('tools: edit'), ['Edit', 'Create', 'ApplyPatch', ...always]);
    assert.deepEqual(toolsOf('tools: [edit]'), always);
    assert.deepEqual(toolsOf('tools: all'), always);
    assert.deepEqual(toolsOf('tools: []'), always);
    assert.ok(toolsOf('tools: 3')?.includes('Execute'));
  });

  it('are read line by line where the YAML is not valid', () => {
    const broken = (fields: string) => toolsOf(`${fields}\nx: a: b`)?.slice(0, -2);
    assert.deepEqual(broken('tools: Read, Grep'), ['Read', 'Grep']);
    assert.deepEqual(broken('tools: ["Read", "Grep"]'), ['Read', 'Grep']);
    assert.deepEqual(broken('tools: [Read, Grep]'), []);
    assert.deepEqual(broken('tools:\n  - Read\n  - "Grep"'), ['Read', 'Grep']);
    assert.deepEqual(broken('tools: "Read, Grep" '), ['Read', 'Grep']);
    // A category is one name of a list there.
    assert.deepEqual(broken('tools: edit'), []);
    const nested = agentIn('---\nname: b\nmetadata:\n  name: c\nx: a: b\n---\nHi\n');
    assert.equal(nested.verdict()?.name, 'c');
    const flag = agentIn('---\nname: true\ntools: Read\nx: a: b\n---\nHi\n');
    assert.equal(flag.verdict()?.grantsMore, true);
  });
});

/** Texts before and after a quick fix, with its title. */
const fixes: FixTable = [
  ['tools: [Ba$0sh, Read]', /`Execute`/, 'tools: [Execute, Read]'],
  ['tools: [re$0ad]', /`Read`/, 'tools: [Read]'],
  ['tools: Rea$0, Edit', /`Read`/, 'tools: Read, Edit'],
  ['ef$0fort: high', /`reasoningEffort`/, 'reasoningEffort: high'],
  ['tools: [mcp__git__$0log]', /`git___log`/, 'tools: [git___log]'],
  ['model: 3$0', /`"3"`/, 'model: "3"'],
];

describe('quick fixes in custom droids', () => {
  itFixes(host, withFields, fixes);
});

describe('completion in custom droids', () => {
  it('offers fields and tools', () => {
    const fields = offered(withFields('$0'));
    assert.ok(fields.includes('reasoningEffort') && !fields.includes('name') && !fields.includes('createdAt'));
    const tools = offered(withFields('tools: [$0]'));
    assert.ok(tools.includes('ApplyPatch') && tools.includes('TodoWrite'));
  });
});

describe('hovers in custom droids', () => {
  itExplains(host, [
    [withFields('to$0ols: [Read]'), /`read-only`/],
    [withFields('tools: [Exec$0ute]'), /\*\*Execute\*\*/],
    [withFields('tools: [Ba$0sh]'), /Claude Code/],
    [withFields('mod$0el: inherit'), /counts as `inherit`/],
  ]);
});

describe('lenses, symbols and formatting in custom droids', () => {
  it('say how the droid loads', () => {
    assert.equal(lens(withFields('tools: [Read, Bash]')), 'Loads as a · 3 tools · Bash ignored');
    assert.equal(lens(withFields('model: inherit')), 'Loads as a · every tool');
    assert.equal(
      lens(withFields('model: 3')),
      'Loads as a · every tool · none of the fields is read, because the value of model is a number in YAML',
    );
  });

  itListsSymbols(host, withFields);

  it('convert a list to another style, but never to or from a category', () => {
    assert.equal(formatted(withFields('tools: [Read,Grep]'), 'keep'), withFields('tools: [Read, Grep]'));
    assert.equal(formatted(withFields('tools: [Read,Grep]'), 'block'), withFields('tools:\n  - Read\n  - Grep'));
    assert.equal(formatted(withFields('tools: [Read,Grep]'), 'comma'), withFields('tools: Read, Grep'));
    assert.equal(formatted(withFields('tools: read-only'), 'block'), withFields('tools: read-only'));
    assert.equal(formatted(withFields('tools: [edit]'), 'comma'), withFields('tools: [edit]'));
  });
});

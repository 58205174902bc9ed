/** The features of the editor in Cline agents. Long because it is one table for each feature. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { detect } from '../../server/core/workspace/detect';
import {
  assertSafeFixes,
  errorsIn,
  type FixTable,
  featuresOf,
  itExplains,
  itFixes,
  itListsSymbols,
  messagesOf,
  named,
  withFieldsOf,
} from './hostFeatures';

const host = featuresOf('cline', 'file:///w/.cline/agents/a.yaml');
const { agentIn, findingsIn, offered, lens, formatted } = host;
const withFields = withFieldsOf('a', 'Hi');

const toolsOf = (fields: string): readonly string[] | undefined =>
  agentIn(withFields(fields)).verdict()?.tools.effective;

describe('files of Cline', () => {
  const read = (path: string): boolean => detect(path).some(({ id }) => id === 'cline');

  it('are YAML by their names, right in the folder', () => {
    for (const name of ['a.yaml', 'a.yml', 'a.YAML', '_a.yml']) assert.ok(read(`/w/.cline/agents/${name}`), name);
    for (const name of ['a.md', 'a.json', 'sub/a.yaml']) assert.ok(!read(`/w/.cline/agents/${name}`), name);
    assert.ok(!read('/w/agents/a.yaml') && !read('/w/.clinerules/agents/a.yaml'));
  });
});

/** Fields, the rules that report them, and the severities. */
const reports: readonly (readonly [string, readonly string[]])[] = [
  ['tools: [read_files, search_codebase]', []],
  ['tools: Read_Files, EDITOR', []],
  ['tools: []', ['warning tools-empty']],
  ['tools:', ['error field-value']],
  ['tools: 3', ['error field-value']],
  ['tools: [1]', ['error field-value']],
  ['tools: { a: b }', ['error field-value']],
  ['tools: [read_files, Read]', ['warning tool-foreign']],
  ['tools: [read_files, Bash]', ['hint tool-renamed']],
  ['tools: [read_files, EXECUTE_COMMAND]', ['hint tool-renamed']],
  ['tools: [read_files, frob]', ['warning tool-unknown']],
  ['tools: [read_files, edito]', ['warning tool-unknown']],
  ['tools: [read_files, git]', ['warning tool-shell']],
  ['tools: [read_files, mcp__github__list]', ['warning tool-mcp-shape']],
  ['skills: [a, b]', []],
  ['skills: [1]', ['error field-value']],
  ['providerId: anthropic\nmodelId: claude-sonnet-4-5', []],
  ['modelId: sonnet', []],
  ['modelId: 3', ['error field-value']],
  ['modelId: " "', ['error field-value']],
  ['model: sonnet', ['warning field-misnamed']],
  ['maxIterations: 5', []],
  ['maxIterations: 0', ['error field-value']],
  ['maxIterations: 1.5', ['error field-value']],
  ['maxIterations: "5"', ['error field-value']],
  ['maxTurns: 5', ['warning field-misnamed']],
  ['color: red', ['warning field-foreign']],
  ['systemPrompt: x', ['warning field-stray']],
  ['frobnicate: 1', ['warning field-unknown']],
  ['description: Does another thing.', ['error key-duplicate']],
  ['maxIterations: 5\n...\nx: 1', ['error yaml-syntax']],
  ['x: !foo bar', ['warning field-unknown']],
  ['skills: a: b', ['error yaml-colon']],
];

describe('problems in Cline agents', () => {
  for (const [fields, expected] of reports) {
    it(`of ${fields}`, () => {
      const text = withFields(fields);
      const found = findingsIn(text).filter(({ rule }) => !['name-file', 'yaml-tag'].includes(rule));
      assert.deepEqual(named(found), expected, messagesOf(found));
      assert.equal(
        agentIn(text).verdict()?.verdict === 'does-not-load',
        found.some(({ severity }) => severity === 'error'),
      );
    });
  }

  const texts: readonly (readonly [string, string, readonly string[]])[] = [
    ['one byte order mark', `\uFEFF${withFields('skills: a')}`, []],
    ['two byte order marks', `\uFEFF\uFEFF${withFields('skills: a')}`, ['frontmatter-opening']],
    ['spaces after the opening dashes', withFields('skills: a').replace('---', '---  '), []],
    ['spaces after the closing dashes', withFields('skills: a').replace('---\nHi', '--- \nHi'), []],
    ['no body', withFields('skills: a', ''), ['body-empty']],
    ['plain YAML', 'name: a\ndescription: Does a thing.\nsystemPrompt: Hi\n', ['frontmatter-missing']],
    ['a note', '# Agents\n', ['frontmatter-missing']],
    ['no name', '---\ndescription: Does a thing.\n---\nHi\n', ['name-missing']],
    ['a name of spaces', '---\nname: " "\ndescription: Does a thing.\n---\nHi\n', ['field-value']],
    ['no end', '---\nname: a\ndescription: Does a thing.\nHi\n', ['frontmatter-unclosed']],
    [
      'a description from a merge',
      '---\nb: &b { description: x }\n<<: *b\nname: a\n---\nHi\n',
      ['description-missing'],
    ],
  ];
  for (const [what, text, expected] of texts) {
    it(`of ${what}`, () => {
      assert.deepEqual(errorsIn(findingsIn(text)), expected);
      assert.equal(agentIn(text).verdict()?.verdict === 'does-not-load', expected.length > 0);
    });
  }

  it('say what the log of the program says', () => {
    const [found] = findingsIn(withFields('maxIterations: 0')).filter(({ rule }) => rule === 'field-value');
    assert.match(found?.message ?? '', /Missing closing YAML frontmatter delimiter/);
  });

  it('offer only safe fixes that are proved', () => {
    assertSafeFixes(agentIn(withFields('tools: [read_files, Bash, bash, frob]')));
  });
});

describe('the end of the frontmatter of Cline agents', () => {
  const bodyOf = (text: string): string | undefined => {
    const reading = agentIn(text).reading();
    return reading.kind === 'read' ? text.slice(reading.closer.end).trim() : undefined;
  };

  it('is the last line of dashes up to which everything is right', () => {
    assert.equal(bodyOf('---\nname: a\ndescription: b\n---\nTop\n\n---\n\nBelow\n'), 'Top\n\n---\n\nBelow');
    assert.equal(bodyOf('---\n# note\n---\nname: a\ndescription: b\n---\nHi\n'), 'Hi');
    assert.equal(bodyOf('---\n---\nname: a\ndescription: b\n---\nHi\n'), 'Hi');
    assert.equal(bodyOf('---\nname: a\n---\ndescription: b\n---\nHi\n'), 'description: b\n---\nHi');
  });
});

describe('tools of Cline agents', () => {
  const all = ['read_files', 'search_codebase', 'editor', 'run_commands', 'fetch_web_content', 'ask_question'];

  it('are those of the list, in any case, and the one for skills with its field', () => {
    assert.deepEqual(toolsOf('maxIterations: 3'), all);
    assert.deepEqual(toolsOf('skills: a'), [...all, 'skills']);
    assert.deepEqual(toolsOf('tools: READ_FILES, Bash, read_file , Write'), ['read_files', 'run_commands']);
    assert.deepEqual(toolsOf('tools: read_files editor'), []);
    assert.deepEqual(toolsOf('tools: ["read_files, editor"]'), []);
    assert.deepEqual(toolsOf('tools: [" editor "]'), ['editor']);
    assert.deepEqual(toolsOf('tools: ["*"]'), []);
    assert.deepEqual(toolsOf('tools: skills'), []);
    assert.deepEqual(toolsOf('tools: []\nskills: a'), ['skills']);
  });
});

/** Texts before and after a quick fix, with its title. */
const fixes: FixTable = [
  ['tools: [Re$0ad, editor]', /`read_files`/, 'tools: [read_files, editor]'],
  ['tools: edito$0, read_files', /`editor`/, 'tools: editor, read_files'],
  ['tools: [Ba$0sh]', /`run_commands`/, 'tools: [run_commands]'],
  ['mod$0el: sonnet', /`modelId`/, 'modelId: sonnet'],
  ['max$0Turns: 3', /`maxIterations`/, 'maxIterations: 3'],
  ['maxIterations: "$020"', /`20`/, 'maxIterations: 20'],
];

describe('quick fixes in Cline agents', () => {
  itFixes(host, withFields, fixes);
});

describe('completion in Cline agents', () => {
  it('offers fields and tools', () => {
    const fields = offered(withFields('$0'));
    assert.ok(fields.includes('maxIterations') && fields.includes('modelId') && !fields.includes('name'));
    for (const list of ['tools: [$0]', 'tools: $0', 'tools: editor, $0']) {
      const tools = offered(withFields(list));
      assert.ok(tools.includes('read_files') && !tools.includes('submit_and_exit'), `${list}: ${tools.join()}`);
    }
  });
});

describe('hovers in Cline agents', () => {
  itExplains(host, [
    [withFields('to$0ols: [editor]'), /Case does not matter/],
    [withFields('tools: [Read_$0Files]'), /\*\*read_files\*\*/],
    [withFields('tools: [Ba$0sh]'), /`run_commands`/],
    [withFields('maxIter$0ations: 3'), /turns/],
    [withFields('tools: [mcp__git$0__log]'), /no tools of MCP servers/],
  ]);
});

describe('lenses, symbols and formatting in Cline agents', () => {
  it('say how the agent loads', () => {
    assert.equal(lens(withFields('tools: [editor, Read]')), 'Loads as a · 1 tool · Read ignored');
    assert.equal(lens(withFields('maxIterations: 3')), 'Loads as a · every tool');
    assert.match(lens(withFields('maxIterations: 0')) ?? '', /^Not loaded: .*maxIterations/);
  });

  itListsSymbols(host, withFields);

  it('convert a list to another style', () => {
    const text = withFields('tools: [read_files,editor]');
    assert.equal(formatted(text, 'keep'), withFields('tools: [read_files, editor]'));
    assert.equal(formatted(text, 'block'), withFields('tools:\n  - read_files\n  - editor'));
    assert.equal(formatted(text, 'comma'), withFields('tools: read_files, editor'));
  });
});

/** The features of the editor in Cline agents. Long because it is one table for each feature. */
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
import { lint } from '../../server/core/lint/lint';
import { document } from '../../server/core/text/document';
import { applyEdits } from '../../server/core/text/edits';
import { offsetAt } from '../../server/core/text/source';
import { detect } from '../../server/core/workspace/detect';
import { readMarks } from '../marks';

const format = formatById('cline');
assert.ok(format !== undefined);

const uri = 'file:///w/.cline/agents/a.yaml';

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
      const found = lint(agentIn(text)).findings.filter(({ rule }) => !['name-file', 'yaml-tag'].includes(rule));
      assert.deepEqual(
        found.map(({ severity, rule }) => `${severity} ${rule}`),
        expected,
        found.map(({ message }) => message).join('\n'),
      );
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
      const errors = lint(agentIn(text)).findings.filter(({ severity }) => severity === 'error');
      assert.deepEqual(
        errors.map(({ rule }) => rule),
        expected,
      );
      assert.equal(agentIn(text).verdict()?.verdict === 'does-not-load', expected.length > 0);
    });
  }

  it('say what the log of the program says', () => {
    const [found] = lint(agentIn(withFields('maxIterations: 0'))).findings.filter(({ rule }) => rule === 'field-value');
    assert.match(found?.message ?? '', /Missing closing YAML frontmatter delimiter/);
  });

  it('offer only safe fixes that are proved', () => {
    const text = withFields('tools: [read_files, Bash, bash, frob]');
    const agent = agentIn(text);
    for (const fix of lint(agent).findings.flatMap(({ fixes = [] }) => fixes.filter(({ safe }) => safe)))
      assert.ok(isProvedSafe(agent, fix.edits), fix.title);
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
const fixes: readonly (readonly [string, RegExp, string])[] = [
  ['tools: [Re$0ad, editor]', /`read_files`/, 'tools: [read_files, editor]'],
  ['tools: edito$0, read_files', /`editor`/, 'tools: editor, read_files'],
  ['tools: [Ba$0sh]', /`run_commands`/, 'tools: [run_commands]'],
  ['mod$0el: sonnet', /`modelId`/, 'modelId: sonnet'],
  ['max$0Turns: 3', /`maxIterations`/, 'maxIterations: 3'],
];

describe('quick fixes in Cline agents', () => {
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

describe('completion in Cline agents', () => {
  const offered = (marked: string): readonly string[] => {
    const { agent, offset } = atCursor(marked);
    return completionAt(agent, offset).map(({ label }) => label);
  };

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
  const table: readonly (readonly [string, RegExp])[] = [
    [withFields('to$0ols: [editor]'), /Case does not matter/],
    [withFields('tools: [Read_$0Files]'), /\*\*read_files\*\*/],
    [withFields('tools: [Ba$0sh]'), /`run_commands`/],
    [withFields('maxIter$0ations: 3'), /turns/],
    [withFields('tools: [mcp__git$0__log]'), /no tools of MCP servers/],
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

describe('lenses, symbols and formatting in Cline agents', () => {
  const lens = (text: string): string | undefined => lensesOf(agentIn(text))[0]?.command?.title;

  it('say how the agent loads', () => {
    assert.equal(lens(withFields('tools: [editor, Read]')), 'Loads as `a` · 1 tool · `Read` ignored');
    assert.equal(lens(withFields('maxIterations: 3')), 'Loads as `a` · every tool');
    assert.match(lens(withFields('maxIterations: 0')) ?? '', /^Not loaded: .*`maxIterations`/);
  });

  it('list fields and sections', () => {
    const symbols = symbolsOf(agentIn(withFields('tools: [editor]', '# One')));
    const names = symbols.flatMap(({ name, children = [] }) => [name, ...children.map((child) => child.name)]);
    for (const name of ['tools', 'One']) assert.ok(names.includes(name), names.join());
  });

  it('convert a list to another style', () => {
    const agent = agentIn(withFields('tools: [read_files,editor]'));
    const formatted = (listStyle: 'keep' | 'block' | 'comma'): string =>
      edited(agent, formatOf(agent, { sortKeys: false, listStyle }));
    assert.equal(formatted('keep'), withFields('tools: [read_files, editor]'));
    assert.equal(formatted('block'), withFields('tools:\n  - read_files\n  - editor'));
    assert.equal(formatted('comma'), withFields('tools: read_files, editor'));
  });
});

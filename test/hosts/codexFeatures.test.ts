/** The features of the editor in Codex agents, which are TOML. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { actionsIn } from '../../server/core/features/actions/quickFixes';
import { completionAt } from '../../server/core/features/completion/completion';
import { formatOf } from '../../server/core/features/format/format';
import { lensesOf } from '../../server/core/features/lenses';
import { foldingOf } from '../../server/core/features/structure/folding';
import { selectionAt } from '../../server/core/features/structure/selection';
import { symbolsOf } from '../../server/core/features/structure/symbols';
import { tokensOf } from '../../server/core/features/tokens';
import { lint } from '../../server/core/lint/lint';
import { document } from '../../server/core/text/document';
import { applyEdits } from '../../server/core/text/edits';
import { edited, featuresOf, itExplains, lineOfCursor, messagesOf } from './hostFeatures';

const host = featuresOf('codex', 'file:///w/.codex/agents/a.toml');
const { agentIn, atCursor, findingsIn } = host;

const withFields = (fields: string): string =>
  document`
    name = "a"
    description = "Reads a diff. Use it after code was written."
    ${fields}
    developer_instructions = '''
    You review code.
    '''
    `;

describe('problems in Codex agents', () => {
  const cases: readonly (readonly [fields: string, ...rules: readonly string[]])[] = [
    ['model = "gpt-5"'],
    ['# a note'],
    [
      'sandbox_mode = "read-only"\napproval_policy = { granular = { sandbox_approval = true, rules = true, mcp_elicitations = true } }',
    ],
    ['model_reasoning_effort = "any word"'],
    ['mcp_servers = { docs = { command = "x" } }'],
    ['project_doc_max_bytes = 0x10'],
    ['sandbox_mode = "readonly"', 'field-value'],
    ['approval_policy = "granular"', 'field-value'],
    ['approval_policy = { granular = {} }', 'field-value'],
    ['hide_agent_reasoning = "true"', 'field-value'],
    ['model_context_window = 1.0', 'field-value'],
    ['model = ""', 'field-value'],
    ['nickname_candidates = []', 'field-value'],
    ['nickname_candidates = ["A", "A "]', 'field-value'],
    ['mcp_servers = { docs = { command = "x", url = "y" } }', 'field-value'],
    ['mcp_servers = { docs = {} }', 'field-value'],
    ['tools = ["Read"]', 'field-value'],
    ['skills = []'],
    ['skills = ["a"]', 'field-value'],
    ['color = "red"', 'field-foreign'],
    ['prompt = "x"', 'field-misnamed'],
    ['sandboxmode = "read-only"', 'field-misnamed'],
    ['zzz = 1', 'field-unknown'],
    ['model = "gpt-5"\nmodel = "gpt-6"', 'key-duplicate'],
    ['model = gpt', 'toml-syntax'],
    ['model: "gpt"', 'toml-syntax'],
    ['model = "sonnet"', 'model-foreign'],
    ['model = "inherit"', 'model-foreign'],
  ];
  for (const [fields, ...rules] of cases) {
    it(`of ${fields}`, () => {
      const findings = findingsIn(withFields(fields));
      assert.deepEqual(
        findings.map(({ rule }) => rule),
        rules,
        messagesOf(findings),
      );
    });
  }

  it('of a file without fields', () => {
    const findings = findingsIn('# nothing\n');
    assert.deepEqual(findings.map(({ rule }) => rule).sort(), ['body-empty', 'description-missing', 'name-missing']);
  });

  it('of the prompt are found where they are', () => {
    const text = withFields('').replace('You review code.', '## One\n\n## One\n\nx');
    const [finding] = findingsIn(text).filter(({ rule }) => rule === 'heading-duplicate');
    assert.ok(finding !== undefined);
    assert.equal(text.slice(finding.span.start, finding.span.end), '## One');
  });

  it('can be disabled by comments', () => {
    assert.deepEqual(findingsIn(withFields('# agent-authoring-ignore field-unknown\nzzz = 1')), []);
  });
});

describe('quick fixes in Codex agents', () => {
  const fixes: readonly (readonly [before: string, title: string, after: string])[] = [
    ['sandbox_mode = "readonly"', 'Replace `"readonly"` with `"read-only"`', 'sandbox_mode = "read-only"'],
    ['model = gpt-5', 'Write this line as TOML', 'model = "gpt-5"'],
    ['model: gpt-5', 'Write this line as TOML', 'model = "gpt-5"'],
    ['model = "gpt-5', 'Write this line as TOML', 'model = "gpt-5"'],
    ["model = 'gpt-5", 'Write this line as TOML', 'model = "gpt-5"'],
    ['model = "5\n\n[agents]', 'Write this line as TOML', 'model = "5"\n\n[agents]'],
    ['model = "It\'s "here" now\n# b', 'Write this line as TOML', 'model = "It\'s \\"here\\" now"\n# b'],
    [`model = Monitor of 27"`, 'Write this line as TOML', `model = "Monitor of 27\\""`],
    [
      'mcpServers = { docs = { command = "x" } }',
      'Rename `mcpServers` to `mcp_servers`',
      'mcp_servers = { docs = { command = "x" } }',
    ],
  ];
  for (const [before, title, after] of fixes) {
    it(`of ${before}`, () => {
      const agent = agentIn(withFields(before));
      const all = lint(agent).findings.flatMap(({ fixes: offered = [] }) => offered);
      const fix = all.find((one) => one.title === title);
      assert.ok(fix !== undefined, all.map((one) => one.title).join());
      assert.equal(applyEdits(agent.file.source.text, fix.edits), withFields(after));
    });
  }
  for (const fields of ['model = "one\ntwo"', "model = 'one\n  two'", 'model = """one']) {
    it(`are not offered where the string may go on: ${fields}`, () => {
      const offered = findingsIn(withFields(fields)).flatMap(({ rule, fixes = [] }) =>
        rule === 'toml-syntax' ? [fixes.map(({ title }) => title)] : [],
      );
      assert.ok(offered.length > 0);
      assert.deepEqual(offered.flat(), []);
    });
  }

  it('add what is missing', () => {
    let agent = agentIn('[features]\nx = true\n');
    for (const id of ['name-missing', 'description-missing', 'body-empty']) {
      const [fix] = lint(agent).findings.find(({ rule }) => rule === id)?.fixes ?? [];
      assert.ok(fix !== undefined, id);
      agent = agentIn(applyEdits(agent.file.source.text, fix.edits));
    }
    assert.equal(
      agent.file.source.text,
      'name = "a"\ndescription = "Use this agent when …"\ndeveloper_instructions = "You are …"\n[features]\nx = true\n',
    );
    assert.equal(agent.verdict()?.verdict, 'loads');
  });

  it('are actions of the editor', () => {
    const agent = agentIn(withFields('sandbox_mode = "readonly"'));
    const { text } = agent.file.source;
    const start = text.indexOf('"readonly"');
    const titles = actionsIn(agent, { start, end: start }, { uri: 'file:///w/a.toml' }).map(({ title }) => title);
    assert.ok(titles.includes('Replace `"readonly"` with `"read-only"`'), titles.join());
  });
});

describe('completion in Codex agents', () => {
  const completed = (marked: string, label: string): string => {
    const { agent, offset } = atCursor(marked);
    const items = completionAt(agent, offset);
    const item = items.find((one) => one.label === label);
    assert.ok(item?.textEdit !== undefined && 'range' in item.textEdit, items.map((one) => one.label).join());
    return edited(agent, [item.textEdit]);
  };

  const cases: readonly (readonly [marked: string, label: string, after: string])[] = [
    [withFields('$0'), 'model', withFields('model = ')],
    [withFields('sand$0'), 'sandbox_mode', withFields('sandbox_mode = ')],
    [withFields('mo$0del = "x"'), 'model_verbosity', withFields('model_verbosity = "x"')],
    [withFields('sandbox_mode = $0'), 'read-only', withFields('sandbox_mode = "read-only"')],
    [withFields('sandbox_mode =$0'), 'read-only', withFields('sandbox_mode = "read-only"')],
    [withFields('sandbox_mode = "$0"'), 'read-only', withFields('sandbox_mode = "read-only"')],
    [withFields('sandbox_mode = "re$0ad"'), 'read-only', withFields('sandbox_mode = "read-only"')],
    [
      "name = 'a'\n[sandbox_workspace_write]\n$0\n",
      'network_access',
      "name = 'a'\n[sandbox_workspace_write]\nnetwork_access = \n",
    ],
    ["name = 'a'\n[mcp_servers.docs]\nco$0\n", 'command', "name = 'a'\n[mcp_servers.docs]\ncommand = \n"],
    ['[shell_environment_policy]\ninherit = $0\n', 'core', '[shell_environment_policy]\ninherit = "core"\n'],
  ];
  for (const [marked, label, after] of cases) {
    it(`of ${JSON.stringify(lineOfCursor(marked))}`, () => assert.equal(completed(marked, label), after));
  }

  it('writes a whole agent into an empty file', () => {
    const after = completed('$0', 'agent fields');
    assert.equal(agentIn(after).verdict()?.verdict, 'loads');
  });

  it('offers headings in the prompt, and nothing in a string', () => {
    const heading = atCursor(withFields('').replace('You review code.', '## $0'));
    assert.ok(completionAt(heading.agent, heading.offset).length > 5);
    const inside = atCursor(withFields('instructions = "a $0 b"'));
    assert.deepEqual(completionAt(inside.agent, inside.offset), []);
  });
});

describe('hovers in Codex agents', () => {
  itExplains(host, [
    [withFields('sandbox_$0mode = "read-only"'), /What commands can change/],
    [withFields('sandbox_mode = "read$0-only"'), /change nothing/],
    ['[sandbox_workspace_write]\nnetwork$0_access = true\n', /network/],
    [withFields('mcp_servers = { docs = { comm$0and = "x" } }'), /The program that is the server/],
  ]);
});

describe('the structure of Codex agents', () => {
  const text = withFields('[features]\nx = true\n').replace(/\[features\]\nx = true\n\n/, '');
  const long = text.replace('You review code.', '# Role\n\n## Steps\n\n- [ ] Read `a`\n');

  it('has the sections of the prompt below its field', () => {
    const symbols = symbolsOf(agentIn(long));
    assert.deepEqual(
      symbols.map(({ name }) => name),
      ['name', 'description', 'developer_instructions'],
    );
    const [role] = symbols[2]?.children ?? [];
    assert.deepEqual([role?.name, role?.children?.map(({ name }) => name)], ['Role', ['Steps']]);
  });

  it('folds the prompt and its sections, and not the whole file', () => {
    const lines = foldingOf(agentIn(long)).map(({ startLine }) => startLine);
    assert.deepEqual(lines, [2, 3, 5]);
  });

  it('expands a selection from a word of the prompt to the file', () => {
    const agent = agentIn(long);
    let range = selectionAt(agent, long.indexOf('Read'));
    let steps = 0;
    for (; range.parent !== undefined; range = range.parent) steps++;
    assert.ok(steps >= 5);
  });

  it('has tokens for its fields', () => {
    const tokens = tokensOf(agentIn(long)).map(({ line, character, length }) => [line, character, length]);
    assert.deepEqual(tokens, [
      [0, 0, 4],
      [1, 0, 11],
      [2, 0, 22],
    ]);
  });

  it('says how the agent loads, and formats nothing', () => {
    const agent = agentIn(long);
    assert.match(lensesOf(agent)[0]?.command?.title ?? '', /^Loads as a/);
    assert.deepEqual(formatOf(agent, { sortKeys: true, listStyle: 'block' }), []);
  });

  it('says what the sandbox forbids', () => {
    const lensOf = (fields: string): string => lensesOf(agentIn(withFields(fields)))[0]?.command?.title ?? '';
    assert.equal(lensOf(''), 'Loads as a · every tool');
    assert.equal(lensOf('sandbox_mode = "danger-full-access"'), 'Loads as a · every tool');
    assert.equal(
      lensOf('sandbox_mode = "read-only"\nweb_search = "disabled"'),
      'Loads as a · every tool · commands change no files · no web search',
    );
    assert.match(lensOf('sandbox_mode = "workspace-write"'), /commands change files in the project only$/);
  });
});

/** Checks, on real tokens, what the injection grammars color, what they do not, and that no base scope is lost. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { formats } from '../server/core/index';
import agents from '../snippets/agents.json';
import { bases, type Token, tokenizer } from './grammarBase';
import { expandSnippet } from './snippetExpand';

const corpus = '../shared/corpus';
const plain = 'string.unquoted.plain.out.yaml';
const flow = 'string.unquoted.plain.in.yaml';
const double = 'string.quoted.double.yaml';
const single = 'string.quoted.single.yaml';
const tool = 'support.function.tool.agent';
const mcp = 'support.function.tool.mcp.agent';
const field = 'support.type.field.agent';
const report = 'support.type.report.agent';

const own = (scope: string): boolean => scope.endsWith('.agent');
const colored = ({ scopes }: Token): boolean => own(scopes.at(-1) ?? '') && !scopes.at(-1)?.startsWith('meta.');
const inFrontMatter = (...lines: readonly string[]): string => ['---', ...lines, '---', ''].join('\n');
const inFence = (language: string, ...lines: readonly string[]): string =>
  ['', `\`\`\`${language}`, ...lines, '```', ''].join('\n');
const wordsOf = (tokens: readonly Token[], scope: string): readonly string[] =>
  tokens.filter(({ scopes }) => scopes.at(-1) === scope).map(({ text }) => text);

/** Every character of a line with the base grammar's scopes. */
const characters = (tokens: readonly Token[]): readonly string[] =>
  tokens.flatMap(({ line, text, scopes }) =>
    [...text].map((character) => `${line}${character} ${scopes.filter((scope) => !own(scope)).join(' ')}`),
  );

/** Fails with the first character whose base scopes differ. */
function assertSameBase(injected: readonly Token[], without: readonly Token[], from: string): void {
  const [actual, expected] = [characters(injected), characters(without)];
  const first = expected.findIndex((character, i) => character !== actual[i]);
  assert.equal(actual[first], expected[first], from);
  assert.equal(actual.length, expected.length, from);
}

function corpusFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

for (const base of bases()) {
  describe(`grammar, over ${base.title}`, () => {
    const tokens = async (text: string) => (await tokenizer(base, true))(text);

    /** The tools of frontmatter, each with its string scope and its own. */
    const tools = async (...lines: readonly string[]) =>
      (await tokens(inFrontMatter(...lines, 'note: Read, Edit')))
        .filter((token) => colored(token) && token.scopes.includes('meta.tools.agent'))
        .map(({ text, scopes }) => [text, ...scopes.slice(-2)]);

    it('colors tools in a string with commas', async () => {
      assert.deepEqual(await tools('tools: Read, mcp__docs__find,Edit Write # Bash'), [
        ['Read', plain, tool],
        ['mcp__docs__find', plain, mcp],
        ['Edit', plain, tool],
        ['Write', plain, tool],
      ]);
    });

    it('colors tools in a flow list, quoted or not', async () => {
      const expected = [
        ['Read', flow, tool],
        ['Edit', double, tool],
        ['Write', single, tool],
        ['mcp__a', flow, mcp],
      ];
      assert.deepEqual(await tools(`tools: [Read, "Edit", 'Write', mcp__a]`), expected);
      assert.deepEqual(await tools('tools: [', '  Read, "Edit",', `  'Write', mcp__a`, ']'), expected);
    });

    it('colors tools in a block list, indented or not, also under a quoted key', async () => {
      const items = ['- Read', '- "Edit"', '', '# Glob', '- mcp__a__*'];
      const expected = [
        ['Read', plain, tool],
        ['Edit', double, tool],
        ['mcp__a__*', plain, mcp],
      ];
      assert.deepEqual(await tools('disallowedTools:', ...items), expected);
      assert.deepEqual(await tools('"tools":', ...items.map((item) => `  ${item}`)), expected);
    });

    it('colors the parts of a tool with a pattern', async () => {
      assert.deepEqual(await tools('tools: Bash(git add:*, x), Read'), [
        ['Bash', plain, tool],
        ['(', plain, 'punctuation.section.arguments.begin.agent'],
        ['git add:*, x', plain, 'variable.parameter.pattern.agent'],
        [')', plain, 'punctuation.section.arguments.end.agent'],
        ['Read', plain, tool],
      ]);
    });

    it('finds the same characters after an emoji', async () => {
      assert.deepEqual(await tools('description: 🔒🐍 tools', 'tools: "🔒 Read, 🐍, Edit"'), [
        ['Read', double, tool],
        ['Edit', double, tool],
      ]);
    });

    it('does not color what is not a tool', async () => {
      assert.deepEqual(await tools('tools: rEAD, Readers, MyRead, Re-Read, Read/x, mcpx, xmcp__a'), []);
    });

    it('knows every tool of every host and every old name that still works', async () => {
      const former = formats.flatMap(({ retired }) => Object.entries(retired));
      const works = former.filter(([, { state }]) => state === 'alias works').map(([name]) => name);
      const names = [...new Set([...formats.flatMap(({ tools: known }) => Object.keys(known)), ...works])];
      const gone = former.map(([name]) => name).filter((name) => !names.includes(name));
      const found = await tokens(inFrontMatter(`tools: ${[...names, ...gone].join(', ')}`));
      assert.deepEqual(wordsOf(found, tool), names);
    });

    it('knows every field of every host, at the top level only', async () => {
      const yaml = formats.filter(({ notation }) => notation === undefined);
      const names = [...new Set(yaml.flatMap(({ fields }) => Object.keys(fields)))];
      const found = await tokens(
        inFrontMatter(
          ...names.map((name) => `${name}:`),
          '"color": red',
          'own: x',
          '  name: y',
          'my-name: z',
          'names: z',
        ),
      );
      assert.deepEqual(wordsOf(found, field), [...names, 'color']);
      const [name] = found.filter(({ text }) => text === 'name');
      assert.deepEqual(name?.scopes.slice(-3), ['string.unquoted.plain.yaml', 'entity.name.tag.yaml', field]);
    });

    it('does not color values of other fields', async () => {
      const found = await tokens(
        inFrontMatter(
          'description: Use Read and Edit. tools: Read',
          'note: |',
          '  tools: Read',
          'hooks:',
          '  tools: [Read]',
        ),
      );
      assert.deepEqual(
        found.filter(colored).map(({ text }) => text),
        ['description', 'hooks'],
      );
    });

    it('does not color prose, headings and other code blocks', async () => {
      const lines = ['name: x', 'tools: Read, Bash(git:*)', 'tools:', '- Read', 'agent: x', 'error_handling:'];
      const text = [
        inFrontMatter('own: x'),
        ...lines,
        '# tools: Read',
        'completion_report:',
        inFence('yaml', ...lines, '  agent: x'),
        inFence('yaml', 'x: "completion_report:"', '# completion_report:', 'completion_report: "agent: x"'),
        inFence('text', 'completion_report:', '  agent: x'),
        '---',
        'name: x',
        '---',
      ].join('\n');
      assert.deepEqual(
        (await tokens(text)).flatMap(({ scopes }) => scopes.filter(own)),
        [],
      );
    });

    it('colors the keys of the completion report, as the snippet writes them', async () => {
      const { text } = expandSnippet(agents['Completion Report'].body.join('\n'));
      const keys = text.split('\n').flatMap((line) => /^ *([a-z_]+):/.exec(line)?.[1] ?? []);
      const found = await tokens(`\n${text}`);
      assert.deepEqual(wordsOf(found, report), keys);
      const root = found.find(({ text: word }) => word === 'completion_report');
      assert.deepEqual(root?.scopes.slice(-3), ['string.unquoted.plain.yaml', 'entity.name.tag.yaml', report]);
    });

    it('ends the report with its block', async () => {
      const lines = [
        'other:',
        '  agent: x',
        'completion_report:',
        '  own: x',
        '  agent: x',
        '',
        '# x',
        '  error_handling:',
      ];
      const found = await tokens(inFence('yaml', ...lines, '    - "agent: x"', 'next:', '  agent: y'));
      assert.deepEqual(wordsOf(found, report), ['completion_report', 'agent', 'error_handling']);
      assert.ok(found.filter(({ line }) => line > 11).every(({ scopes }) => !scopes.some(own)));
    });

    it('adds scopes and removes none', async () => {
      const without = await tokenizer(base, false);
      const text = [
        inFrontMatter('name: a', 'tools: Read, Bash(x) # y', 'tools: [Read, "Edit"]', 'tools:', '  - Read', 'model: b'),
        inFence(
          'yaml',
          'completion_report:',
          '  agent: "x"',
          '  files_modified: ["a"]',
          '  own:',
          '    - x',
          'next: z',
        ),
      ].join('\n');
      const found = await tokens(text);
      assert.ok(found.some(colored));
      assertSameBase(found, without(text), text);
    });

    it('adds scopes and removes none in real files', async (t) => {
      if (!existsSync(corpus)) return t.skip('the corpus is not on this machine');
      const [injected, without] = [await tokenizer(base, true), await tokenizer(base, false)];
      const files = corpusFiles(corpus).filter((_, i) => i % 15 === 0);
      for (const file of files) {
        const text = readFileSync(file, 'utf8');
        assertSameBase(injected(text), without(text), file);
      }
      return t.diagnostic(`${files.length} files of the corpus under ${base.title}`);
    });
  });
}

it('says which grammars were found', (t) => {
  t.diagnostic(
    `tested over ${bases()
      .map(({ title }) => title)
      .join(' and ')}`,
  );
  if (bases().length === 1) t.skip('no VS Code on this machine: set VSCODE_HOST_DIR to test over its grammars');
});

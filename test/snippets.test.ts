/** Checks that every snippet expands to valid text: code that parses, YAML that loads, no undefined names. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { transformSync } from 'esbuild';
import { parseDocument } from 'yaml';
import { reportKeys as reportKeyKinds } from '../server/core/index';
import agents from '../snippets/agents.json';
import endpoints from '../snippets/endpoints.json';
import { type Expansion, expandSnippet, type Inputs } from './snippetExpand';

interface Snippet {
  readonly prefix: string;
  readonly body: readonly string[];
  readonly description: string;
}

interface CodeFence {
  readonly language: string;
  readonly code: string;
}

const endpointSnippets: Readonly<Record<string, Snippet>> = endpoints;
const snippets: Readonly<Record<string, Snippet>> = { ...endpointSnippets, ...agents };
const titles = Object.keys(snippets);
const seed = '../shared/seed/python-api-expert.md';
const python = spawnSync('python3', ['--version']).status === 0;

const reportKeys = reportKeyKinds.map(({ key }) => key);

/** The names that a module uses and that neither it nor Python defines, one per line. */
const undefinedNames = `
import builtins, sys, symtable
module = symtable.symtable(sys.stdin.read(), "fence", "exec")
def made(symbol):
    return symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()
known = {s.get_name() for s in module.get_symbols() if made(s)} | set(dir(builtins))
tables = [module]
while tables:
    table = tables.pop()
    tables += table.get_children()
    for s in table.get_symbols():
        if s.is_referenced() and (table is module or s.is_global()) and s.get_name() not in known:
            print(s.get_name())
`;

function runPython(program: string, input: string): string {
  const { status, stdout, stderr } = spawnSync('python3', ['-c', program], { input, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
}

function expand(title: string, inputs?: Inputs): Expansion {
  const snippet = snippets[title];
  assert.ok(snippet, `no snippet is called ${title}`);
  return expandSnippet(snippet.body.join('\n'), inputs);
}

/** The fences of a text whose fence lines are at the margin; fails when one is not closed. */
function fencesOf(text: string): readonly CodeFence[] {
  const parts = text.split(/^```/m);
  assert.equal(parts.length % 2, 1, 'a fence is not closed');
  return parts
    .filter((_, i) => i % 2 === 1)
    .map((part) => {
      const end = part.indexOf('\n');
      return { language: part.slice(0, end), code: part.slice(end + 1) };
    });
}

function onlyFence(title: string, inputs?: Inputs): CodeFence {
  const { text } = expand(title, inputs);
  const [fence, ...more] = fencesOf(text);
  assert.ok(fence && more.length === 0, `${title} has one fence`);
  return fence;
}

function yamlOf(text: string): unknown {
  const document = parseDocument(text);
  assert.deepEqual(document.errors, []);
  assert.deepEqual(document.warnings, []);
  return document.toJS();
}

function assertParses({ language, code }: CodeFence): void {
  if (language === 'python') {
    if (python) runPython('import ast, sys; ast.parse(sys.stdin.read())', code);
  } else if (language === 'typescript') {
    transformSync(code, { loader: 'ts', tsconfigRaw: { compilerOptions: { experimentalDecorators: true } } });
  } else if (language === 'yaml') yamlOf(code);
  else assert.fail(`no parser for ${language}`);
}

/** The snippet with its defaults, and once more for each further value of each choice. */
function variants(title: string): readonly Expansion[] {
  const first = expand(title);
  const others = [...first.choices].flatMap(([index, values]) =>
    values.slice(1).map((value) => expand(title, { typed: new Map([[index, value]]) })),
  );
  return [first, ...others];
}

describe('snippets', () => {
  it('have a unique prefix and a description of one line', () => {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);
    assert.equal(new Set(prefixes).size, titles.length);
    for (const prefix of prefixes) assert.match(prefix, /^agent-[a-z-]+$/);
    for (const { description } of Object.values(snippets)) assert.match(description, /^[A-Z].{20,}[^.]$/);
  });

  for (const title of titles) {
    it(`${title}: expands with a default at every tabstop and a final cursor`, () => {
      const { text, bare, tabstops } = expand(title);
      assert.deepEqual(bare, []);
      assert.ok(tabstops.includes(0), 'no $0');
      assert.deepEqual(
        [...tabstops].sort((a, b) => a - b),
        tabstops.map((_, i) => i),
        'numbers without a gap',
      );
      assert.doesNotMatch(text, /[$\t\r]|[^\S\n]$/m, 'left-over syntax, tabs or trailing blanks');
    });

    it(`${title}: every code block parses in its language, with any choice`, (t) => {
      const fences = variants(title).flatMap(({ text }) => fencesOf(text));
      if (!python && fences.some(({ language }) => language === 'python')) return t.skip('python3 is not installed');
      return fences.forEach(assertParses);
    });
  }
});

describe('endpoint patterns', () => {
  for (const title of Object.keys(endpointSnippets)) {
    it(`${title}: is one code block and nothing else`, () => {
      const { text } = expand(title);
      assert.match(text, /^```(python|typescript)\n/);
      assert.ok(text.endsWith('\n```\n'));
      assert.equal(fencesOf(text).length, 1);
    });

    it(`${title}: names follow what is typed at their tabstops`, () => {
      const typed = new Map([
        [1, 'reply'],
        [2, 'Reply'],
        [3, 'publish'],
        [4, 'replies'],
        [5, 'subject'],
        [7, 'votes'],
      ]);
      const { code } = onlyFence(title, { typed });
      assert.doesNotMatch(
        code,
        /\bitems?\b|\bItem|\bitem[A-Z_]|_item|\bcreate\b|\bcreate_|\bname: [sz]|quantity|replys/,
      );
      for (const name of ['ReplyConflictError', 'publish', 'subject', 'votes', 'api/v1/replies']) {
        assert.ok(code.includes(name), name);
      }
    });
  }

  it('FastAPI: uses only defined names', (t) => {
    if (!python) return t.skip('python3 is not installed');
    assert.equal(runPython(undefinedNames, 'def f(a): return a + missing\nlost'), 'lost\nmissing\n');
    return assert.equal(runPython(undefinedNames, onlyFence('Endpoint Pattern: FastAPI').code), '');
  });

  it('FastAPI: calls nothing that Pydantic 2 deprecates', () => {
    const { code } = onlyFence('Endpoint Pattern: FastAPI');
    assert.match(code, /\.model_dump\(\)/);
    assert.doesNotMatch(code, /\.dict\(|\.parse_obj\(|class Config|@validator|Optional\[|Field\(\.\.\./);
  });
});

describe('agent snippets', () => {
  for (const title of ['Completion Report', 'Response Format', 'New Agent']) {
    it(`${title}: has every key of the completion report, with the file's name as agent`, () => {
      const fence = fencesOf(expand(title, { variables: { TM_FILENAME_BASE: 'api-expert' } }).text)[0];
      assert.deepEqual(Object.keys(reportOf(fence)), reportKeys);
      assert.equal(Object.values(reportOf(fence))[0], 'api-expert');
    });
  }

  it('the keys of the file that the report comes from are among them, in their order', (t) => {
    if (!existsSync(seed)) return t.skip('the file is not on this machine');
    const fence = fencesOf(readFileSync(seed, 'utf8')).find(({ language }) => language === 'yaml');
    const own = Object.keys(reportOf(fence));
    assert.ok(own.length > 0);
    return assert.deepEqual(
      reportKeys.filter((key) => own.includes(key)),
      own,
    );
  });

  it('New Agent: its frontmatter parses, with any choice', () => {
    for (const { text } of variants('New Agent')) {
      const [before, frontMatter, body] = text.split(/^---\n/m);
      assert.equal(before, '');
      assert.deepEqual(Object.keys(mapOf(yamlOf(frontMatter ?? ''))), ['name', 'description', 'tools', 'model']);
      assert.ok(body?.startsWith('\nYou are '));
    }
  });

  it('headings are those of the file, with its emoji decoded', () => {
    const headings = titles.flatMap((title) =>
      expand(title)
        .text.split('\n')
        .filter((line) => line.startsWith('#')),
    );
    for (const heading of ['## 🔒 ACCESS RESTRICTIONS', '### ✅ ALLOWED ACCESS:', '### ❌ FORBIDDEN ACCESS:']) {
      assert.ok(headings.includes(heading), heading);
    }
    assert.ok(headings.includes('## Task Execution Protocol'));
    assert.ok(headings.includes('### ✅ Pre-Delivery Checklist'));
  });
});

function reportOf(fence: CodeFence | undefined): Readonly<Record<string, unknown>> {
  assert.ok(fence, 'no fence');
  const { completion_report: report } = mapOf(yamlOf(fence.code));
  return mapOf(report);
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  assert.ok(typeof value === 'object' && value !== null && !Array.isArray(value), 'not a map');
  return Object.fromEntries(Object.entries(value));
}

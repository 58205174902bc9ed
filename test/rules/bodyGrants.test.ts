/** What the body requires against what the frontmatter grants: tables of small bodies, each read with one list of tools. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readAgent } from '../../server/core/agent/agent';
import type { Format } from '../../server/core/hosts/host';
import { formatById } from '../../server/core/hosts/index';
import { lint } from '../../server/core/lint/lint';

const ids: ReadonlySet<string> = new Set([
  'tool-not-granted',
  'body-mcp-command',
  'body-mcp-spelling',
  'body-tool-removed',
]);

const named = (id: string): Format => formatById(id) ?? assert.fail(id);

/** The marked texts of the findings of these rules, each with the severity where it is not information. */
function marked(frontmatter: string, body: string, format = named('claude-code')): readonly string[] {
  const text = `---\nname: a\ndescription: Does a thing.\n${frontmatter}---\n${body}\n`;
  const { findings, failures } = lint(readAgent(text, format));
  assert.deepEqual(failures, []);
  return findings
    .filter(({ rule }) => ids.has(rule))
    .map(({ span, severity }) => text.slice(span.start, span.end) + (severity === 'information' ? '' : ` ${severity}`));
}

const fence = (code: string, language = 'bash'): string => `\`\`\`${language}\n${code}\n\`\`\``;

/** A body, and what is marked in it. */
type Case = readonly [body: string, found: readonly string[]];

function table(frontmatter: string, cases: readonly Case[], format?: Format): void {
  for (const [body, found] of cases)
    it(JSON.stringify(body), () => assert.deepEqual(marked(frontmatter, body, format), found));
}

const list = 'tools: Read\n';

describe('skills that the tool list does not grant', () => {
  table(list, [
    ['Use the `deploy` skill.', ['deploy']],
    ['Load **`deploy`** skill before the release.', ['deploy']],
    ['First invoke the skill `ops:deploy`.', ['ops:deploy']],
    ['Use `skill: deploy`.', ['skill: deploy']],
    ['Invoke skill: deploy-app.', ['deploy-app']],
    ['Invoke Skill: "deploy".', ['deploy']],
    ['Load the deploy-app skill.', ['deploy-app']],
    ['Use the `Skill` tool with the right name.', ['Skill']],
    [fence('Skill("deploy")', ''), ['deploy']],
    [fence('Skill(skill: "deploy")', 'text'), ['deploy']],
    ['Use the `deploy` skill. Then use the `test` skill.', ['deploy']],
    ['Use your problem-solving skill.', []],
    ['The `deploy` skill pauses the work.', []],
    ['Point users to the `deploy` skill.', []],
    ['The main agent should use the `deploy` skill.', []],
    ['Suggest to run the `deploy` skill.', []],
    ['Name the next step (almost always: run the `deploy` skill).', []],
    ['Never use the `deploy` skill.', []],
    ['Say "use the `deploy` skill".', []],
    ['> Use the `deploy` skill.', []],
    ['## Examples\n\nUse the `deploy` skill.', []],
    ['Run the `deploy` skill scripts.', []],
    ['Use the `deploy` skill as in `skills/deploy/SKILL.md`.', []],
    [`## Bad\n\n${fence('Skill("deploy")', '')}`, []],
  ]);
  for (const frontmatter of ['tools: Read, Skill\n', 'tools: Read\nskills: deploy\n', '', 'tools: "*"\n'])
    it(`none with ${JSON.stringify(frontmatter)}`, () =>
      assert.deepEqual(marked(frontmatter, 'Use the `deploy` skill.'), []));
  it('one where the skill tool is denied and all others are not', () =>
    assert.deepEqual(marked('disallowedTools: Skill\n', 'Use the `deploy` skill.'), ['deploy']));
  table('tools: [read_file]\n', [['Use the `deploy` skill.', ['deploy']]], named('gemini-cli'));
});

describe('code blocks of commands that the tool list does not grant', () => {
  table(list, [
    [`Run:\n\n${fence('npm test')}`, ['bash']],
    [`**Run:**\n${fence('npm test', 'sh')}`, ['sh']],
    [`Check the version:\n${fence('node -v')}`, ['bash']],
    [`1. **Check recent changes**\n   ${fence('git log').replaceAll('\n', '\n   ')}`, ['bash']],
    [`**Phase 1: Scan**\n${fence('grep -r x src')}`, ['bash']],
    [`### Step 2: Build\n\n${fence('# all\nCI=1 npm run build')}`, ['bash']],
    [`## Scan\n${fence('./scripts/check.sh')}`, ['bash']],
    [`## Scan\n${fence('$ npm test\n$ npm run lint', 'console')}`, ['console']],
    [`## Scan\n${fence('$ npm test\nFAIL 3 of 4', 'console')}`, []],
    [`Run this in your terminal:\n${fence('npm test')}`, []],
    [`## Commands\n${fence('npm test')}`, []],
    [`## Example: a scan\n\n### Scan\n${fence('npm test')}`, []],
    [`## Detection\n${fence('$ grep -r x src')}`, ['bash']],
    [`Users can run:\n${fence('npm test')}`, []],
    [`After that the user should run:\n${fence('npm test')}`, []],
    [`Do not run:\n${fence('npm test')}`, []],
    [`Document the command:\n${fence('curl https://example.com')}`, []],
    [`For new projects, install it:\n${fence('npm install x')}`, []],
    [`## Commands Reference\n${fence('npm test')}`, []],
    [`## Step 1: Installation\n${fence('npm install')}`, []],
    [`## Step 1\n${fence('# ❌ BAD\nnpm test')}`, []],
    [`## Step 1\n${fence('# Before\nnpm test')}`, []],
    [`## Step 1\n${fence('list(path="docs")')}`, []],
    [`## Step 1\n${fence('npm test', 'yaml')}`, []],
    [`## Step 1\n\nThis is what people see.\n\n${fence('npm test')}`, []],
    [`## Example\n\n### Step 1\n${fence('npm test')}`, []],
    [`> Run:\n>\n> ${fence('npm test').replaceAll('\n', '\n> ')}`, []],
  ]);
  table('tools: Read, Bash\n', [[`Run:\n\n${fence('npm test')}`, []]]);
  table('', [[`Run:\n\n${fence('npm test')}`, []]]);
  table('disallowedTools: Bash\n', [[`Run:\n\n${fence('npm test')}`, ['bash']]]);
  table('disallowedTools: Write\n', [[`Run:\n\n${fence('npm test')}\nUse the \`Write\` tool.`, ['Write']]]);
});

describe('MCP tools written as shell commands', () => {
  table('', [
    [fence('mcp__a__b --id=1'), ['mcp__a__b']],
    [fence('# one\n  mcp__a__b(id: 1)\nmcp__a__c', 'console'), ['mcp__a__b']],
    [fence('mcp__a__b', 'text'), []],
    [fence('echo mcp__a__b'), []],
    [fence('mcp__a'), []],
    [fence('# wrong\nmcp__a__b\nmcp__a__c'), []],
    [fence('# wrong\nmcp__a__b\n\n# right\nmcp__a__c'), ['mcp__a__c']],
    [fence('# avoid this\nls\nmcp__a__b'), ['mcp__a__b']],
    [`## Anti-Patterns\n${fence('mcp__a__b')}`, []],
    [`> ${fence('mcp__a__b').replaceAll('\n', '\n> ')}`, []],
  ]);
});

describe('MCP tools spelled differently in the list', () => {
  table('tools: Read, mcp__docs__get-page, mcp__my-tasks, mcp__log_all__*\n', [
    ['Use `mcp__docs__get_page`.', ['mcp__docs__get_page']],
    ['Use mcp__my_tasks__next(1).', ['mcp__my_tasks__next']],
    ['Use `mcp__log-all__add`.', ['mcp__log-all__add']],
    [fence('x = mcp__docs__get_page()', 'js'), ['mcp__docs__get_page']],
    ['Use `mcp__docs__get-page`, `mcp__my-tasks__do_it` and `mcp__log_all__add`.', []],
    ['Never use `mcp__docs__get_page`.', []],
    ['> Use `mcp__docs__get_page`.', []],
    [`> ${fence('mcp__docs__get_page()', '').replaceAll('\n', '\n> ')}`, []],
    // A tool that the list does not grant in any spelling.
    ['Use `mcp__docs__get_pages`.', ['mcp__docs__get_pages']],
  ]);
  table('', [['Use `mcp__docs__get_page` and `mcp__docs__get-page`.', []]]);
  table('disallowedTools: mcp__docs\n', [['Use `mcp__docs__get_page` and `mcp__log__add`.', ['mcp__docs__get_page']]]);
});

describe('removed tools in the body', () => {
  table('', [
    ['Use `MultiEdit`.', ['MultiEdit']],
    ['Use `MultiEdit(path)`.', ['MultiEdit']],
    ['- **Write/Edit/MultiEdit**: code', ['MultiEdit']],
    ['Call the TodoRead tool.', ['TodoRead']],
    ['Search with the `Grep`, `Glob` and `LS` tools.', ['LS']],
    ['The host removed `MultiEdit`, use `Edit`.', []],
    ['`MultiEdit` does not exist.', []],
    ['Use `Edit` instead of `MultiEdit`.', []],
    ['Say "use MultiEdit".', []],
    ['> Use `MultiEdit`.', []],
    ['## Examples\n\nUse `MultiEdit`.', []],
    ['The class `TaskOutput` holds the text.', []],
    ['Try it in the REPL. Keep the Config and the `LS` column.', []],
  ]);
  it('reports a name without a tool beside it when the list has it too', () =>
    assert.deepEqual(marked('tools: Read, MultiEdit\n', '- MultiEdit: many changes'), ['MultiEdit']));
});

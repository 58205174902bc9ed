/** The programmatic interface, imported from an empty project as its package gives it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { check, explain, fix, formatIds } from '../../server/api/index';
import { BROKEN, SOUND, WARNED } from '../cli/memory';
import { programs } from '../programs';

const path = '/w/.claude/agents/reviewer.md';

describe('the programmatic interface', () => {
  it('finds problems, with their places and fixes', () => {
    const [problem, ...others] = check(WARNED, { path });
    assert.deepEqual(others, []);
    assert.equal(problem?.rule, 'tool-removed');
    assert.equal(problem.severity, 'warning');
    assert.deepEqual(problem.range, { start: { line: 3, character: 13 }, end: { line: 3, character: 15 } });
    assert.ok(problem.fixes.length > 0);
    assert.deepEqual(check(SOUND, { path }), []);
  });

  it('reads a text by its path, or as a format whatever its path', () => {
    assert.deepEqual(check(WARNED, { path: 'notes/a.md' }), []);
    const rulesIn = check(WARNED, { path: 'notes/reviewer.md', format: 'claude-code' }).map(({ rule }) => rule);
    assert.deepEqual(rulesIn, ['tool-removed']);
    for (const format of formatIds) assert.ok(Array.isArray(check(WARNED, { path: 'a', format })), format);
  });

  it('takes paths of Windows', () => {
    const windows = 'C:\\w\\.claude\\agents\\reviewer.md';
    assert.deepEqual(check(WARNED, { path: windows }), check(WARNED, { path }));
    assert.deepEqual(check(WARNED, { path: '.claude\\agents\\reviewer.md' }), check(WARNED, { path }));
    assert.deepEqual(explain(SOUND, { path: windows }), explain(SOUND, { path }));
  });

  it('takes a configuration and severities', () => {
    const configuration = '{ "rules": { "tool-removed": "off" } }';
    assert.deepEqual(check(WARNED, { path, configuration }), []);
    const rules = { 'tool-removed': 'error' } as const;
    assert.equal(check(WARNED, { path, configuration, rules })[0]?.severity, 'error');
  });

  it('fixes what is safe, and says what each program makes of the text', () => {
    const text = WARNED.replace('LS', 'Read');
    assert.match(fix(text, { path }), /^tools: Read$/m);
    assert.equal(fix(SOUND, { path }), SOUND);
    const [first, ...others] = explain(text, { path });
    assert.deepEqual(
      [first?.host, first?.verdict, first?.name, first?.tools],
      ['claude-code', 'loads', 'reviewer', ['Read']],
    );
    assert.ok(others.length > 0);
    assert.deepEqual(explain(BROKEN, { path })[0]?.tools, null);
    assert.deepEqual(explain(SOUND, { path })[0]?.tools, null);
  });

  it('refuses a format, a rule, a severity and a configuration that it cannot use', () => {
    assert.throws(() => check(SOUND, { path, format: 'nonsense' }), /no format "nonsense"/);
    assert.throws(() => check(SOUND, { path, rules: { 'tool-remove': 'off' } }), /no rule "tool-remove"/);
    const rules = JSON.parse('{ "tool-removed": "on" }');
    assert.throws(() => fix(SOUND, { path, rules }), /no severity "on"/);
    assert.throws(() => check(SOUND, { path, configuration: '{' }), RangeError);
    assert.throws(() => check(SOUND, { path, configuration: '{"maxFindings": -1}' }), RangeError);
  });
});

describe('the package', () => {
  const { exports, files } = JSON.parse(readFileSync('package.json', 'utf8'));

  /** An empty project with the package in it. */
  function project(t: TestContext): string {
    const folder = mkdtempSync(join(tmpdir(), 'agent-authoring-api-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const installed = join(folder, 'node_modules/agent-authoring');
    mkdirSync(installed, { recursive: true });
    cpSync('package.json', join(installed, 'package.json'));
    const built = dirname(programs.cli);
    for (const file of files.filter((one: string) => /^dist\/(?:api|core|yaml|toml)\.js$/.test(one)))
      cpSync(join(built, basename(file)), join(installed, file));
    return folder;
  }

  for (const [name, line] of Object.entries({
    'x.mjs': "import { check } from 'agent-authoring';",
    'x.cjs': "const { check } = require('agent-authoring');",
  }))
    it(`is imported by ${name}`, (t) => {
      const folder = project(t);
      const call = `check(${JSON.stringify(WARNED)}, { path: ${JSON.stringify(path)} })`;
      writeFileSync(join(folder, name), `${line}\nconsole.log(${call}.map(({ rule }) => rule).join());\n`);
      const { stdout, stderr } = spawnSync(process.execPath, [name], { cwd: folder, encoding: 'utf8' });
      assert.deepEqual([stdout, stderr], ['tool-removed\n', '']);
    });

  it('names the types beside the program, and ships both', () => {
    assert.deepEqual(exports['.'], { types: './dist/api.d.ts', default: './dist/api.js' });
    for (const file of ['dist/api.js', 'dist/api.d.ts']) assert.ok(files.includes(file), file);
  });
});

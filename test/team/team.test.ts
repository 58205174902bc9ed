/** A repository with every piece switched on (`test/fixtures/team`): configuration, baseline, CI, Git, hooks and MCP, as a team uses them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { parse as parseJsonc } from 'jsonc-parser';
import { parse } from 'yaml';
import { folderOf, pathWith, runAction, runHook, shell } from '../cli/machines';
import { isSarif } from '../cli/sarifSchema';
import { needs } from '../programs';

const SAMPLE = 'test/fixtures/team';
const CONFIGURATION = '.agent-authoring.json';
const REVIEWER = '.claude/agents/reviewer.md';
const IMPORTER = '.claude/agents/legacy/importer.md';
const DEPLOYER = 'src/agents/deployer.md';
const COPIED = 'vendor/.claude/agents/copied.md';

/** What the team has accepted, by rule and file. */
const ACCEPTED = [`tool-removed ${IMPORTER}`, `tools-elsewhere ${REVIEWER}`];

/** A copy of the sample as a repository, with everything committed. */
function repository(t: TestContext): string {
  const folder = folderOf(t, {});
  cpSync(SAMPLE, folder, { recursive: true });
  git(folder, 'init', '--quiet');
  for (const [key, value] of Object.entries({ 'user.name': 'a', 'user.email': 'a@b.c', 'core.autocrlf': 'false' }))
    git(folder, 'config', key, value);
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '--no-verify', '--message', 'one');
  return folder;
}

function git(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  return stdout;
}

const textOf = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

/** Replaces a part of a file, which must be there. */
function change(folder: string, path: string, from: string, to: string): void {
  const text = textOf(folder, path);
  assert.ok(text.includes(from), `${path} has ${from}`);
  writeFileSync(
    join(folder, path),
    text.replace(from, () => to),
  );
}

interface Report {
  readonly files: readonly { readonly path: string; readonly findings: readonly { readonly rule: string }[] }[];
}

/** What `check` finds, as "rule file". */
function found(t: TestContext, folder: string, ...argv: readonly string[]): readonly string[] {
  const { stdout, stderr } = shell(t, ['agent-authoring check --format json', ...argv].join(' '), folder);
  assert.equal(stderr, '');
  const { files }: Report = JSON.parse(stdout);
  return files.flatMap(({ path, findings }) => findings.map(({ rule }) => `${rule} ${path}`)).toSorted();
}

const withoutKey = (folder: string, key: string): void => {
  const { [key]: gone, ...rest } = parseJsonc(textOf(folder, CONFIGURATION));
  assert.notEqual(gone, undefined, `the sample has ${key}`);
  writeFileSync(join(folder, CONFIGURATION), JSON.stringify(rest));
};

describe('the configuration of a team', needs('git'), () => {
  it('leaves the problems that the team has accepted, and the baseline accepts them', (t) => {
    const folder = repository(t);
    assert.deepEqual(found(t, folder), ACCEPTED);
    assert.deepEqual(found(t, folder, '--baseline=agents-baseline.json'), []);
    const { status } = shell(t, 'agent-authoring check --write-baseline=agents-baseline.json', folder);
    assert.equal(status, 0);
    assert.equal(git(folder, 'status', '--porcelain'), '', 'the baseline in the sample is up to date');
    change(folder, DEPLOYER, 'Read, Bash', 'Read, LS');
    assert.deepEqual(found(t, folder, '--baseline=agents-baseline.json'), [`tool-removed ${DEPLOYER}`]);
  });

  /** Each key, and a problem that it hides. */
  const hides: Readonly<Record<string, readonly string[]>> = {
    ignore: [`name-missing ${COPIED}`],
    allow: [`field-unknown ${REVIEWER}`, `server-unknown ${REVIEWER}`, `tool-unknown ${REVIEWER}`],
    rules: [`description-short ${REVIEWER}`],
    overrides: [`name-file ${IMPORTER}`],
  };
  for (const [key, problems] of Object.entries(hides))
    it(`needs ${key} for what it has`, (t) => {
      const folder = repository(t);
      withoutKey(folder, key);
      const all = found(t, folder);
      for (const problem of problems) assert.ok(all.includes(problem), all.join('\n'));
    });

  /** Each key, a change of an agent, and the problem that the key makes of it. */
  const finds: Readonly<Record<string, readonly [path: string, from: string, to: string, problem: string]>> = {
    extends: [DEPLOYER, 'Deploys', 'Deploys, slowly and with care, '.repeat(9), `tokens-over-budget ${DEPLOYER}`],
    files: [DEPLOYER, 'Read, Bash', 'Read, LS', `tool-removed ${DEPLOYER}`],
    report: [REVIEWER, '  risk: "[low | high]"\n', '', `report-key-missing ${REVIEWER}`],
    sections: [REVIEWER, '## Responsibilities', '## Notes', `section-missing ${REVIEWER}`],
    hosts: [REVIEWER, 'Reviews.', 'Reviews.', `tools-elsewhere ${REVIEWER}`],
  };
  for (const [key, [path, from, to, problem]] of Object.entries(finds))
    it(`finds by ${key} what would not be a problem otherwise`, (t) => {
      const folder = repository(t);
      change(folder, path, from, to);
      assert.ok(found(t, folder).includes(problem), found(t, folder).join('\n'));
      withoutKey(folder, key);
      assert.ok(!found(t, folder).includes(problem));
    });

  it('is covered here key by key, and explained with the place of each', (t) => {
    const keys = Object.keys(parseJsonc(readFileSync(join(SAMPLE, CONFIGURATION), 'utf8')));
    assert.deepEqual(keys.toSorted(), [...Object.keys(hides), ...Object.keys(finds)].toSorted());
    const folder = repository(t);
    const explained = shell(t, `agent-authoring explain --config ${IMPORTER}`, folder).stdout;
    assert.match(explained, /rules\.name-file: "off"\n[^\n]*\.agent-authoring\.json:\d+:\d+\n/);
    assert.match(explained, /rules\.tool-duplicate: "error"\n[^\n]*base\/\.agent-authoring\.json:2:\d+\n/);
  });
});

describe('the checks of a team before a commit', needs('git'), () => {
  const broken = '---\ndescription: Breaks the build.\n---\nYou break.\n\n## Responsibilities\n\n- Break.\n';

  it('report staged files only, and read all', (t) => {
    const folder = repository(t);
    writeFileSync(join(folder, '.claude/agents/breaker.md'), broken);
    assert.deepEqual(found(t, folder, '--staged'), []);
    git(folder, 'add', '.');
    assert.deepEqual(found(t, folder, '--staged'), ['name-missing .claude/agents/breaker.md']);
    assert.deepEqual(found(t, folder, '--changed'), ['name-missing .claude/agents/breaker.md']);
  });

  it('block a commit through pre-commit, and let another one pass', needs('pre-commit'), (t) => {
    // The hook of this package, without the installation of its packages, which would need a registry.
    const hook = readFileSync('.pre-commit-hooks.yaml', 'utf8');
    assert.match(hook, /\n {2}language: node\n/);
    const hooks = folderOf(t, { '.pre-commit-hooks.yaml': hook.replace('language: node', 'language: system') });
    git(hooks, 'init', '--quiet');
    git(hooks, 'add', '.');
    git(hooks, '-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '--quiet', '--message', 'one');
    const revision = git(hooks, 'rev-parse', 'HEAD').trim();
    const folder = repository(t);
    change(folder, '.pre-commit-config.yaml', 'URL-OF-THIS-REPOSITORY', JSON.stringify(pathToFileURL(hooks).href));
    change(folder, '.pre-commit-config.yaml', 'REF', revision);
    const env = { ...process.env, PATH: pathWith(t), PRE_COMMIT_HOME: folderOf(t, {}) };
    const run = (program: string, ...args: readonly string[]) =>
      spawnSync(program, args, { cwd: folder, env, encoding: 'utf8' });
    const installed = run('pre-commit', 'install');
    assert.equal(installed.status, 0, installed.stderr);
    writeFileSync(join(folder, '.claude/agents/breaker.md'), broken);
    git(folder, 'add', '.');
    const blocked = run('git', 'commit', '--message', 'two');
    assert.equal(blocked.status, 1, blocked.stdout + blocked.stderr);
    assert.match(blocked.stdout + blocked.stderr, /Agent Authoring\.+Failed[\s\S]*breaker\.md[\s\S]*name-missing/);
    change(folder, '.claude/agents/breaker.md', '---\n', '---\nname: breaker\n');
    git(folder, 'add', '.');
    const passed = run('git', 'commit', '--message', 'two');
    assert.equal(passed.status, 0, passed.stdout + passed.stderr);
    assert.match(passed.stdout + passed.stderr, /Agent Authoring\.+Passed/);
  });
});

describe('the continuous integration of a team', needs('git', 'bash'), () => {
  it('passes on GitHub with the baseline, fails without, and feeds code scanning', (t) => {
    const folder = repository(t);
    const { jobs } = parse(textOf(folder, '.github/workflows/agents.yml'));
    const inputs = jobs.agents.steps[1].with;
    const passed = runAction(folder, inputs);
    assert.deepEqual([passed.status, passed.stdout, passed.stderr], [0, '', '']);
    const rulesIn = (): readonly string[] => {
      const log = JSON.parse(textOf(folder, inputs.sarif));
      const isValid: boolean = isSarif(log);
      assert.ok(isValid, JSON.stringify(isSarif.errors));
      return log.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId);
    };
    assert.deepEqual(rulesIn(), []);
    const failed = runAction(folder, { ...inputs, baseline: '' });
    assert.equal(failed.status, 1);
    assert.match(failed.stdout, /^::warning file=\.claude\/agents\/legacy\/importer\.md,line=4,/m);
    assert.deepEqual(rulesIn().toSorted(), ['tool-removed', 'tools-elsewhere']);
  });

  it('writes on GitLab what its two reports are read from', (t) => {
    const folder = repository(t);
    change(folder, DEPLOYER, 'Read, Bash', 'Read, LS');
    const { script, artifacts } = parse(textOf(folder, '.gitlab-ci.yml')).agents;
    for (const line of script) assert.equal(shell(t, line, folder).status, 0);
    const issues = JSON.parse(textOf(folder, artifacts.reports.codequality));
    assert.deepEqual(
      issues.map((issue: { check_name: string; location: { path: string } }) => [
        issue.check_name,
        issue.location.path,
      ]),
      [['tool-removed', DEPLOYER]],
    );
    const junit = textOf(folder, artifacts.reports.junit);
    assert.match(junit, /<testsuite name="src\/agents\/deployer\.md" tests="1" failures="1" errors="0">/);
    assert.match(junit, /<testsuite name="\.claude\/agents\/reviewer\.md" tests="1" failures="0" errors="0">/);
  });
});

describe('the agents of a team check each other', needs('git'), () => {
  const commandsOf = (folder: string, event: string): readonly string[] =>
    JSON.parse(textOf(folder, '.claude/settings.json')).hooks[event].flatMap(
      ({ hooks }: { hooks: readonly { command: string }[] }) => hooks.map(({ command }) => command),
    );

  it('by a hook, when one of them writes an agent', needs('bash'), (t) => {
    const folder = repository(t);
    const [command = ''] = commandsOf(folder, 'PostToolUse');
    const event = (path: string): string =>
      JSON.stringify({
        hook_event_name: 'PostToolUse',
        tool_name: 'Write',
        tool_input: { file_path: join(folder, path) },
      });
    assert.equal(runHook(t, command, folder, folder, event(REVIEWER)).status, 0);
    change(folder, REVIEWER, 'name: reviewer\n', '');
    const { status, stderr } = runHook(t, command, folder, folder, event(REVIEWER));
    assert.equal(status, 2);
    assert.match(stderr, /reviewer\.md[\s\S]*name-missing/);
  });

  it('by a hook, when one of them stops without its report', (t) => {
    const folder = repository(t);
    const [command = ''] = commandsOf(folder, 'SubagentStop');
    const answer = (text: string) => {
      const common = { hook_event_name: 'SubagentStop', agent_type: 'reviewer', cwd: folder, stop_hook_active: false };
      return shell(t, command, folder, JSON.stringify({ ...common, last_assistant_message: text }));
    };
    const blocked = answer('Done.');
    assert.deepEqual([blocked.status, JSON.parse(blocked.stdout).decision], [0, 'block']);
    const report = 'completion_report:\n  agent: reviewer\n  summary: "Read it."\n';
    assert.match(answer(report).stdout, /risk/);
    assert.equal(answer(`${report}  risk: low\n`).stdout, '');
  });

  it('by the MCP server', async (t) => {
    const folder = repository(t);
    const { command, args } = JSON.parse(textOf(folder, '.mcp.json')).mcpServers['agent-authoring'];
    const client = new Client({ name: 'test', version: '1.0.0' });
    const env = { ...process.env, PATH: pathWith(t) };
    await client.connect(new StdioClientTransport({ command, args, cwd: folder, env }));
    t.after(() => client.close());
    const call = async (name: string): Promise<string> => {
      const { content } = await client.callTool({ name, arguments: {} });
      assert.ok(Array.isArray(content));
      return String(content[0]?.text);
    };
    const { files }: Report = JSON.parse(await call('check_agent'));
    const all = files.flatMap(({ path, findings }) => findings.map(({ rule }) => `${rule} ${path}`));
    assert.deepEqual(all.toSorted(), ACCEPTED);
    assert.match(await call('list_agents'), /"deployer"/);
  });
});

/** The GitHub Action and the hook of pre-commit: their own commands, run as those programs run them. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { parse } from 'yaml';
import { formats } from '../../server/core/index';
import { needs } from '../programs';
import { folderOf, runAction, runHook, shell } from './machines';
import { BROKEN, SOUND, WARNED } from './memory';

describe('the GitHub Action', () => {
  const action = parse(readFileSync('action.yml', 'utf8'));
  const [, step] = action.runs.steps;

  /** Runs the step in a folder with these files. */
  function runStep(t: TestContext, files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>>) {
    const folder = folderOf(t, files);
    return { ...runAction(folder, inputs), folder };
  }

  it('declares every input that it uses, and uses every one', () => {
    const used = [...JSON.stringify(step.env).matchAll(/inputs\.([\w-]+)/g)].map(([, name]) => name);
    assert.deepEqual(used.toSorted(), Object.keys(action.inputs).toSorted());
  });

  it('puts no input into a script', () => {
    for (const { run } of action.runs.steps) assert.doesNotMatch(run, /\$\{\{/);
  });

  it('annotates problems and fails on errors', needs('bash'), (t) => {
    const sound = runStep(t, { '.claude/agents/reviewer.md': WARNED }, {});
    assert.deepEqual([sound.status, sound.stderr], [0, '']);
    assert.match(sound.stdout, /^::warning file=\.claude\/agents\/reviewer\.md,/);
    assert.equal(runStep(t, { '.claude/agents/reviewer.md': BROKEN }, {}).status, 1);
  });

  it('takes paths with spaces, a severity and a SARIF file', needs('bash'), (t) => {
    const files = { 'a b/.claude/agents/reviewer.md': WARNED, 'c/.claude/agents/other.md': BROKEN };
    const inputs = { paths: 'a b\n$(touch x)', 'fail-on': 'warning', sarif: 'agents.sarif' };
    const { status, stderr, folder } = runStep(t, { ...files, '$(touch x)/README.md': '' }, inputs);
    assert.deepEqual([status, stderr], [1, '']);
    const [run] = JSON.parse(readFileSync(join(folder, 'agents.sarif'), 'utf8')).runs;
    assert.deepEqual(
      run.results.map(({ ruleId }: { ruleId: string }) => ruleId),
      ['tool-removed'],
    );
    assert.throws(() => readFileSync(join(folder, 'x')), 'an input was run');
  });
});

describe('the hook of Claude Code in the documentation', () => {
  const [block = ''] =
    /```json\n\{\n {2}"hooks": \{\n {4}"PostToolUse"[\s\S]*?```/.exec(readFileSync('docs/repository.md', 'utf8')) ?? [];
  const { hooks } = JSON.parse(block.replaceAll('```', '').replace(/^json/, ''));
  const { matcher, hooks: commands } = hooks.PostToolUse[0];

  it('is for both tools that write files, and for the files of Claude Code only', () => {
    assert.equal(matcher, 'Write|Edit');
    const rules = commands.map((one: { readonly if: string }) => one.if);
    assert.deepEqual(rules, ['Write(**/.claude/**)', 'Edit(**/.claude/**)']);
    assert.equal(new Set(commands.map((one: { readonly command: string }) => one.command)).size, 1);
  });

  it('sends an agent with an error back, by exit code 2 and standard error', needs('git', 'bash'), (t) => {
    const folder = folderOf(t, { '.claude/agents/reviewer.md': WARNED, 'sub/notes.md': '' });
    const git = (...args: readonly string[]): void => assert.equal(spawnSync('git', args, { cwd: folder }).status, 0);
    git('init', '--quiet');
    git('-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '--quiet', '--allow-empty', '--message', 'one');
    const { command } = commands[0];
    // A session may have gone into another folder meanwhile.
    const start = () => runHook(t, command, folder, join(folder, 'sub'));
    assert.equal(start().status, 0);
    writeFileSync(join(folder, '.claude/agents/broken.md'), BROKEN);
    const { status, stderr } = start();
    assert.equal(status, 2);
    assert.match(stderr, /broken\.md[\s\S]*name-missing/);
  });
});

describe('the hook of pre-commit', () => {
  const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));

  it('is started by every file that is checked, and by the configuration', () => {
    const pattern = new RegExp(hook.files);
    const paths = formats.flatMap(({ files }) =>
      files.map((glob) => glob.replace('**/', '').replaceAll('**/', '').replaceAll('*', 'a')),
    );
    assert.ok(paths.length > 20);
    const started = [...paths.map((path) => `packages/x/${path}`), ...paths, '.agent-authoring.json'];
    assert.deepEqual(
      started.filter((path) => !pattern.test(path)),
      [],
    );
    for (const path of ['README.md', 'src/main.ts', 'docs/agency.md']) assert.doesNotMatch(path, pattern);
  });

  it('blocks a commit with an error, and no other', needs('git'), (t) => {
    const folder = folderOf(t, { '.claude/agents/reviewer.md': SOUND, '.claude/agents/broken.md': BROKEN });
    const start = () => shell(t, hook.entry, folder);
    const git = (...args: readonly string[]): void => assert.equal(spawnSync('git', args, { cwd: folder }).status, 0);
    git('init', '--quiet');
    git('add', '.claude/agents/reviewer.md');
    assert.equal(start().status, 0);
    git('add', '.');
    const { status, stdout } = start();
    assert.equal(status, 1);
    assert.match(stdout, /broken\.md/);
  });
});

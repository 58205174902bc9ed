/** `agent-authoring init`: what it writes, what it asks, and what it leaves alone. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { parse } from 'yaml';
import { main } from '../../server/cli/main';
import { parseConfiguration } from '../../server/core/index';
import { machine } from '../../server/node/machine';
import { needs, programs } from '../programs';
import { BROKEN, type Files, type Machine, run, SOUND, WARNED } from './memory';

const CONFIG = '/w/.agent-authoring.json';
const HOOKS = '/w/.pre-commit-config.yaml';
const WORKFLOW = '/w/.github/workflows/agents.yml';
const BASELINE = '/w/agents-baseline.json';
const AGENT = { '/w/.claude/agents/reviewer.md': SOUND };

function started(argv: readonly string[], files: Files = AGENT, more: Machine = {}) {
  const written = new Map<string, string>();
  return { ...run(['init', ...argv], files, { ...more, written }), written };
}

describe('init', () => {
  it('writes a configuration that is right, with the version of the program', () => {
    const { code, out, written } = started(['--config']);
    assert.deepEqual([code, out, [...written.keys()]], [0, '.agent-authoring.json created\n', [CONFIG]]);
    const text = written.get(CONFIG) ?? '';
    assert.deepEqual(JSON.parse(text), { version: '1.2.3' });
    const read = parseConfiguration(text);
    assert.deepEqual(read.kind === 'settings' && read.problems, []);
  });

  it('writes hosts in which agents must work', () => {
    const { written } = started(['--hosts', 'claude-code, gemini-cli']);
    assert.deepEqual(JSON.parse(written.get(CONFIG) ?? '').hosts, ['claude-code', 'gemini-cli']);
  });

  it('writes the hook that pre-commit gets from this repository, too', () => {
    const { written, err } = started(['--pre-commit']);
    const [{ repo, hooks }] = parse(written.get(HOOKS) ?? '').repos;
    const [{ files, pass_filenames: passes }] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8'));
    assert.deepEqual([repo, hooks[0].files, hooks[0].pass_filenames], ['local', files, passes]);
    assert.match(hooks[0].entry, / check --staged$/);
    assert.match(err, /devDependencies/);
  });

  it('says nothing about the program where it is a package of the repository', () => {
    const { err } = started(['--pre-commit'], {
      '/w/package.json': '{ "devDependencies": { "agent-authoring": "1" } }',
    });
    assert.equal(err, '');
  });

  it('writes a workflow, that never puts the name of a branch into a script', () => {
    const { written } = started(['--ci', 'github']);
    const { on, permissions, jobs } = parse(written.get(WORKFLOW) ?? '');
    assert.deepEqual([on, permissions], ['pull_request', { contents: 'read' }]);
    for (const { run: script = '' } of jobs.check.steps) assert.doesNotMatch(script, /\$\{\{/);
    const gitlab = started(['--ci=gitlab']).written.get('/w/.gitlab-ci.yml') ?? '';
    assert.equal(parse(gitlab).agents.artifacts.reports.codequality, 'gl-code-quality-report.json');
  });

  it('leaves files alone that exist, and says what has to be added', () => {
    const files = { ...AGENT, [`${CONFIG}c`]: '{}', [HOOKS]: 'repos: []\n', [WORKFLOW]: 'agent-authoring' };
    const { code, out, written } = started(['--config', '--pre-commit', '--ci', 'github'], files);
    assert.deepEqual([code, written.size], [0, 0]);
    assert.match(
      out,
      /^\.agent-authoring\.jsonc exists and stays as it is\n\.pre-commit-config\.yaml exists .* Add to it:\n {4}- repo/,
    );
    assert.match(out, /agents\.yml exists and stays as it is\n$/);
  });

  it('writes nothing with --dry-run, and shows the files', () => {
    const { out, written } = started(['--config', '--dry-run']);
    assert.equal(written.size, 0);
    assert.equal(out, '.agent-authoring.json would be created:\n  {\n    "version": "1.2.3"\n  }\n');
  });

  it('accepts the current problems, and lets the hook and the workflow report what is new', () => {
    const files = { '/w/.claude/agents/reviewer.md': WARNED };
    const { code, out, written } = started(['--pre-commit', '--ci', 'github', '--baseline'], files);
    assert.equal(code, 0);
    assert.match(out, /agents-baseline\.json created\nReport what is new with: .*--baseline agents-baseline\.json\n$/);
    const baseline = written.get(BASELINE) ?? '';
    assert.deepEqual(JSON.parse(baseline).files, { '.claude/agents/reviewer.md': { 'tool-removed': 1 } });
    const accepted = run(['check', '--baseline', BASELINE, '--fail-on', 'hint'], { ...files, [BASELINE]: baseline });
    assert.equal(accepted.code, 0);
    for (const path of [HOOKS, WORKFLOW])
      assert.match(written.get(path) ?? '', / check --.* --baseline agents-baseline\.json$/m);
    const gitlab = started(['--ci', 'gitlab', '--baseline'], files).written.get('/w/.gitlab-ci.yml') ?? '';
    assert.match(gitlab, /--baseline agents-baseline\.json > gl-code-quality-report\.json$/m);
  });

  it('writes no baseline where one is, and where a file cannot be read', () => {
    const present = started(['--baseline'], { ...AGENT, [BASELINE]: '{}' });
    assert.deepEqual([present.code, present.written.size], [0, 0]);
    assert.match(present.out, /^agents-baseline\.json exists and stays as it is\n/);
    const unread = started(['--baseline'], { '/w/.claude/agents/a.md': { broken: 'permission denied' } });
    assert.deepEqual([unread.code, unread.out, unread.written.size], [2, '', 0]);
    const shown = started(['--baseline', '--dry-run']);
    assert.equal(shown.written.size, 0);
    assert.match(shown.out, /^agents-baseline\.json would be created:\n/);
  });

  it('needs options where there is no terminal', () => {
    const { code, err, written } = started([]);
    assert.deepEqual([code, written.size], [2, 0]);
    assert.match(err, /init needs --config, --hosts, --pre-commit, --ci or --baseline/);
  });
});

describe('the questions of init', () => {
  const both = { ...AGENT, '/w/.gemini/agents/a.md': SOUND };

  it('name the hosts of the folder, and have usual answers', () => {
    const { code, err, written } = started([], both, { answers: ['', '', '', '', ''] });
    assert.equal(code, 0);
    assert.match(err, /^Found in this folder: Claude Code, Gemini CLI\.\n/);
    assert.deepEqual([...written.keys()], [CONFIG]);
    assert.equal(JSON.parse(written.get(CONFIG) ?? '').hosts, undefined);
  });

  it('are asked again until the answer is one', () => {
    const { err, written } = started([], both, { answers: ['yes', 'perhaps', 'y', 'Y', 'n', 'n'] });
    assert.equal(err.match(/Must every agent/g)?.length, 2);
    assert.deepEqual([...written.keys()], [CONFIG, HOOKS]);
    assert.deepEqual(JSON.parse(written.get(CONFIG) ?? '').hosts, ['claude-code', 'gemini-cli']);
  });

  it('offer the server that the repository uses', () => {
    const { out } = started([], { ...AGENT, '/w/.gitlab-ci.yml': 'x: 1\n' }, { answers: ['n', 'n', 'y', 'n'] });
    assert.match(out, /^\.gitlab-ci\.yml exists and stays as it is\. Add to it:\n {2}agents:/);
  });

  it('end with the input, and then nothing is written', () => {
    const { code, written } = started([], both, { answers: ['y', 'y'] });
    assert.deepEqual([code, written.size], [2, 0]);
  });

  it('are not asked when an option chooses', () => {
    assert.equal(started(['--config'], AGENT, { answers: [] }).code, 0);
  });
});

/** A folder that is removed after the test. */
function folderFor(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'init-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs the command line on the files of this machine, in a folder. */
function onDisk(argv: readonly string[], folder: string) {
  let err = '';
  const environment = {
    ...machine,
    absolute: (path: string) => (path.startsWith('/') ? path : join(folder, path)),
    kindOf: (path: string) => machine.kindOf(join(folder, path)),
    stdin: () => ({ kind: 'error', message: 'closed' }) as const,
    out: () => undefined,
    err: (text: string) => {
      err += text;
    },
    color: false,
  };
  return { code: main(argv, environment), err };
}

describe('the files of init, on this machine', () => {
  it('are in folders that are made, but not outside of the folder', (t) => {
    const [folder, outside] = [folderFor(t), folderFor(t)];
    assert.deepEqual(onDisk(['init', '--ci', 'github'], folder).code, 0);
    assert.match(readFileSync(join(folder, '.github/workflows/agents.yml'), 'utf8'), /pull_request/);
    const linked = folderFor(t);
    symlinkSync(outside, join(linked, '.github'));
    const { code, err } = onDisk(['init', '--ci', 'github'], linked);
    assert.equal(code, 2);
    assert.match(err, /a link leads out of this folder/);
  });

  it('have commands that run, and fail where an agent has an error', needs('git', 'npx'), (t) => {
    const folder = folderFor(t);
    mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
    mkdirSync(join(folder, '.claude/agents'), { recursive: true });
    const script = `#!/bin/sh\nexec "${process.execPath}" "${programs.cli}" "$@"\n`;
    writeFileSync(join(folder, 'node_modules/.bin/agent-authoring'), script, { mode: 0o755 });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
    writeFileSync(join(folder, '.claude/agents/reviewer.md'), SOUND);
    const git = (...args: readonly string[]): void => assert.equal(spawnSync('git', args, { cwd: folder }).status, 0);
    git('init', '--quiet', '--initial-branch=topic');
    git('add', '.');
    git('-c', 'user.name=a', '-c', 'user.email=a@b.c', 'commit', '--quiet', '--message', 'one');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    assert.equal(onDisk(['init', '--pre-commit', '--ci', 'github'], folder).code, 0);
    const { jobs } = parse(readFileSync(join(folder, '.github/workflows/agents.yml'), 'utf8'));
    const { run: line } = jobs.check.steps.at(-1);
    const [{ hooks }] = parse(readFileSync(join(folder, '.pre-commit-config.yaml'), 'utf8')).repos;
    const shell = (command: string) =>
      spawnSync(command, {
        cwd: folder,
        shell: true,
        encoding: 'utf8',
        env: {
          ...process.env,
          BASE: 'main',
          PATH: [join(process.execPath, '..'), process.env['PATH']].join(delimiter),
        },
      });
    for (const command of [line, hooks[0].entry]) assert.equal(shell(command).status, 0, shell(command).stderr);
    writeFileSync(join(folder, '.claude/agents/broken.md'), BROKEN);
    git('add', '.');
    for (const command of [line, hooks[0].entry]) {
      const { status, stdout } = shell(command);
      assert.equal(status, 1);
      assert.match(stdout, /broken\.md/);
    }
  });
});

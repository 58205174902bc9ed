/** Programs as continuous integration, Git and agents run them: with folders, a PATH, and the steps of the GitHub Action. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { parse } from 'yaml';
import { programs } from '../programs';

/** A folder that is removed after the test. */
export function folderOf(t: TestContext, files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'agent-authoring-ci-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A PATH on which `agent-authoring` is. */
export function pathWith(t: TestContext): string {
  const bin = folderOf(t, {});
  writeFileSync(join(bin, 'agent-authoring.cmd'), `@"${process.execPath}" "${programs.cli}" %*\r\n`);
  const script = `#!/bin/sh\nexec "${process.execPath}" "${programs.cli}" "$@"\n`;
  writeFileSync(join(bin, 'agent-authoring'), script, { mode: 0o755 });
  return `${bin}${delimiter}${process.env['PATH']}`;
}

/** Runs a line of a shell in a folder, with `agent-authoring` on its PATH. */
export const shell = (t: TestContext, line: string, cwd: string, input = '') =>
  spawnSync(line, { cwd, shell: true, encoding: 'utf8', input, env: { ...process.env, PATH: pathWith(t) } });

/** Runs a hook as Claude Code does: in a folder of a project, whose root the hook is told. */
export const runHook = (t: TestContext, command: string, project: string, cwd: string, event = '{}') =>
  spawnSync('bash', ['-c', command], {
    cwd,
    encoding: 'utf8',
    input: event,
    env: { ...process.env, PATH: pathWith(t), CLAUDE_PROJECT_DIR: project },
  });

/** Runs the step of the GitHub Action that checks, with inputs in place of the defaults, as the runner does. */
export function runAction(folder: string, inputs: Readonly<Record<string, string>>) {
  const action = parse(readFileSync('action.yml', 'utf8'));
  const [, step] = action.runs.steps;
  const filled = (text: string): string =>
    text
      .replace(/^\$\{\{ github\.action_path \}\}\/dist\/cli\.js$/, () => programs.cli)
      .replace(/\$\{\{ inputs\.([\w-]+) \}\}/, (_, name: string) => inputs[name] ?? action.inputs[name].default);
  const env = Object.fromEntries(Object.entries<string>(step.env).map(([name, text]) => [name, filled(text)]));
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', step.run], {
    cwd: folder,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

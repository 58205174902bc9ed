/** The task of the command line, which only the Node extension host offers. Its process is started without a terminal. */

import { spawnSync } from 'node:child_process';
import * as vscode from 'vscode';
import * as assert from './assert';
import { activated } from './editor';

const TYPE = 'agent-authoring';

suite('tasks', () => {
  suiteSetup(activated);

  test('check all agents of the folder, with the exit code of the command line', async () => {
    const [task] = await vscode.tasks.fetchTasks({ type: TYPE });
    assert.ok(task, 'there is a task');
    assert.equal(task.name, 'check');
    const { execution } = task;
    assert.ok(execution instanceof vscode.ProcessExecution, 'the task runs a process');
    const { process: program, args, options } = execution;
    const { status, stdout, stderr, error } = spawnSync(program, args, {
      cwd: options?.cwd,
      env: { ...process.env, ...options?.env },
      encoding: 'utf8',
    });
    assert.equal(error, undefined, `the process starts in ${options?.cwd}`);
    assert.equal(status, 1, 'the sample has an error');
    assert.equal(stderr, '');
    assert.match(stdout, /^\.claude\/agents\/python-api-expert\.md$/m);
    assert.match(stdout, /^\d+ files checked: /m);
  });

  test('writes one line for each problem when its lines are matched to problems', async () => {
    const settings = vscode.workspace.getConfiguration('agentAuthoring');
    const argumentsWith = async (scope: string | undefined): Promise<readonly string[]> => {
      await settings.update('diagnostics.scope', scope, vscode.ConfigurationTarget.Workspace);
      const [task] = await vscode.tasks.fetchTasks({ type: TYPE });
      const execution = task?.execution;
      assert.ok(execution instanceof vscode.ProcessExecution, 'the task runs a process');
      return execution.args.slice(1);
    };
    try {
      assert.equal((await argumentsWith('openFiles')).join(' '), 'check --no-frame');
    } finally {
      assert.equal((await argumentsWith(undefined)).join(' '), 'check');
    }
  });
});

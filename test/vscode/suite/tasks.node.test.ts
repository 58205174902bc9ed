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
});

/** The task of the command line, which only the Node extension host can run. */

import * as vscode from 'vscode';
import * as assert from './assert';
import { activated } from './editor';

const TYPE = 'agent-authoring';

/** Runs a task to its end. @returns The exit code of its process. */
function exitCodeOf(task: vscode.Task): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const ended = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.name !== task.name) return;
      ended.dispose();
      resolve(exitCode);
    });
    vscode.tasks.executeTask(task).then(undefined, reject);
  });
}

suite('tasks', () => {
  suiteSetup(activated);

  test('check all agents of the folder, with the exit code of the command line', async () => {
    const [task] = await vscode.tasks.fetchTasks({ type: TYPE });
    assert.ok(task, 'there is a task');
    assert.equal(task.name, 'check');
    assert.equal(await exitCodeOf(task), 1, 'the sample has an error');
  });
});

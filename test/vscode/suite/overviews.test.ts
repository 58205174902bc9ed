/** "Show Tool Matrix" and "Show Delegation Graph": both open in tabs, follow changes, and lead to the files. */

import * as vscode from 'vscode';
import type { Overviews } from '../../../client/src/commands/showOverview';
import * as assert from './assert';
import { activated, deleteFile, leave, until, writeFile } from './editor';

const FOLDER = 'overviews/.claude/agents';
const agents: Readonly<Record<string, string>> = {
  'boss.md': '---\nname: boss\ndescription: Leads.\ntools: Read, Agent\n---\nUse the `worker` agent.\n',
  'worker.md': '---\nname: worker\ndescription: Works.\ntools: Read, Bash\n---\nWork.\n',
};

const uriOf = (name: string): vscode.Uri => {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, FOLDER, name);
};

/** The tabs with the pages of a view. */
const tabsOf = (type: string): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(type));

const selected = (): string | undefined => {
  const editor = vscode.window.activeTextEditor;
  return editor && `${editor.document.uri.path.split('/').at(-1)}: ${editor.document.getText(editor.selection)}`;
};

suite('the overviews of all agents', () => {
  let overviews: Overviews;
  let isWritten = false;

  suiteSetup(async function () {
    // The pages of so old a build for the web come from the internet.
    if (vscode.env.uiKind === vscode.UIKind.Web && /^1\.91\./.test(vscode.version)) {
      console.log('      skipped: VS Code 1.91 for the web shows no pages of extensions without the internet');
      this.skip();
    }
    overviews = (await activated()).overviews;
    isWritten = true;
    for (const [name, text] of Object.entries(agents)) await writeFile(uriOf(name), text);
  });
  teardown(leave);
  suiteTeardown(async () => {
    if (isWritten) await vscode.workspace.fs.delete(uriOf('../..'), { recursive: true });
  });

  /** The numbers of our agents in the matrix, when it shows them. */
  const rowOf = (name: string): number | undefined => {
    const row = overviews.matrix.shown?.rows.findIndex((one) => one.name === name) ?? -1;
    return row < 0 ? undefined : row;
  };

  test('the matrix opens once, and a click leads to the item of a list', async () => {
    await vscode.commands.executeCommand('agentAuthoring.showToolMatrix');
    const row = await until('the page', () => rowOf('worker'));
    await vscode.commands.executeCommand('agentAuthoring.showToolMatrix');
    const [tab, ...more] = tabsOf('agentAuthoring.toolMatrix');
    assert.ok(tab !== undefined && more.length === 0, 'there is one tab');
    assert.equal(tab.label, 'Tool Matrix');
    assert.equal(tab.isActive, true);
    for (const [tool, expected] of [
      [{ tool: 'Bash' }, 'worker.md: Bash'],
      [{}, 'worker.md: worker'],
    ] as const)
      await until(expected, async () => {
        // A file that opens late takes the selection again, and a person would click again.
        await overviews.matrix.receive({ kind: 'open', row, ...tool });
        return selected() === expected || undefined;
      });
  });

  test('the matrix follows what is typed, saved and deleted', async () => {
    await vscode.commands.executeCommand('agentAuthoring.showToolMatrix');
    await until('the page', () => rowOf('worker'));
    await writeFile(uriOf('third.md'), '---\nname: third\ndescription: Comes later.\n---\nWork.\n');
    await until('the new agent', () => rowOf('third'));
    await deleteFile(uriOf('third.md'));
    await until(
      'the end of the agent',
      () => (rowOf('third') === undefined && rowOf('worker') !== undefined) || undefined,
    );
  });

  test('what is copied is on the clipboard', async () => {
    await vscode.commands.executeCommand('agentAuthoring.showToolMatrix');
    const row = await until('the page', () => rowOf('worker'));
    await overviews.matrix.receive({ kind: 'copy', as: 'markdown', rows: [row], all: false });
    assert.match(await vscode.env.clipboard.readText(), /^\| Name \|.*\n\|.*\n\| `worker` \|.*\n$/);
  });

  test('the graph leads to an agent and to a call', async () => {
    await vscode.commands.executeCommand('agentAuthoring.showDelegationGraph');
    const { nodes, edges } = await until('the page', () => {
      const shown = overviews.graph.shown;
      return shown?.nodes.some(({ name }) => name === 'boss') ? shown : undefined;
    });
    assert.equal(tabsOf('agentAuthoring.delegationGraph').length, 1);
    const [boss, worker] = ['boss', 'worker'].map((name) => nodes.findIndex((node) => node.name === name));
    await overviews.graph.receive({ kind: 'open-node', node: boss ?? -1 });
    await until('the agent', () => selected() === 'boss.md: boss' || undefined);
    const edge = edges.findIndex(({ from, to }) => from === boss && to === worker);
    await overviews.graph.receive({ kind: 'open-edge', edge });
    await until('the call', () => selected() === 'boss.md: worker' || undefined);
  });

  test('the graph is copied for Mermaid', async () => {
    await vscode.commands.executeCommand('agentAuthoring.showDelegationGraph');
    await until('the page', () => overviews.graph.shown);
    await overviews.graph.receive({ kind: 'copy-mermaid' });
    assert.match(await vscode.env.clipboard.readText(), /^flowchart LR\n/);
  });

  test('a page cannot open other files', async () => {
    await vscode.commands.executeCommand('agentAuthoring.showToolMatrix');
    await until('the page', () => rowOf('worker'));
    await overviews.matrix.receive({ kind: 'open', row: 1_000_000 });
    await overviews.graph.receive({ kind: 'open-node', node: -1 });
    assert.equal(selected(), undefined);
  });
});

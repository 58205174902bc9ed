/** "Show Tool Matrix" and "Show Delegation Graph": the views of all agents of the workspace. */
import { commands, type Disposable, type Uri } from 'vscode';
import { delegationGraph } from '../webview/delegationGraph';
import { Overview } from '../webview/overview';
import { toolMatrix } from '../webview/toolMatrix';
import type { Server } from '.';

/** Registers both. Nothing is made or read before one of them is shown. */
export function registerOverviews(server: Server, extensionUri: Uri): readonly Disposable[] {
  const matrix = new Overview(server, extensionUri, toolMatrix());
  const graph = new Overview(server, extensionUri, delegationGraph());
  return [
    matrix,
    graph,
    commands.registerCommand('agentAuthoring.showToolMatrix', () => matrix.show()),
    commands.registerCommand('agentAuthoring.showDelegationGraph', () => graph.show()),
  ];
}

/** "Show Tool Matrix" and "Show Delegation Graph": the views of all agents of the workspace. */
import { commands, type Disposable, type Event, type Uri, window } from 'vscode';
import { delegationGraph } from '../webview/delegationGraph';
import type { Matrix, Picture } from '../webview/messages';
import { Overview } from '../webview/overview';
import { toolMatrix } from '../webview/toolMatrix';
import type { Server } from '.';

export interface Overviews {
  readonly matrix: Overview<Matrix>;
  readonly graph: Overview<Picture>;
}

/**
 * Both views. Nothing is opened or asked before one of them is shown.
 * @param changed Fires when agents have changed.
 */
export const overviewsOf = (server: Server, changed: Event<void>, extensionUri: Uri): Overviews => ({
  matrix: new Overview(server, changed, extensionUri, toolMatrix()),
  graph: new Overview(server, changed, extensionUri, delegationGraph()),
});

export const registerOverviews = ({ matrix, graph }: Overviews): readonly Disposable[] => [
  matrix,
  graph,
  ...[matrix, graph].map((overview) =>
    window.registerWebviewPanelSerializer(overview.view.type, {
      // The page keeps its state by itself.
      deserializeWebviewPanel: async (panel) => overview.fill(panel),
    }),
  ),
  commands.registerCommand('agentAuthoring.showToolMatrix', () => matrix.show()),
  commands.registerCommand('agentAuthoring.showDelegationGraph', () => graph.show()),
];

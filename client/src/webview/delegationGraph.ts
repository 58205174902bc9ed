/** "Show Delegation Graph": which agent starts which others and loads which skills. */
import { l10n, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FromPage, Picture } from './messages';
import { copy, openPlace } from './open';
import type { View } from './overview';

export const delegationGraph = (): View<Picture> => ({
  type: 'agentAuthoring.delegationGraph',
  title: l10n.t('Delegation Graph'),
  script: 'delegationGraph',
  request: 'agentAuthoring/delegationGraph',
  texts: {
    title: l10n.t('Delegation Graph'),
    count: l10n.t('Agents: {0}. Skills: {1}. Calls: {2}.'),
    reading: l10n.t('Reading files…'),
    none: l10n.t('This workspace has no agents.'),
    failed: l10n.t('The server does not answer. Its log says why.'),
    zoomIn: l10n.t('Zoom In'),
    zoomOut: l10n.t('Zoom Out'),
    fit: l10n.t('Fit'),
    copyMermaid: l10n.t('Copy as Mermaid'),
    save: l10n.t('Save as SVG…'),
    picture: l10n.t('Graph of calls. Arrow keys move along calls, Enter opens the file.'),
    area: l10n.t('Picture of the graph'),
    problems: l10n.t('Problems'),
    list: l10n.t('Agents and What They Call'),
    circle: l10n.t('Agents call each other in a circle: {0}'),
    itself: l10n.t('{0} calls itself'),
    notFound: l10n.t('{0} calls {1}, which is not found'),
    several: l10n.t('{0} calls {1}, which is the name of several agents'),
    cannot: l10n.t('{0} hands work to other agents and has no tool to start them'),
    leftOut: l10n.t('{0} more are not shown: {1}'),
    skill: l10n.t('skill'),
    'built-in': l10n.t('built-in'),
    unknown: l10n.t('not found'),
    cycle: l10n.t('in a circle'),
    'cannot-start': l10n.t('cannot start agents'),
    uncalled: l10n.t('not called by agents'),
    fails: l10n.t('does not load'),
    replaced: l10n.t('replaced by another file'),
    ambiguous: l10n.t('several agents'),
    calls: l10n.t('calls {0}'),
    goToCall: l10n.t('Go to the call of {0} in {1}'),
    open: l10n.t('Open {0}'),
    legend: l10n.t('Legend'),
    start: l10n.t('agent that no other calls'),
    plainEdge: l10n.t('calls'),
    cycleEdge: l10n.t('call in a circle'),
    impossibleEdge: l10n.t('call without a tool for it'),
  },
  act,
});

async function act(message: FromPage, { nodes, edges }: Picture, client: BaseLanguageClient): Promise<void> {
  switch (message.kind) {
    case 'open-node': {
      const node = nodes[message.node];
      // What is not found has no file: the place that calls it is shown.
      const place = node?.at ?? edges.find(({ to }) => to === message.node)?.at;
      if (place !== undefined) await openPlace(place);
      return;
    }
    case 'open-edge': {
      const edge = edges[message.edge];
      if (edge !== undefined) await openPlace(edge.at);
      return;
    }
    case 'copy-mermaid':
      return copy(await client.sendRequest<string>('agentAuthoring/delegationGraphText', {}));
    case 'save':
      return save(message.svg);
    default:
  }
}

/** A picture of 500 nodes has less than a million characters. */
const MOST_CHARACTERS = 10_000_000;

async function save(svg: string): Promise<void> {
  if (typeof svg !== 'string' || svg.length > MOST_CHARACTERS) return;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    filters: { SVG: ['svg'] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, 'delegation-graph.svg') }),
  });
  if (target !== undefined) await workspace.fs.writeFile(target, new TextEncoder().encode(svg));
}

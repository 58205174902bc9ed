/** "Show Tool Matrix": which agent gets which tools. */
import { l10n } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { FromPage, Matrix, Place } from './messages';
import { copy, openPlace } from './open';
import type { View } from './overview';

export const toolMatrix = (): View<Matrix> => ({
  type: 'agentAuthoring.toolMatrix',
  title: l10n.t('Tool Matrix'),
  script: 'toolMatrix',
  request: 'agentAuthoring/toolMatrix',
  texts: {
    title: l10n.t('Tool Matrix'),
    caption: l10n.t('Which agent gets which tools'),
    filter: l10n.t('Filter agents'),
    filterHint: l10n.t('name, tool or folder'),
    may: l10n.t('Show agents that can'),
    anything: l10n.t('do anything'),
    all: l10n.t('Show tools that no agent lists'),
    copyMarkdown: l10n.t('Copy as Markdown'),
    copyCsv: l10n.t('Copy as CSV'),
    count: l10n.t('Agents: {0} of {1}. Tools: {2}.'),
    more: l10n.t('{0} more agents are not shown. Filter to see them.'),
    reading: l10n.t('Reading files…'),
    none: l10n.t('This workspace has no agents.'),
    noMatch: l10n.t('No agent matches the filter.'),
    failed: l10n.t('The server does not answer. Its log says why.'),
    agent: l10n.t('Name'),
    file: l10n.t('File'),
    ignored: l10n.t('Ignored names'),
    fails: l10n.t('does not load'),
    replaced: l10n.t('another file with this name is loaded'),
    l: l10n.t('listed'),
    i: l10n.t('inherited'),
    d: l10n.t('denied'),
    w: l10n.t('not given as a tool of its own'),
    none1: l10n.t('no'),
    legend: l10n.t('Legend'),
    table: l10n.t('Table of agents and tools'),
    open: l10n.t('Open {0}'),
    cell: l10n.t('{0}, {1}: {2}'),
    sort: l10n.t('Sort by {0}'),
    writes: l10n.t('Write files'),
    runs: l10n.t('Run programs'),
    network: l10n.t('Use the network'),
    delegates: l10n.t('Delegate'),
    servers: l10n.t('MCP servers'),
    asks: l10n.t('Ask the user'),
    reads: l10n.t('Read files'),
    other: l10n.t('Other'),
  },
  act,
});

async function act(message: FromPage, { rows }: Matrix, client: BaseLanguageClient): Promise<void> {
  if (message.kind === 'copy') {
    const uris = message.rows.flatMap((row) => rows[row]?.uri ?? []);
    const params = { as: message.as, rows: uris, all: message.all };
    await copy(await client.sendRequest<string>('agentAuthoring/toolMatrixText', params));
  }
  const row = message.kind === 'open' ? rows[message.row] : undefined;
  if (message.kind !== 'open' || row === undefined) return;
  await openPlace(row);
  if (message.tool === undefined) return;
  // The server knows where a tool is named only in open files.
  const params = { textDocument: { uri: row.uri }, tool: message.tool };
  const range = await client.sendRequest<Place['range'] | null>('agentAuthoring/toolPlace', params);
  if (range !== null) await openPlace(row, range);
}

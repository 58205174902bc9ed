/** Writes the menus of the view of agents: above it, on its rows, and in the palette, which leaves out what needs a row. */
import type { JsonObject } from '../../core/index';

const IN_VIEW = 'view == agentAuthoring.agents';

/** On the row of an agent. A row says in its context what else holds for it. */
const onAgent = (command: string, group: string, word = 'agent'): JsonObject => ({
  command: `agentAuthoring.${command}`,
  when: `${IN_VIEW} && viewItem =~ /\\b${word}\\b/`,
  group,
});

/** Of an agent in the active editor too, so that the palette has it. */
const SEES = 'showWhatHostSees';

const needsRow: readonly JsonObject[] = [
  onAgent('openAgentToSide', 'inline'),
  onAgent('openAgentToSide', 'navigation@1'),
  onAgent('revealLoadedAgent', 'navigation@2', 'taken'),
  onAgent('copyAgentName', '5_cutcopypaste@1'),
  onAgent('duplicateAgent', '5_cutcopypaste@2', 'named'),
  onAgent('renameAgent', '7_modification@1', 'named'),
  onAgent('deleteAgent', '7_modification@2'),
];

const onRows: readonly JsonObject[] = [onAgent(SEES, 'navigation@0'), ...needsRow];

/** Parts of `contributes.menus` of the manifest. */
export const agentsViewMenus: JsonObject = {
  'view/title': [
    { command: 'agentAuthoring.newAgent', when: IN_VIEW, group: 'navigation@1' },
    {
      command: 'agentAuthoring.filterAgents',
      when: `${IN_VIEW} && !agentAuthoring.agentsFiltered`,
      group: 'navigation@2',
    },
    {
      command: 'agentAuthoring.clearAgentFilter',
      when: `${IN_VIEW} && agentAuthoring.agentsFiltered`,
      group: 'navigation@2',
    },
    { command: 'agentAuthoring.filterAgents', when: IN_VIEW, group: '1_filter@1' },
    { command: 'agentAuthoring.showToolMatrix', when: IN_VIEW, group: '2_overview@1' },
    { command: 'agentAuthoring.showDelegationGraph', when: IN_VIEW, group: '2_overview@2' },
    { command: 'agentAuthoring.tryRequest', when: IN_VIEW, group: '2_overview@3' },
  ],
  'view/item/context': onRows,
  commandPalette: [
    { command: 'agentAuthoring.clearAgentFilter', when: 'agentAuthoring.agentsFiltered' },
    ...[...new Set(needsRow.map(({ command }) => command))].map((command) => ({ command, when: 'false' })),
  ],
};

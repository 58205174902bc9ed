/** How the agents of OpenCode and Kilo find each other. Which skills and servers a session has is not recorded. */
import type { Together } from '../together';

const common = {
  inner: ['agent', 'agents', 'mode', 'modes'],
  winsInTree: 'last',
  outerWins: true,
  merges: true,
  subagentsSeeAgents: true,
} as const;

export const openCodeTogether: Together = {
  ...common,
  folder: '.opencode',
  userFolders: ['.config/opencode', '.opencode'],
};

export const kiloTogether: Together = {
  ...common,
  folder: '.kilo',
  otherFolders: ['.kilocode'],
  userFolders: ['.config/kilo', '.kilo', '.kilocode'],
  rankInTree: (path) => (/(?:^|\/)\.kilocode\//.test(path) ? 1 : 0),
};

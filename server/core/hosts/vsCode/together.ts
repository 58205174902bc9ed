/** How the agents of VS Code find each other. Which skills and servers a session has is not recorded. */
import type { Together } from '../together';

export const vsCodeTogether: Together = {
  folder: '.github',
  otherFolders: ['.claude'],
  userFolders: ['.copilot', '.claude'],
  inner: ['agents'],
  readsOnlyOwnFolder: true,
  winsInTree: 'all',
  subagentsSeeAgents: true,
};

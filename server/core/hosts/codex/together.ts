/** How the agents of Codex find each other. Skills and servers are in files that the index does not read. */
import type { Together } from '../together';

export const codexTogether: Together = {
  folder: '.codex',
  inner: ['agents'],
  winsInTree: 'first',
  subagentsSeeAgents: true,
};

/** How the agents of Cline find each other. Which skills and servers a session has is not recorded. */
import type { Together } from '../together';

export const clineTogether: Together = {
  folder: '.cline',
  inner: ['agents'],
  winsInTree: 'first',
  sameName: (name) => name.trim().toLowerCase(),
  subagentsSeeAgents: false,
};

/** How the agents of Gemini CLI find each other. Which skills and servers a session has is not recorded. */
import type { Together } from '../together';

export const geminiCliTogether: Together = {
  folder: '.gemini',
  inner: ['agents'],
  readsOnlyOwnFolder: true,
  winsInTree: 'first',
  subagentsSeeAgents: true,
};

/** How the agents of Copilot CLI find each other. Which skills and servers a session has is not recorded. */
import type { Together } from '../together';

export const copilotCliTogether: Together = {
  folder: '.github',
  otherFolders: ['.claude'],
  userFolders: ['.copilot'],
  inner: ['agents'],
  winsInTree: 'first',
  // As recorded: its own folder counts before that of Claude Code, and `x.agent.md` before `x.md`.
  rankInTree: (path) => (path.includes('.github/agents/') ? 0 : 2) + (path.endsWith('.agent.md') ? 0 : 1),
  userWins: true,
  subagentsSeeAgents: true,
};

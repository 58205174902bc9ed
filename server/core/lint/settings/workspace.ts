/** Settings about the agents of a workspace as a whole. */
import { choice, flag } from './setting';

/** Whose problems are shown. */
export type DiagnosticsScope = 'workspace' | 'openFiles';

export const diagnosticsScope = choice<DiagnosticsScope>({
  description: 'The files whose problems are shown.',
  choices: {
    workspace: 'Every agent of the workspace, open or not.',
    openFiles: 'Agents that are open in an editor.',
  },
  default: 'workspace',
  scope: 'editor',
});

export const userAgents = flag({
  description:
    'Reads the names of the agents and skills in your home folder, to know which of them the workspace hides. Never read for a workspace that you do not trust.',
  default: true,
  scope: 'editor',
});

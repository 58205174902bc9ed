/** Copilot CLI and the kinds of files that it reads. */
import type { Host } from '../host';
import { copilotCliAgent } from './agent';
import { copilotCliNotes } from './notes';
import { copilotCliTogether } from './together';

export const copilotCli = {
  ...copilotCliAgent.host,
  formats: [copilotCliAgent],
  // Its folder of agents is that of VS Code too: a file in it is for both, unless the settings name one.
  signs: ['.github/agents', '.github/copilot-instructions.md', '.github/copilot/settings.json'],
  together: copilotCliTogether,
  notes: copilotCliNotes,
} as const satisfies Host;

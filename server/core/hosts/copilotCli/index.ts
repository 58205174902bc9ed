/** Copilot CLI and the kinds of files that it reads. */
import type { Host } from '../host';
import { copilotCliAgent } from './agent';
import { copilotCliNotes } from './notes';
import { copilotCliTogether } from './together';

export const copilotCli = {
  ...copilotCliAgent.host,
  formats: [copilotCliAgent],
  signs: ['.github/agents', '.github/copilot-instructions.md'],
  together: copilotCliTogether,
  notes: copilotCliNotes,
} as const satisfies Host;

/** Copilot CLI and the kinds of files that it reads. */
import type { Host } from '../host';
import { copilotCliAgent } from './agent';
import { copilotCliNotes } from './notes';

export const copilotCli = {
  ...copilotCliAgent.host,
  formats: [copilotCliAgent],
  signs: ['.github/agents', '.github/copilot-instructions.md'],
  notes: copilotCliNotes,
} as const satisfies Host;

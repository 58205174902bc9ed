/** Cline and the kind of file that it reads. */
import type { Host } from '../host';
import { clineAgent } from './agent';
import { clineNotes } from './notes';

export const cline = {
  ...clineAgent.host,
  signs: ['.cline/agents', '.clinerules'],
  formats: [clineAgent],
  notes: clineNotes,
} as const satisfies Host;

/** Cline and the kind of file that it reads. */
import type { Host } from '../host';
import { clineAgent } from './agent';
import { clineNotes } from './notes';
import { clineTogether } from './together';

export const cline = {
  ...clineAgent.host,
  signs: ['.cline/agents', '.clinerules'],
  formats: [clineAgent],
  together: clineTogether,
  notes: clineNotes,
} as const satisfies Host;

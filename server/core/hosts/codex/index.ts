/** Codex and the kinds of files that it reads. */
import type { Host } from '../host';
import { codexAgent } from './agent';
import { codexNotes } from './notes';

export const codex = {
  ...codexAgent.host,
  formats: [codexAgent],
  notes: codexNotes,
} as const satisfies Host;

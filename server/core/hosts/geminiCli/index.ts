/** Gemini CLI and the kinds of files that it reads. */
import type { Host } from '../host';
import { geminiCliAgent } from './agent';
import { geminiCliNotes } from './notes';
import { geminiCliTogether } from './together';

export const geminiCli = {
  ...geminiCliAgent.host,
  formats: [geminiCliAgent],
  together: geminiCliTogether,
  signs: ['.gemini/agents', '.gemini/settings.json', 'GEMINI.md'],
  notes: geminiCliNotes,
} as const satisfies Host;

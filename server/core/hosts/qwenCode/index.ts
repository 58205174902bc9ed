/** Qwen Code and the kinds of files that it reads. */
import type { Host } from '../host';
import { qwenCodeAgent } from './agent';
import { qwenCodeNotes } from './notes';

export const qwenCode = {
  ...qwenCodeAgent.host,
  formats: [qwenCodeAgent],
  signs: ['.qwen/agents', '.qwen/settings.json', 'QWEN.md'],
  notes: qwenCodeNotes,
} as const satisfies Host;

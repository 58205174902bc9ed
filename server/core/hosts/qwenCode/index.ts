/** Qwen Code and the kinds of files that it reads. */
import type { Host } from '../host';
import { qwenCodeAgent } from './agent';
import { qwenCodeNotes } from './notes';
import { qwenCodeTogether } from './together';

export const qwenCode = {
  ...qwenCodeAgent.host,
  formats: [qwenCodeAgent],
  together: qwenCodeTogether,
  signs: ['.qwen/agents', '.qwen/settings.json', 'QWEN.md'],
  notes: qwenCodeNotes,
} as const satisfies Host;

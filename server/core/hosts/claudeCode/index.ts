/** Claude Code and the kinds of files that it reads. */
import type { Host } from '../host';
import { claudeCodeFormat } from './agent';
import { claudeCodeNotes } from './notes';
import { claudeCodePlugin } from './plugin';
import { claudeCodeTogether } from './together';

export const claudeCode = {
  ...claudeCodeFormat.host,
  formats: [claudeCodeFormat, claudeCodePlugin],
  together: claudeCodeTogether,
  signs: ['.claude/agents', '.claude/settings.json', '.claude/skills', '.claude/commands', 'CLAUDE.md'],
  notes: claudeCodeNotes,
} as const satisfies Host;

/** Claude Code and the kinds of files that it reads. */
import type { Host } from '../host';
import { claudeCodeFormat } from './agent';
import { claudeCodeMarketplace, claudeCodePluginManifest } from './manifestFormats';
import { claudeCodeNotes } from './notes';
import { claudeCodeOutputStyle, claudeCodePluginOutputStyle } from './outputStyle';
import { claudeCodePlugin } from './plugin';
import { claudeCodePluginHooks } from './pluginHooks';
import { claudeCodeCommand, claudeCodePluginCommand, claudeCodePluginSkill, claudeCodeSkill } from './skill';
import { claudeCodeTogether } from './together';

export const claudeCode = {
  ...claudeCodeFormat.host,
  formats: [
    claudeCodeFormat,
    claudeCodePlugin,
    claudeCodeSkill,
    claudeCodePluginSkill,
    claudeCodeCommand,
    claudeCodePluginCommand,
    claudeCodeOutputStyle,
    claudeCodePluginOutputStyle,
    claudeCodePluginManifest,
    claudeCodeMarketplace,
    claudeCodePluginHooks,
  ],
  together: claudeCodeTogether,
  signs: ['.claude/agents', '.claude/settings.json', '.claude/skills', '.claude/commands', 'CLAUDE.md'],
  notes: claudeCodeNotes,
} as const satisfies Host;

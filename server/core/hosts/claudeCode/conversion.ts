/** How an agent is written for Claude Code. */
import type { Conversion } from '../conversion';

export const claudeCodeConversion: Conversion = {
  fileOf: (name) => `.claude/agents/${name}.md`,
  confines: { isolation: { may: 'change files of the working copy', with: ['write', 'edit', 'notebook', 'run'] } },
  models: {
    inherit: 'session',
    sonnet: 'claude-sonnet',
    opus: 'claude-opus',
    haiku: 'claude-haiku',
    fable: 'claude-fable',
  },
  modes: { default: 'ask', plan: 'plan', acceptEdits: 'edits', bypassPermissions: 'all' },
};

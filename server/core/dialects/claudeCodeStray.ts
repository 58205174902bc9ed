/** Keys that people write into Claude Code agents although no agent field is called so. */
import type { StrayField } from './dialect';

const restrictsNothing = {
  meant: 'tools',
  effect: 'restricts nothing: the agent gets every tool',
  severity: 'error',
} as const satisfies StrayField;

const deniesNothing = {
  meant: 'disallowedTools',
  effect: 'takes nothing away: the agent keeps every tool',
  severity: 'error',
} as const satisfies StrayField;

const guardOutside = {
  effect: 'stops the whole agent from loading: guard hooks belong under `hooks`',
  severity: 'error',
} as const satisfies StrayField;

const note = {
  effect: 'is a note of your own: Claude Code does not read it',
  severity: 'hint',
} as const satisfies StrayField;

export const claudeCodeStray = {
  'allowed-tools': restrictsNothing,
  allowedTools: restrictsNothing,
  allowed_tools: restrictsNothing,
  'disallowed-tools': deniesNothing,
  disallowed_tools: deniesNothing,
  PreToolUse: guardOutside,
  PermissionRequest: guardOutside,
  max_turns: { meant: 'maxTurns', effect: 'sets no limit: Claude Code does not read it', severity: 'warning' },
  when_to_use: {
    meant: 'description',
    effect:
      'is not read in an agent file: only the description tells when to delegate (an agent of a plugin falls back on it)',
    severity: 'warning',
  },
  mode: {
    effect: 'has no effect: every agent file may be started both as a subagent and with --agent',
    severity: 'warning',
  },
  temperature: { effect: 'has no effect: Claude Code has no such setting for agents', severity: 'warning' },
  disabled: { effect: 'disables nothing: the agent stays available', severity: 'warning' },
  'user-invocable': { effect: 'has no effect: it is a field of skills and of Copilot agents', severity: 'warning' },
  version: note,
  tags: note,
  category: note,
  priority: note,
  author: note,
} as const satisfies Readonly<Record<string, StrayField>>;

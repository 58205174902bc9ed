/** Keys that people write into such files although Copilot CLI has no such field. It ignores them all. */

import type { StrayField } from '../field';
import { misspelledWith } from '../strayTable';

const misspelled = misspelledWith('is not a field here and has no effect', 'warning');

const restrictsNothing: StrayField = {
  kind: 'misspelled',
  meant: 'tools',
  effect: 'restricts nothing here',
  severity: 'error',
};

/** A field of another product that limits an agent there. */
const limit = (product: string, effect: string): StrayField => ({
  kind: 'foreign',
  product,
  effect,
  severity: 'warning',
});

/** A field without which the agent does what it is meant to do. */
const other = (product: string): StrayField => ({
  kind: 'foreign',
  product,
  effect: 'has no effect',
  severity: 'hint',
});

export const copilotCliStray: Readonly<Record<string, StrayField>> = {
  'allowed-tools': restrictsNothing,
  allowedTools: restrictsNothing,
  allowed_tools: restrictsNothing,
  'available-tools': restrictsNothing,
  mcpServers: misspelled('mcp-servers'),
  mcp_servers: misspelled('mcp-servers'),
  reasoningEffort: misspelled('reasoning-effort'),
  reasoning_effort: misspelled('reasoning-effort'),
  'user-invokable': misspelled('user-invocable'),
  userInvocable: misspelled('user-invocable'),
  disableModelInvocation: misspelled('disable-model-invocation'),
  disallowedTools: limit('Claude Code', 'denies nothing'),
  'disallowed-tools': limit('Claude Code', 'denies nothing'),
  'excluded-tools': limit('other programs', 'denies nothing'),
  permissionMode: limit('Claude Code', 'changes no permission'),
  maxTurns: limit('Claude Code', 'sets no limit'),
  isolation: limit('Claude Code', 'isolates nothing'),
  background: other('Claude Code'),
  color: other('Claude Code'),
  effort: limit('Claude Code', 'has no effect: the field is called `reasoning-effort` there'),
  memory: other('Claude Code'),
  permission: limit('OpenCode', 'changes no permission'),
  mode: other('OpenCode'),
  steps: limit('OpenCode', 'sets no limit'),
  temperature: limit('OpenCode', 'has no effect'),
  max_turns: limit('Gemini CLI', 'sets no limit'),
  timeout_mins: limit('Gemini CLI', 'sets no limit'),
  target: limit('VS Code', 'has no effect: the program loads the agent whatever the value is'),
  agents: limit('VS Code', 'limits nothing: the agent can start every agent'),
  handoffs: other('VS Code'),
  'argument-hint': other('VS Code'),
  advancedOptions: other('VS Code'),
  metadata: { kind: 'note', effect: 'is a note of your own: Copilot CLI ignores it' },
};

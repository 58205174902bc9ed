/** Keys that people write into OpenCode and Kilo agents although they are no fields. */

import type { StrayField } from '../field';
import { misspelledWith } from '../strayTable';

const SENT = 'is not a field here and is sent to the model provider as a request parameter';
const sent = 'is sent to the model provider as a request parameter';

const misspelled = misspelledWith(SENT, 'warning');

/** A limit under another name: without it the agent may do more than is written. */
const lostLimit = (meant: string): StrayField => ({
  kind: 'misspelled',
  meant,
  effect: `${SENT}, so it limits nothing`,
  severity: 'error',
});

const foreign = (product: string, severity: 'warning' | 'error' = 'warning'): StrayField => ({
  kind: 'foreign',
  product,
  effect: severity === 'error' ? `${sent} and limits nothing` : sent,
  severity,
});

/** Keys of agents that commands do not have. */
export const strayInCommands: Readonly<Record<string, StrayField>> = Object.fromEntries(
  ['name', 'mode', 'tools', 'permission', 'temperature'].map((key) => [
    key,
    { kind: 'note', effect: 'is ignored in a command' },
  ]),
);

export const stray: Readonly<Record<string, StrayField>> = {
  topP: misspelled('top_p'),
  'top-p': misspelled('top_p'),
  maxTurns: misspelled('steps'),
  max_turns: misspelled('steps'),
  max_steps: misspelled('steps'),
  colour: misspelled('color'),
  disabled: misspelled('disable'),
  permissions: lostLimit('permission'),
  'allowed-tools': lostLimit('tools'),
  allowedTools: lostLimit('tools'),
  allowed_tools: lostLimit('tools'),
  disallowedTools: foreign('Claude Code', 'error'),
  permissionMode: foreign('Claude Code'),
  effort: foreign('Claude Code'),
  hooks: foreign('Claude Code'),
  isolation: foreign('Claude Code'),
  memory: foreign('Claude Code'),
  background: foreign('Claude Code'),
  skills: foreign('Claude Code'),
  mcpServers: foreign('Claude Code'),
  mcp_servers: foreign('Gemini CLI'),
  timeout_mins: foreign('Gemini CLI'),
  handoffs: foreign('VS Code'),
  target: foreign('GitHub Copilot'),
};

/** Keys that people write into Qwen Code agents although there is no such field. */

import type { StrayField } from '../field';
import { foreignWith, misspelledWith } from '../strayTable';

const effect = 'is ignored';

const restrictsNothing: StrayField = {
  kind: 'misspelled',
  meant: 'tools',
  effect: 'restricts nothing: the agent gets every tool',
  severity: 'error',
};

const deniesNothing: StrayField = {
  kind: 'misspelled',
  meant: 'disallowedTools',
  effect: 'denies nothing: the agent keeps every tool',
  severity: 'error',
};

const misspelled = misspelledWith(effect, 'warning');

const foreign = foreignWith(effect, 'warning');

export const qwenCodeStray: Readonly<Record<string, StrayField>> = {
  allowedTools: restrictsNothing,
  'allowed-tools': restrictsNothing,
  disallowed_tools: deniesNothing,
  'disallowed-tools': deniesNothing,
  approval_mode: misspelled('approvalMode'),
  max_turns: misspelled('maxTurns'),
  steps: misspelled('maxTurns'),
  mcp_servers: misspelled('mcpServers'),
  mcp: misspelled('mcpServers'),
  effort: foreign('Claude Code'),
  isolation: foreign('Claude Code'),
  memory: foreign('Claude Code'),
  skills: foreign('Claude Code'),
  initialPrompt: foreign('Claude Code'),
  display_name: foreign('Gemini CLI'),
  kind: foreign('Gemini CLI'),
  timeout_mins: foreign('Gemini CLI'),
  mode: foreign('OpenCode'),
  permission: foreign('OpenCode'),
  handoffs: foreign('VS Code'),
  target: foreign('GitHub Copilot'),
  temperature: { kind: 'stray', effect, severity: 'warning' },
  top_p: { kind: 'stray', effect, severity: 'warning' },
  systemPrompt: {
    kind: 'stray',
    effect: 'is ignored: the text below the frontmatter is the prompt',
    severity: 'warning',
  },
  level: { kind: 'note', effect },
};

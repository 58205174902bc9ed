/** The hook that makes Claude Code check the completion report when an agent stops. */
import type { ReportHook } from '../host';

export const claudeCodeReportHook: ReportHook = {
  event: 'Stop',
  // In a subagent both are the same.
  events: ['Stop', 'SubagentStop'],
  list: 'hooks',
  lines: ['type: command', 'command: agent-authoring report hook'],
  command: 'command',
  run: 'agent-authoring report hook',
};

/** Old tool names of Claude Code, their replacements, and whether the old name still works. */

import type { Retired } from '../tool';
import { observed as evidence } from './evidence';
import type { ClaudeCodeTool } from './tools';

/** A retired tool whose replacement the compiler knows to exist. */
export interface ClaudeCodeRetired extends Retired {
  readonly replacement?: ClaudeCodeTool;
}

const renamed = (replacement: ClaudeCodeTool, when: string): ClaudeCodeRetired => ({
  replacement,
  state: 'alias works',
  when,
  evidence,
});

const removed = (when: string, replacement?: ClaudeCodeTool): ClaudeCodeRetired =>
  replacement === undefined ? { state: 'removed', when, evidence } : { replacement, state: 'removed', when, evidence };

export const claudeCodeRetired = {
  Task: renamed('Agent', 'renamed in 2.1.63'),
  KillShell: renamed('TaskStop', 'renamed between 2.1.10 and 2.1.20'),
  KillBash: renamed('TaskStop', 'renamed twice, at last between 2.1.10 and 2.1.20'),
  ListPeers: renamed('ListAgents', 'renamed in 2026'),
  Brief: renamed('SendUserMessage', 'renamed in an unknown release'),
  ListMcpResources: renamed('ListMcpResourcesTool', 'renamed in an unknown release'),
  ReadMcpResource: renamed('ReadMcpResourceTool', 'renamed in an unknown release'),
  ReadMcpResourceDir: renamed('ReadMcpResourceDirTool', 'renamed in an unknown release'),
  ProposeGoal: renamed('SetGoal', 'renamed in an unknown release'),

  MultiEdit: removed('removed in 2.0.0', 'Edit'),
  LS: removed('removed between 1.0.72 and 1.0.100', 'Glob'),
  NotebookRead: removed('removed between 1.0.60 and 1.0.72', 'Read'),
  TodoRead: removed('removed before 1.0.60'),
  BashOutput: removed('merged into TaskOutput in 2.0.64 and removed with it', 'Read'),
  BashOutputTool: removed('removed in 2.0.64', 'Read'),
  AgentOutput: removed('removed in 2.0.64', 'Read'),
  AgentOutputTool: removed('removed in 2.0.64', 'Read'),
  TaskOutput: removed('deprecated in 2.1.83 and removed between 2.1.260 and 2.1.280', 'Read'),
  SlashCommand: removed('removed in an unknown release', 'Skill'),
  MCPSearch: removed('removed in a release of the 2.1 line', 'ToolSearch'),
  exit_plan_mode: removed('removed before 1.0.60', 'ExitPlanMode'),
  Config: removed('removed between 2.1.63 and 2.1.197'),
  REPL: removed('removed between 2.1.260 and 2.1.280'),
  TeamCreate: removed('removed in 2.1.178', 'Agent'),
  TeamDelete: removed('removed in 2.1.178'),
} as const satisfies Readonly<Record<string, Retired>>;

/** What is known about the subagents of Claude Code, put together from its tables. */

import type { Format } from '../host';
import { claudeCodeMcpServers, claudeCodePrograms } from './bareNames';
import { models } from './choices';
import { observed, version, warned } from './evidence';
import { claudeCodeFields } from './fields';
import { claudeCodeForeign } from './foreign';
import { claudeCodeHooks } from './hookEvents';
import { claudeCodeRetired } from './retired';
import { claudeCodeServers } from './serverTypes';
import { claudeCodeStray } from './stray';
import { type ClaudeCodeTool, claudeCodeTools } from './tools';

/** With its literal types, for deriving unions such as `keyof typeof claudeCode.tools`. */
export const claudeCode = {
  id: 'claude-code',
  title: 'Claude Code subagent',
  host: 'Claude Code',
  version,
  files: ['**/.claude/agents/**/*.md'],
  lostFrontMatter: { effect: 'sees no agent in this file and says nothing', severity: 'error' },
  readers: {
    purpose: {
      summary: 'The main model reads the description in every conversation, whether the agent is used or not.',
      together: 'Claude Code warns when the descriptions of all agents together are over 15,000 tokens.',
      evidence: warned,
    },
    body: {
      summary: 'The agent reads the body as its system prompt, each time that it is started.',
      evidence: observed,
    },
  },
  fields: claudeCodeFields,
  strayFields: claudeCodeStray,
  tools: claudeCodeTools,
  toolSets: [
    ['Read', 'Write', 'Edit', 'Bash'],
    ['Read', 'Write', 'Edit', 'Grep', 'Glob'],
    ['Read', 'Grep', 'Glob'],
    ['Read', 'Grep', 'Glob', 'WebFetch', 'WebSearch'],
  ] satisfies readonly (readonly ClaudeCodeTool[])[],
  retired: claudeCodeRetired,
  foreign: claudeCodeForeign,
  shell: { tool: 'Bash', programs: claudeCodePrograms },
  wildcard: '*',
  mcpPrefix: 'mcp__',
  knownMcpServers: claudeCodeMcpServers,
  builtInAgents: ['general-purpose', 'Explore', 'Plan', 'claude', 'statusline-setup', 'claude-code-guide', 'fork'],
  models,
  hooks: claudeCodeHooks,
  servers: claudeCodeServers,
} as const satisfies Format;

/** The same as every reader takes it. */
export const claudeCodeDialect: Format = claudeCode;

/** What is known about the subagents of Claude Code, assembled from its tables. */

import type { Format } from '../host';
import { shellPrograms } from '../shellPrograms';
import { models } from './choices';
import { claudeCodeConversion } from './conversion';
import { observed, version, warned } from './evidence';
import { claudeCodeFields } from './fields';
import { claudeCodeForeign } from './foreign';
import { claudeCodeHooks } from './hookEvents';
import { claudeCodeMcp } from './mcpNames';
import { readAsClaudeCode } from './read';
import { claudeCodeReportHook } from './reportHook';
import { claudeCodeRetired } from './retired';
import { claudeCodeServers } from './serverTypes';
import { claudeCodeStray } from './stray';
import { type ClaudeCodeTool, claudeCodeTools } from './tools';
import { claudeCodeVerdict } from './verdict';

/** With its literal types, for deriving unions such as `keyof typeof claudeCode.tools`. */
export const claudeCode = {
  id: 'claude-code',
  title: 'Claude Code subagent',
  host: { id: 'claude-code', name: 'Claude Code', version },
  files: ['**/.claude/agents/**/*.md'],
  maxBytes: 1_048_576,
  on: {
    noFrontMatter: { says: 'silently ignores this file', severity: 'error' },
    note: { says: 'treats this file as a note, not as an agent', severity: 'warning', aside: 'information' },
    unknownField: { says: 'ignores it', severity: 'hint' },
    unknownTool: { says: 'ignores it', severity: 'warning' },
    duplicateKey: { says: 'uses the last one', severity: 'warning', counts: 'last' },
    noToolLeft: { says: 'refuses to start the agent', severity: 'error' },
  },
  readers: {
    purpose: {
      summary: 'The main model reads the description in every conversation, whether the agent is used or not.',
      together: 'Claude Code warns when the descriptions of all agents together are over 15,000 tokens.',
      warnsAbove: 15_000,
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
  shell: { tool: 'Bash', programs: shellPrograms },
  skillTool: 'Skill' satisfies ClaudeCodeTool,
  wildcard: '*',
  toolPatterns: 'ignored',
  splitsNamesAt: 'commas and spaces',
  mcp: claudeCodeMcp,
  builtInAgents: ['general-purpose', 'Explore', 'Plan', 'claude', 'statusline-setup', 'claude-code-guide', 'fork'],
  models,
  conversion: claudeCodeConversion,
  hooks: claudeCodeHooks,
  servers: claudeCodeServers,
  reportHook: claudeCodeReportHook,
  repairsYaml: true,
} as const;

/** The same as a `Format`, with its reader and its verdict. */
export const claudeCodeFormat: Format = {
  ...claudeCode,
  read: readAsClaudeCode,
  judge: (file, reading) => claudeCodeVerdict(file, reading, claudeCodeFormat),
};

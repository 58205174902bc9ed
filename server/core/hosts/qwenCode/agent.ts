/** What is known about the agents of Qwen Code, assembled from its tables. */
import type { Effect } from '../effect';
import type { Format } from '../host';
import { shellPrograms } from '../shellPrograms';
import { qwenCodeConversion } from './conversion';
import { enforced, observed, version } from './evidence';
import { qwenCodeFields } from './fields';
import { qwenCodeForeign } from './foreign';
import { qwenCodeMcp } from './mcpNames';
import { qwenCodeModels } from './models';
import { readAsQwenCode } from './read';
import { qwenCodeStray } from './stray';
import { type QwenCodeTool, qwenCodeRetired, qwenCodeSpellings, qwenCodeToolSets, qwenCodeTools } from './tools';
import { qwenCodeVerdict } from './verdict';

const refuses: Effect = { says: 'does not load the file', severity: 'error' };

/** The built-in agents. One of the user's own with the same name, in any case, replaces them. */
const qwenCodeBuiltIn: readonly string[] = [
  'general-purpose',
  'Explore',
  'statusline-setup',
  'review-agent',
  'claude-code',
  'codex',
];

export const qwenCodeAgent: Format = {
  id: 'qwen-code',
  title: 'Qwen Code agent',
  host: { id: 'qwen-code', name: 'Qwen Code', version },
  files: ['**/.qwen/agents/*.md'],
  on: {
    noFrontMatter: refuses,
    note: { says: 'does not take this file for an agent', severity: 'warning', aside: 'information' },
    unknownField: { says: 'ignores it', severity: 'hint' },
    unknownTool: { says: 'ignores it', severity: 'warning' },
    duplicateKey: { says: 'uses the last one', severity: 'warning', counts: 'last' },
    emptyAllow: { says: 'gives the agent every tool', severity: 'error' },
    lostLimits: { says: 'does not limit the agent by it', severity: 'error' },
    emptyBody: refuses,
    shortBody: { ...refuses, min: 10 },
    unknownVariable: {
      says: 'fails to start the agent',
      severity: 'error',
      known: ['task_prompt', 'hook_context'],
      isIdentifier: true,
    },
  },
  readers: {
    purpose: {
      summary: 'The main model reads the description to decide when to hand work to the agent.',
      evidence: enforced,
    },
    body: {
      summary: 'The agent reads the body as its system prompt, each time that it is started.',
      evidence: observed,
    },
  },
  fields: qwenCodeFields,
  strayFields: qwenCodeStray,
  tools: qwenCodeTools,
  toolSets: qwenCodeToolSets,
  spellings: qwenCodeSpellings,
  retired: qwenCodeRetired,
  foreign: qwenCodeForeign,
  shell: { tool: 'run_shell_command' satisfies QwenCodeTool, programs: shellPrograms },
  skillTool: 'skill' satisfies QwenCodeTool,
  readsBroken: 'reads the frontmatter line by line',
  wildcard: '*',
  wildcardDenies: (tool) => tool.startsWith(qwenCodeMcp.prefix),
  toolPatterns: 'part of the name',
  splitsNamesAt: 'commas',
  mcp: qwenCodeMcp,
  projectTools: ['omni_'],
  builtInAgents: qwenCodeBuiltIn,
  models: qwenCodeModels,
  conversion: qwenCodeConversion,
  read: readAsQwenCode,
  judge: (file, reading) => qwenCodeVerdict(file, reading, qwenCodeAgent),
};

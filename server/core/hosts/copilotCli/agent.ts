/** What is known about the agents of Copilot CLI, assembled from its tables. */

import type { Effect } from '../effect';
import type { Format } from '../host';
import { shellPrograms } from '../shellPrograms';
import { copilotCliConversion, copilotCliStarters } from './conversion';
import { enforced, observed, version } from './evidence';
import { copilotCliFields } from './fields';
import { copilotCliForeign } from './foreign';
import { copilotCliMcp } from './mcpNames';
import { copilotCliModels } from './models';
import { readAsCopilotCli, verdict } from './read';
import { copilotCliStray } from './stray';
import { copilotCliSpellings, copilotCliToolSets, copilotCliTools } from './tools';

const refuses: Effect = { says: 'does not load the file', severity: 'error' };

export const copilotCliAgent: Format = {
  id: 'copilot-cli',
  title: 'Copilot CLI agent',
  host: { id: 'copilot-cli', name: 'Copilot CLI', version },
  files: ['**/.github/agents/**/*.md', '**/.claude/agents/**/*.md', '**/.copilot/agents/**/*.md'],
  skips: ['.*'],
  maxBytes: 1_048_576,
  on: {
    noFrontMatter: refuses,
    note: { says: 'treats this file as a note, not as an agent', severity: 'warning', aside: 'information' },
    unknownField: { says: 'ignores it', severity: 'hint' },
    unknownTool: { says: 'silently ignores it', severity: 'warning' },
    duplicateKey: { ...refuses, counts: 'none' },
    builtInName: { says: 'uses its built-in agent of that name instead', severity: 'error' },
  },
  readers: {
    purpose: {
      summary: 'The main model reads the description to decide when to hand work to the agent.',
      evidence: enforced,
    },
    body: {
      summary: 'The agent reads the body as part of its system prompt, each time that it is started.',
      evidence: observed,
    },
  },
  fields: copilotCliFields,
  strayFields: copilotCliStray,
  tools: copilotCliTools,
  toolSets: copilotCliToolSets,
  spellings: copilotCliSpellings,
  spellingsAreShared: true,
  retired: {},
  foreign: copilotCliForeign,
  shell: { tool: 'execute', programs: shellPrograms },
  skillTool: 'skill',
  wildcard: '*',
  toolPatterns: 'part of the name',
  splitsNamesAt: 'commas',
  toolsInAnyCase: true,
  mcp: copilotCliMcp,
  builtInAgents: ['explore', 'task', 'general-purpose', 'code-review', 'research', 'security-review', 'rubber-duck'],
  models: copilotCliModels,
  conversion: copilotCliConversion,
  starters: copilotCliStarters,
  readsBroken: 'reads this',
  read: readAsCopilotCli,
  judge: (file, reading, path) => verdict(file, reading, copilotCliAgent, path),
};

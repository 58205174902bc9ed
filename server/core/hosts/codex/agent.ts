/** What is known about the agents of Codex, assembled from its tables. */
import { parseToml } from '../../syntax/toml/file';
import type { Effect } from '../effect';
import type { Format } from '../host';
import { codexConversion } from './conversion';
import { codexCreation } from './creation';
import { enforced, observed, version } from './evidence';
import { codexFields, codexStray, PROMPT } from './fields';
import { codexModels } from './models';
import { readAsCodex, verdict } from './read';
import { codexBuiltIn, codexMcp, codexShell, codexTools } from './tools';

const refuses: Effect = { says: 'ignores the whole file and shows a message', severity: 'error' };

export const codexHost = { id: 'codex', name: 'Codex', version } as const;

export const codexAgent: Format = {
  id: 'codex',
  title: 'Codex agent',
  host: codexHost,
  notation: 'toml',
  parse: (text) => parseToml(text, PROMPT),
  files: ['**/.codex/agents/**/*.toml'],
  on: {
    noFrontMatter: refuses,
    unknownField: refuses,
    unknownTool: { says: 'has no list of tools', severity: 'warning' },
    duplicateKey: { ...refuses, counts: 'none' },
  },
  readers: {
    purpose: {
      summary: 'The main model reads the description to decide when to hand work to the agent.',
      evidence: enforced,
    },
    body: {
      summary: 'The agent reads `developer_instructions` as a message of the developer, each time that it is started.',
      evidence: observed,
    },
  },
  fields: codexFields,
  strayFields: codexStray,
  tools: codexTools,
  toolSets: [],
  retired: {},
  foreign: {},
  shell: codexShell,
  wildcard: '*',
  toolPatterns: 'part of the name',
  splitsNamesAt: 'none',
  mcp: codexMcp,
  builtInAgents: codexBuiltIn,
  models: codexModels,
  conversion: codexConversion,
  creation: codexCreation,
  read: readAsCodex,
  judge: (file, reading) => verdict(file, reading, codexAgent),
};

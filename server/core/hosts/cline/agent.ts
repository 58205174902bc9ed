/** What is known about the agents of Cline, assembled from its tables. */
import type { Effect } from '../effect';
import type { Behavior, Format } from '../host';
import { clineConversion } from './conversion';
import { observed, version } from './evidence';
import { clineFields, clineStray } from './fields';
import { readAsCline, verdict } from './read';
import { clineForeign, clineMcp, clineRetired, clineShell, clineToolSets, clineTools } from './tools';

const refuses: Effect = { says: 'does not load the file, which only its log says', severity: 'error' };
const ignores: Effect = { says: 'ignores it silently', severity: 'warning' };

const on: Behavior = {
  noFrontMatter: refuses,
  unknownField: ignores,
  unknownTool: ignores,
  duplicateKey: { ...refuses, counts: 'none' },
  emptyBody: refuses,
};

export const clineAgent: Format = {
  id: 'cline',
  title: 'Cline agent',
  host: { id: 'cline', name: 'Cline', version },
  // The program takes the ending in any case.
  files: ['yaml', 'yml', 'YAML', 'YML', 'Yaml', 'Yml'].map((ending) => `**/.cline/agents/*.${ending}`),
  on,
  readers: {
    purpose: {
      summary: 'The main agent reads the description to decide when to hand work to the agent.',
      evidence: observed,
    },
    body: {
      summary: 'The agent reads the body as its system prompt, each time that it is started.',
      evidence: observed,
    },
  },
  fields: clineFields,
  strayFields: clineStray,
  tools: clineTools,
  toolSets: clineToolSets,
  retired: clineRetired,
  foreign: clineForeign,
  shell: { tool: 'run_commands', programs: clineShell },
  skillTool: 'skills',
  toolPatterns: 'part of the name',
  splitsNamesAt: 'commas, trimmed',
  toolsInAnyCase: true,
  mcp: clineMcp,
  builtInAgents: [],
  models: { aliases: [], otherAliases: [], ids: [], retired: [], foreignPrefixes: [] },
  conversion: clineConversion,
  read: readAsCline,
  judge: (file, reading) => verdict(file, reading, clineAgent),
};

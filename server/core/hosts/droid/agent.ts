/** What is known about custom droids, assembled from its tables. */
import type { Effect } from '../effect';
import type { Behavior, Format } from '../host';
import { shellPrograms } from '../shellPrograms';
import { droidConversion } from './conversion';
import { observed, readInProgram, version } from './evidence';
import { droidFields, droidStray } from './fields';
import { ALWAYS, readAsDroid, verdict } from './read';
import { droidCategories, droidForeign, droidMcp, droidRetired, droidToolSets, droidTools } from './tools';

const ignores: Effect = { says: 'ignores it silently', severity: 'warning' };

const on: Behavior = {
  noFrontMatter: { says: 'loads the file without any of its fields, silently', severity: 'warning' },
  note: { says: 'lists this file as a droid with every tool', severity: 'warning', aside: 'warning' },
  unknownField: ignores,
  unknownTool: ignores,
  duplicateKey: {
    says: 'then reads the frontmatter line by line and uses the last one',
    severity: 'warning',
    counts: 'last',
  },
};

export const droidAgent: Format = {
  id: 'droid',
  title: 'Factory droid',
  host: { id: 'droid', name: 'Factory droid', version },
  files: ['**/.factory/droids/*.md'],
  on,
  readers: {
    purpose: {
      summary: 'The main agent reads the description to decide when to hand work to the droid.',
      evidence: observed,
    },
    body: { summary: 'The droid reads the body as its system prompt.', evidence: readInProgram },
  },
  fields: droidFields,
  strayFields: droidStray,
  tools: droidTools,
  toolCategories: droidCategories,
  toolSets: droidToolSets,
  retired: droidRetired,
  foreign: droidForeign,
  shell: { tool: 'Execute', programs: shellPrograms },
  skillTool: 'Skill',
  readsBroken: 'reads it line by line instead',
  toolPatterns: 'part of the name',
  splitsNamesAt: 'commas, trimmed',
  mcp: droidMcp,
  builtInAgents: ['worker', 'explorer'],
  models: {
    aliases: [{ value: 'inherit', summary: 'The model of the main session.' }],
    otherAliases: [],
    ids: [],
    retired: [],
    foreignPrefixes: [],
  },
  conversion: droidConversion,
  creation: { fileOf: droidConversion.fileOf, always: ALWAYS },
  read: (file) => readAsDroid(file, droidAgent),
  judge: (file, reading, path) => verdict(file, reading, path, droidAgent),
};

/** What is known about the agents of Gemini CLI, assembled from its tables. */

import type { Effect } from '../effect';
import type { Behavior, Format } from '../host';
import { shellPrograms } from '../shellPrograms';
import { geminiCliConversion } from './conversion';
import { enforced, observed, version } from './evidence';
import { geminiCliBuiltIn, geminiCliFields, geminiCliRemoteFields, geminiCliStray } from './fields';
import { geminiCliModels } from './models';
import { kindOfAgent, readAsGeminiCli, remoteVerdict, verdict } from './read';
import { geminiCliForeign, geminiCliMcp, geminiCliRetired, geminiCliToolSets, geminiCliTools } from './tools';

const refuses: Effect = { says: 'does not load the file', severity: 'error' };
const cannotStart: Effect = { says: 'fails to start the agent', severity: 'error' };

const on: Behavior = {
  noFrontMatter: { says: 'does not load the file and shows an error at every start', severity: 'error' },
  note: { says: 'shows an error about this file at every start', severity: 'error', aside: 'error' },
  unknownField: refuses,
  unknownTool: refuses,
  duplicateKey: { ...refuses, counts: 'none' },
  emptyBody: cannotStart,
  unknownVariable: { ...cannotStart, known: ['query', 'today', 'activeModel', 'cliVersion'] },
};

const common = {
  id: 'gemini-cli',
  title: 'Gemini CLI agent',
  host: { id: 'gemini-cli', name: 'Gemini CLI', version },
  files: ['**/.gemini/agents/*.md'],
  skips: ['_*'],
  condition:
    'In a project, it is used only after the user has accepted exactly this content; with `-p`, an agent that is not accepted is silently missing.',
  on,
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
  strayFields: geminiCliStray,
  tools: geminiCliTools,
  toolSets: geminiCliToolSets,
  retired: geminiCliRetired,
  foreign: geminiCliForeign,
  shell: { tool: 'run_shell_command', programs: shellPrograms },
  skillTool: 'activate_skill',
  wildcard: '*',
  toolPatterns: 'part of the name',
  splitsNamesAt: 'none',
  mcp: geminiCliMcp,
  projectTools: ['discovered_tool_'],
  builtInAgents: geminiCliBuiltIn,
  models: geminiCliModels,
  conversion: geminiCliConversion,
  read: readAsGeminiCli,
} as const satisfies Partial<Format>;

/** What the file of a remote agent contains. Its body is not used, so anything is allowed there. */
const remoteOf = (fields: Format['fields']): Format => {
  const { emptyBody: _unused, unknownVariable: _ignored, ...rest } = on;
  const format: Format = {
    ...common,
    title: 'Gemini CLI remote agent',
    on: rest,
    fields,
    judge: (file, reading) => remoteVerdict(file, reading, format),
  };
  return format;
};

const remotes = {
  url: remoteOf(geminiCliRemoteFields.url),
  json: remoteOf(geminiCliRemoteFields.json),
  'no-card': remoteOf(geminiCliRemoteFields['no-card']),
} as const;

export const geminiCliAgent: Format = {
  ...common,
  fields: geminiCliFields,
  judge: (file, reading) => verdict(file, reading, geminiCliAgent),
  variantFor: (reading) => {
    const kind = kindOfAgent(reading);
    return kind === 'local' ? undefined : remotes[kind];
  },
};

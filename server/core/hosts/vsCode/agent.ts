/** What is known about VS Code's own agents, assembled from its tables. */
import type { Behavior, Format } from '../host';
import { fieldsOf } from '../reading';
import { shellPrograms } from '../shellPrograms';
import { vsCodeConversion, vsCodeStarters } from './conversion';
import { version } from './evidence';
import { vsCodeFields, vsCodeForCopilotFields, vsCodeStray } from './fields';
import { vsCodeMcp } from './mcpNames';
import { vsCodeModels } from './models';
import { vsCodeForeign, vsCodeRetired } from './oldTools';
import { readAsVsCode, verdict } from './read';
import { vsCodeSets, vsCodeToolSets, vsCodeTools } from './tools';

/** The loader refuses nothing, so a fault never loses an agent. */
export const vsCodeBehavior: Behavior = {
  noFrontMatter: { says: 'loads the agent under the name of its file, without any field', severity: 'warning' },
  note: {
    says: 'loads this file as an agent under the name of the file',
    severity: 'warning',
    aside: 'warning',
  },
  unknownField: { says: 'ignores it', severity: 'hint' },
  unknownTool: { says: 'ignores it', severity: 'warning' },
  duplicateKey: { says: 'uses the first one', severity: 'warning', counts: 'first' },
};

/** `search` and `search/usages` give each other in part, and `usages` is an older name of the member. */
function alsoGives(listed: string, wanted: string): boolean {
  const [set, member] = listed.split('/');
  const [wantedSet, wantedMember] = wanted.split('/');
  if (member === undefined || wantedMember === undefined)
    return set === wantedSet || set === wantedMember || member === wantedSet;
  return member === wantedMember;
}

/** What both kinds of agents have in common. */
export const vsCodeCommon = {
  host: { id: 'vscode', name: 'VS Code', version },
  on: vsCodeBehavior,
  toolPatterns: 'part of the name',
  splitsNamesAt: 'commas, quoted',
  builtInAgents: [],
  readsBroken: 'reads such a line in its own way, and may lose a part of the value',
  read: readAsVsCode,
  // Files for other purposes that may lie in the same folder.
  skips: ['README.md', 'Readme.md', 'readme.md', '*.prompt.md', '*.instructions.md', 'SKILL.md'],
} as const satisfies Partial<Format>;

const common = {
  ...vsCodeCommon,
  id: 'vscode',
  title: 'VS Code agent',
  files: ['**/.github/agents/*.md', '**/.copilot/agents/*.md'],
  tools: vsCodeTools,
  toolSets: vsCodeToolSets,
  retired: vsCodeRetired,
  foreign: vsCodeForeign,
  shell: { tool: 'execute', programs: shellPrograms },
  mcp: vsCodeMcp,
  alsoGives,
  mayAddTool: (name) => (name === '*' || vsCodeSets.has(name.split('/')[0] ?? '') ? undefined : 'an extension'),
  models: vsCodeModels,
  conversion: vsCodeConversion,
  starters: vsCodeStarters,
} as const satisfies Partial<Format>;

/** An agent for GitHub Copilot: other fields, and names of tools that VS Code does not check. */
const forCopilot: Format = {
  ...common,
  title: 'VS Code agent for GitHub Copilot',
  on: {
    ...vsCodeBehavior,
    unknownField: { says: 'does not expect it in an agent for GitHub Copilot', severity: 'hint' },
  },
  fields: vsCodeForCopilotFields,
  strayFields: {},
  // Every name is accepted.
  projectTools: [''],
  judge: (file, reading, path) => verdict(file, reading, path, forCopilot),
};

export const vsCodeAgent: Format = {
  ...common,
  fields: vsCodeFields,
  strayFields: vsCodeStray,
  judge: (file, reading, path) => verdict(file, reading, path, vsCodeAgent),
  variantFor: (reading) => {
    const target = reading.kind === 'read' ? fieldsOf('', reading.entries, 'first').value('target') : undefined;
    return target?.kind === 'scalar' && target.text === 'github-copilot' ? forCopilot : undefined;
  },
};
